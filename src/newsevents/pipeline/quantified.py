"""Speakers whose words name nobody: "one of the officials", "a source close to the band"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from newsevents import keys
from newsevents.pipeline.syntax import children, phrase, preposition
from newsevents.rules.nominals import nouns

_ONE: Final = frozenset({"one", "another", "source"})
#: People where they speak, and things elsewhere: "sources of income".
_SOURCES: Final = frozenset({"source", "sources"})
_COUNTING: Final = frozenset({"NUM", "DET", "PRON", "ADJ"})


def quantified_speakers(doc: Doc, named: bytearray) -> Iterator[Span]:
    """Mentions of speakers who are some out of many with a noun, and of sources."""
    seen: set[tuple[int, int]] = set()
    for speaker in doc.spans.get(keys.SPEAKERS, ()):
        root = speaker.root
        told = phrase(root)
        place = told.start, told.end
        if place in seen or named[root.i]:
            continue
        some = root.pos_ in _COUNTING and any(map(_are_people, children(root, "nmod")))
        if some or root.lower_ in _SOURCES:
            seen.add(place)
            label = "PERSON" if root.lower_ in _ONE else "GROUP"
            yield Span(doc, *place, label=label, kb_id="nominal")


def _are_people(many: Token) -> bool:
    known = nouns().get(many.lower_)
    people = known is not None and known.label in {"PERSON", "GROUP"}
    return people and preposition(many) in {"of", "among"}
