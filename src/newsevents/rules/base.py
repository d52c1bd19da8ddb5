"""Reading rule files: YAML that is checked against a model when it is loaded."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsevents.errors import RuleError

# The C parser is ten times as fast; wheels of PyYAML have it on every platform
# that newsevents runs on, but a source build may not.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class RuleModel(BaseModel):
    """Base of everything read from a rule file: frozen and closed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Rule(RuleModel):
    """One piece of linguistic knowledge, with texts that show it."""

    id: str = Field(pattern=r"^en(\.[a-z0-9_]+)+$", description="`en.quote.according_to`.")


RulesT = TypeVar("RulesT", bound=RuleModel)


def load_rules(name: str, model: type[RulesT]) -> RulesT:
    """The rule file ``name`` as an instance of ``model``; read once.

    Raises:
        RuleError: The file breaks its schema; says where.
    """
    return cast("RulesT", _read(name, model))


@cache
def _read(name: str, model: type[RuleModel]) -> RuleModel:
    path = files("newsevents.rules") / name
    raw = yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - a safe loader, either one
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        raise RuleError(f"{name} breaks its schema: {error}") from error


@cache
def rules_digest() -> str:
    """SHA-256 over all rule files, in order of their names."""
    digest = hashlib.sha256()
    folder = files("newsevents.rules")
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".yaml"):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()
