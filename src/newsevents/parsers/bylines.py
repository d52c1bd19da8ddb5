"""Who wrote an article, from its byline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from newsevents.parsers.blocks import Block
from newsevents.rules.layout import load_layout

_OPENING: Final = re.compile(
    r"[(\[]?(?:additional )?(?:(?:words|story|written|report|reporting|writing|and|reported)\s+)*"
    r"by:?\s+(?:\.\s)?",
    re.IGNORECASE,
)
_AFTER_NAMES: Final = re.compile(r"[;|/•(\[)\]]|\s[-–—]\s")
_PLACE: Final = re.compile(r"\s(?:in|for|at)\s.*?(?=,|\sand\s|\s&\s|\Z)", re.DOTALL)
_BETWEEN: Final = re.compile(r",\s+and\s+|\s+and\s+|\s*&\s*|,\s*")
_NAME: Final = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}")
#: Of sign-offs only those who reported wrote; editors and contributors did not.
_WRITES: Final = re.compile(r"(?i)[(\[]?(?:reporting|written|words|reported|writing)\b")


def authors_in(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The names in bylines, each once, as printed, in order.

    Jobs, places and agencies in a byline are no names.
    """
    names: dict[str, None] = {}
    for block in blocks:
        if block.role == "byline" and _is_authors(block):
            names.update(dict.fromkeys(_names(block.text)))
    return tuple(names)


def _is_authors(block: Block) -> bool:
    if block.rule == "en.layout.byline.reporting":
        return bool(_WRITES.match(block.text))
    return block.rule != "en.layout.byline.contributed"


def _names(text: str) -> list[str]:
    text = _OPENING.sub("", text, count=1)
    # Initials keep their full stops: "J. K. Doe".
    text = re.sub(r"(?<![A-Z])\s*\.\Z", "", text)
    names: list[str] = []
    for number, piece in enumerate(_BETWEEN.split(_without_rest(text))):
        name = " ".join(piece.split())
        if not _NAME.fullmatch(name) or _is_no_person(name):
            # "By Jane Doe, Political Reporter": what follows a job is no name either.
            if number:
                break
            continue
        names.append(name)
    return names


def _without_rest(text: str) -> str:
    """The names alone: "Jane Doe in Vilnius; Editing by John Roe" without place and editor."""
    return _PLACE.sub("", _AFTER_NAMES.split(text, maxsplit=1)[0])


@cache
def _no_persons() -> tuple[frozenset[str], frozenset[str]]:
    lists = load_layout().lists
    owners = frozenset(
        name.casefold()
        for key in ("news_agency", "picture_agency", "outlet")
        for name in lists[key]
    )
    jobs = frozenset(job.split()[-1] for job in (*lists["job"], *lists["collective"]))
    return owners, jobs


def _is_no_person(name: str) -> bool:
    owners, jobs = _no_persons()
    return name.casefold() in owners or name.casefold().split()[-1] in jobs
