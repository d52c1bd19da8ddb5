"""Finds time expressions and says what day, month or year they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.pipeline.tense import TenseFinder
from newsevents.timex import Timex, default_reader


class TimeFinder:
    """Marks time expressions with their TIMEX3 type and value.

    Values are anchored on the day of publication, on the tense of the governing
    verb and on the dates told before. Without a day of publication what is
    relative to it ("on Tuesday") has no value. Works without any annotation;
    parts of speech and a parse make "May" and "on Friday" surer.
    """

    def __init__(self, name: str = "newsevents_times") -> None:
        self.name = name
        self._reader = default_reader()

    def __call__(self, doc: Doc) -> Doc:
        """Write the expressions to ``doc.spans``."""
        doc.spans[keys.TIMES] = list(self._spans(doc))
        return doc

    def find(self, doc: Doc) -> list[Timex]:
        """The expressions of a Doc, as offsets of characters."""
        tagged = doc.has_annotation("POS")
        tense = TenseFinder(doc) if tagged and doc.has_annotation("DEP") else None
        return self._reader.read(
            doc.text,
            published=published_on(doc),
            pos_at=_PosAt(doc) if tagged else None,
            tense_at=tense,
        )

    def _spans(self, doc: Doc) -> Iterator[Span]:
        end = 0
        for timex in self.find(doc):
            span = doc.char_span(
                timex.start,
                timex.end,
                label=timex.kind,
                kb_id=timex.value or "",
                alignment_mode="expand",
            )
            # Two expressions in one token, "1939-45", are one span.
            if span is not None and span.start >= end and not _is_named(span):
                end = span.end
                yield span


def _is_named(span: Span) -> bool:
    """Whether one word is part of a person's or an organisation's name: "Ms May", "Daily Mail"."""
    token = span[0]
    if len(span) > 1:
        return False
    if token.ent_type_ == "PERSON" or any(part.dep_ == "nmod:desc" for part in token.lefts):
        return True
    following = span.doc[span.end : span.end + 1]
    inside = token.ent_iob_ == "I" or any(part.ent_iob_ == "I" for part in following)
    return token.ent_type_ == "ORG" and inside


class _PosAt:
    """Part of speech of the token at a character."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def __call__(self, at: int) -> str | None:
        span = self._doc.char_span(at, at + 1, alignment_mode="expand")
        return span[0].pos_ or None if span else None


def published_on(doc: Doc) -> dt.date | None:
    """The day of publication that a Doc carries, if any."""
    stated = doc.user_data.get(keys.PUBLISHED_AT)
    if not stated:
        return None
    try:
        return dt.datetime.fromisoformat(str(stated)).date()
    except ValueError:
        return None


@Language.factory("newsevents_times", assigns=["doc.spans"])
def make_time_finder(nlp: Language, name: str) -> TimeFinder:
    """Build the component behind ``nlp.add_pipe("newsevents_times")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
    """
    del nlp
    return TimeFinder(name)
