"""What can be chosen about an extraction."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    JsonValue,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)

from newsevents.errors import ConfigError


class ExtractorConfig(BaseModel):
    """Every option of an extraction; frozen, so that a result can name what made it."""

    model_config = ConfigDict(frozen=True, extra="forbid", protected_namespaces=())

    model_dir: Path | None = Field(
        default=None, description="Folder of a model to use in place of the embedded one."
    )
    threads: int = Field(
        default=1,
        ge=1,
        description="Threads that the model may use; results do not depend on it.",
    )
    include_reporting: bool = Field(
        default=False, description="List “said” and its like among the events too."
    )

    @model_validator(mode="wrap")
    @classmethod
    def _explain(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(data)
        except ValidationError as error:
            problems = "; ".join(
                f"{'.'.join(map(str, problem['loc'])) or 'config'}: {problem['msg']}"
                for problem in error.errors(include_url=False)
            )
            raise ConfigError(
                f"{problems}. The options are {', '.join(cls.model_fields)}; "
                "help(newsevents.ExtractorConfig) describes them."
            ) from error

    def changed(self) -> dict[str, JsonValue]:
        """The options that differ from the defaults, as plain data."""
        return self.model_dump(mode="json", exclude_defaults=True)
