"""What a component needs on a Doc; without it, it would find nothing and say nothing."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from spacy.tokens import Doc

from newsevents.errors import PipelineError

Attribute: TypeAlias = Literal["POS", "DEP", "ENT_IOB"]

_NAMES: Final[dict[Attribute, str]] = {
    "POS": "part-of-speech tags",
    "DEP": "a dependency parse",
    "ENT_IOB": "named entities",
}


def require(doc: Doc, component: str, *attributes: Attribute) -> None:
    """Check that a Doc with words has been annotated; one without words has nothing to show.

    Raises:
        PipelineError: No token has one of the attributes.
    """
    for attribute in attributes:
        if not doc.has_annotation(attribute) and any(not token.is_space for token in doc):
            raise PipelineError.missing_annotation(component, _NAMES[attribute])
