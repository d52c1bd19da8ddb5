"""Mentions from marked text, so that resolving is tested without a Doc.

``[Ada Bell|PERSON]`` is a name, ``[the minister|nominal PERSON]`` a description,
``[she|pronoun]`` a pronoun. A line is a paragraph, a full stop ends a sentence.
Further fields: ``subject``, ``masc``/``fem``, ``plur``, ``bare`` (not definite),
``role=Title@Owner``, ``is=Ada Bell``, ``of=Nato``, ``quote=q1``, ``verb=3``, ``country=UA``.
"""

from __future__ import annotations

import re
from typing import Any, Final

from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, Mentions, QuoteMention, RoleMention

_MARK: Final = re.compile(r"\[([^\]|]+)\|([^\]]+)\]")
_LABELS: Final = {"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "MISC", "GROUP"}
_GENDERS: Final = {"he": "masc", "him": "masc", "his": "masc", "she": "fem", "her": "fem"}
_PLURALS: Final = {"they", "them", "their", "we", "us", "our"}


def marked(text: str, *, quotes: dict[str, str] | None = None) -> Mentions:
    """Mentions of a marked text; ``quotes`` gives the speaker of each direct quote."""
    plain, found = _plain(text.strip())
    mentions = tuple(_mention(plain, *place) for place in found)
    return Mentions(
        actors=mentions,
        quotes=tuple(
            _quote(plain, quote_id, speaker) for quote_id, speaker in (quotes or {}).items()
        ),
    )


def _plain(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    plain, found, at = "", [], 0
    for match in _MARK.finditer(text):
        plain += text[at : match.start()]
        found.append((len(plain), len(plain) + len(match[1]), match[2]))
        plain += match[1]
        at = match.end()
    return plain + text[at:], found


def _mention(plain: str, start: int, end: int, fields: str) -> ActorMention:
    span = TextSpan.of(plain, start, end)
    before = plain[:start]
    values: dict[str, Any] = {
        "span": span,
        "kind": "name",
        "head": span.text.split()[-1].lower(),
        "paragraph": before.count("\n"),
        # A first line with more below is the headline.
        "headline": "\n" not in before and "\n" in plain,
        "sentence": len(re.findall(r"[.!?]\s", before)),
    }
    flags = fields.split()
    _set_kind(values, flags)
    for key, value in (flag.split("=", 1) for flag in flags if "=" in flag):
        _set_field(values, plain, key, value.replace("_", " "), before=start)
    return ActorMention(**values)


def _set_kind(values: dict[str, Any], flags: list[str]) -> None:
    if "pronoun" in flags:
        values["kind"] = "pronoun"
        values["gender"] = _GENDERS.get(values["head"], "neut" if values["head"] == "it" else None)
        values["number"] = "plur" if values["head"] in _PLURALS else "sing"
    elif "nominal" in flags:
        values.update(kind="nominal", definite="bare" not in flags, number="sing")
    for flag in flags:
        if flag in _LABELS:
            values["label"] = flag
        elif flag in {"masc", "fem"}:
            values["gender"] = flag
        elif flag == "plur":
            values["number"] = "plur"
        elif flag == "subject":
            values["subject"] = True
    if values["kind"] == "name" and values.get("label") == "PERSON":
        values["number"] = "sing"


def _set_field(values: dict[str, Any], plain: str, key: str, value: str, *, before: int) -> None:
    if key == "role":
        title, _, owner = value.partition("@")
        start = plain.index(
            title if not owner or plain.index(title) < plain.index(owner) else owner
        )
        end = max(plain.index(title) + len(title), plain.index(owner) + len(owner) if owner else 0)
        role = RoleMention(
            title=title, organization=owner or None, span=TextSpan.of(plain, start, end)
        )
        values["roles"] = (*values.get("roles", ()), role)
    elif key in {"is", "of"}:
        at = plain.find(value) if key == "is" else plain.rfind(value, 0, before + len(value) + 40)
        values["antecedent" if key == "is" else "of"] = TextSpan.of(plain, at, at + len(value))
    elif key == "verb":
        values["governor"] = int(value)
    elif key == "head":
        values["head"] = value
    else:
        values[key] = value


def _quote(plain: str, quote_id: str, speaker: str) -> QuoteMention:
    at = plain.index(speaker)
    return QuoteMention(
        id=quote_id,
        kind="direct",
        content=(TextSpan.of(plain, 0, 1),),
        speaker=TextSpan.of(plain, at, at + len(speaker)),
        sentence=0,
        paragraph=0,
    )
