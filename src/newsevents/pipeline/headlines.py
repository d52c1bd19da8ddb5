"""Reports in headlines, which have a grammar of their own.

"Ivanov: Talks ‘Went Well’", "Ivanov on Trade: ‘We Will See’", "Ivanov Calls Talks a
‘Disgrace’". Capitals on every word mislead a parser, so these are read by position.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from spacy.tokens import Doc

from newsevents.pipeline.clauses import clean
from newsevents.pipeline.direct import COLON
from newsevents.pipeline.paragraphs import HEADLINE_TOKENS
from newsevents.pipeline.quotation_marks import ParagraphRange
from newsevents.pipeline.report import Report
from newsevents.rules.reporting import Lexicon

_SPEAKERS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: How long the words before a colon may be, and how far in a verb may stand.
_LONGEST: Final = 10


def headline_reports(
    doc: Doc, ranges: Iterable[ParagraphRange], lexicon: Lexicon, reports: list[Report]
) -> Iterator[Report]:
    """What headlines report in which the grammar of sentences finds nothing."""
    for number, paragraph in enumerate(ranges):
        if not _is_headline(paragraph, first=number == 0):
            continue
        start, end = paragraph.start, paragraph.end
        if any(start <= report.cue[0] < end for report in reports):
            continue
        yield from _after_colon(doc, start, end) or _after_verb(doc, start, end, lexicon)


def _is_headline(paragraph: ParagraphRange, *, first: bool) -> bool:
    """Whether a paragraph is one, by its role or as a short line at the top."""
    short = paragraph.end - paragraph.start <= HEADLINE_TOKENS
    return paragraph.role == "headline" or (first and paragraph.spoken and short)


def _after_colon(doc: Doc, start: int, end: int) -> list[Report]:
    """The rest behind a name and a colon."""
    for index in range(start + 1, min(end, start + _LONGEST)):
        if doc[index].text == ":":
            said = any(word.pos_ in {"VERB", "AUX"} for word in doc[index:end])
            named = any(word.ent_type_ in _SPEAKERS for word in doc[start:index])
            return _report(doc, index, index + 1, end, COLON) if said and named else []
    return []


def _names(doc: Doc, start: int) -> bool:
    return doc[start].ent_type_ in _SPEAKERS


def _after_verb(doc: Doc, start: int, end: int, lexicon: Lexicon) -> list[Report]:
    """The rest behind the first verb that reports: only forms such as "Calls" and "Slams"."""
    for index in range(start + 1, min(end, start + _LONGEST)):
        word = doc[index]
        entry = lexicon.forms.get(word.lower_)
        if entry is not None and word.lower_.endswith("s") and _names(doc, start):
            return _report(doc, index, index + 1, end, entry.rule)
    return []


def _report(doc: Doc, cue: int, start: int, end: int, rule: str) -> list[Report]:
    pieces = clean(doc, [(start, end)])
    return [Report((cue, cue + 1), cue, rule, pieces)] if pieces else []
