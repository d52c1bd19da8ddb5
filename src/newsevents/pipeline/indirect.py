"""Reported clauses: what the grammar of reporting verbs says was said.

A `Report` ties one cue to the stretches of its sentence that it reports. The
quotation marks inside or beside them are the business of
`newsevents.pipeline.direct`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.arguments import SUBJECTS, Arguments
from newsevents.pipeline.attributions import ACCORDING, according, noun_content
from newsevents.pipeline.clauses import Range, clean, is_anonymity, is_empty
from newsevents.pipeline.frames import candidates
from newsevents.pipeline.report import Report
from newsevents.pipeline.syntax import children, is_negated
from newsevents.rules.reporting import Lexicon, VerbEntry

_PARTICIPLE_TAGS: Final = frozenset({"VBG"})
_DENIALS: Final = frozenset({"en.reporting.deny"})
_QUESTIONS: Final = frozenset({"whether", "if", "why", "how", "who", "when", "where"})
_CONTRASTS: Final = frozenset({"though", "although", "while", "whereas"})
#: Tags of cues that may be joined to one of the same: "to accuse him of it and urge them to".
_JOINED: Final = frozenset({"VBD", "VBZ", "VBP", "VB"})
_PAUSES: Final = frozenset({",", "-", "–", "—"})


def find_reports(doc: Doc, lexicon: Lexicon, quoted: bytearray) -> list[Report]:
    """All reports whose cue stands outside quotation marks, in order of their cues.

    One may stand in another: "he said that she had told him that". ``quoted[i]`` says
    whether token ``i`` lies in a quotation.
    """
    reports: list[Report] = []
    sentence: list[Report] = []
    for token in doc:
        if token.is_sent_start and sentence:
            reports.extend(_cut_loose(doc, sentence))
            sentence = []
        if not quoted[token.i]:
            sentence.extend(_reports(token, lexicon))
    return reports + _cut_loose(doc, sentence)


def _reports(token: Token, lexicon: Lexicon) -> Iterator[Report]:
    pos = token.pos_
    if token.lower_ == "according":
        for cue, source, pieces in according(token):
            cleaned = clean(token.doc, pieces)
            if cleaned:
                yield Report(cue, source.i, ACCORDING, cleaned)
    elif pos == "VERB":
        entry = lexicon.verb(token.lemma_, token.lower_)
        if entry is not None:
            yield from _verb_report(token, entry)
    elif pos == "NOUN":
        noun = lexicon.nouns.get(token.lemma_.lower())
        cleaned = clean(token.doc, noun_content(token, noun)) if noun is not None else []
        if noun is not None and cleaned:
            yield Report((token.i, token.i + 1), token.i, noun.rule, cleaned)


def _verb_report(cue: Token, entry: VerbEntry) -> Iterator[Report]:
    arguments = Arguments.of(cue)
    if _is_hedged(cue, entry, arguments) or _is_readers(cue, arguments.subject):
        return
    if any(_is_said_as(clause) for clause in cue.rights):
        return
    for pieces in candidates(cue, entry, arguments):
        cleaned = _with_list(cue, clean(cue.doc, pieces))
        if cleaned:
            if not is_empty(cue.doc, cleaned) and not is_anonymity(cue.doc, cleaned[0]):
                yield Report((cue.i, cue.i + 1), cue.i, entry.rule, cleaned)
            return


def _is_said_as(clause: Token) -> bool:
    """Whether a clause reports in a verb's stead: "saying" in "quoted him as saying that"."""
    if clause.lemma_ not in {"say", "tell"} or clause.tag_ != "VBG":
        return False
    return any(part.lower_ == "as" for part in clause.lefts)


def _with_list(cue: Token, pieces: list[Range]) -> list[Range]:
    """What is reported with what a colon opens: "noted two things: it rained and it snowed"."""
    if not pieces or pieces[-1][0] < cue.i:
        return pieces
    start, end = pieces[-1]
    border = cue.sent.end
    if end >= border or cue.doc[end].text != ":":
        return pieces
    return [*pieces[:-1], *clean(cue.doc, [(start, border)])]


def _is_hedged(cue: Token, entry: VerbEntry, found: Arguments) -> bool:
    """Whether nothing is reported: "she would not say that it rained".

    A denial is a report by itself, negated or not, a question stays one where it is
    not answered ("she would not say whether it rained"), and what somebody does not
    talk about is told: "she did not mention the rain".
    """
    if entry.rule in _DENIALS or not is_negated(cue) or not found.clauses:
        return False
    return not any(part.lower_ in _QUESTIONS for c in children(cue, "ccomp") for part in c.children)


def _is_readers(cue: Token, subject: Token | None) -> bool:
    """Whether the reader or everybody is the subject: "you know that it rains".

    Not so in "we asked whether it rained".
    """
    if subject is None or (subject.lower_ == "we" and cue.tag_ == "VBD"):
        return False
    return subject.lower_ in {"you", "we", "one"}


def _cut_loose(doc: Doc, reports: list[Report]) -> list[Report]:
    """Reports of one sentence; those appended to others end the ones before them.

    "She said it had rained, adding that it would stop" and "He said it rained and
    added that it would stop": the second is a report of its own even where the
    parse hangs it into the first.
    """
    for report in reports:
        cue = doc[report.anchor]
        if cue.tag_ in _PARTICIPLE_TAGS and _follows_comma(doc, report):
            _cut(doc, reports, report, min(cue.left_edge.i, cue.i))
        elif (border := _coordination(cue)) is not None:
            _cut(doc, reports, report, border)
    return [report for report in reports if report.pieces]


def _follows_comma(doc: Doc, report: Report) -> bool:
    # The comma may hang on the participle or on the clause before it.
    left = doc[report.anchor].left_edge.i
    left -= left > 0 and doc[left - 1].is_quote
    return any(doc[i].text in _PAUSES for i in range(max(0, left - 1), report.anchor))


def _coordination(cue: Token) -> int | None:
    """Where a report begins that is joined to another: "and said", "though she admitted".

    With a subject of its own it needs a comma before it.
    """
    if cue.tag_ not in _JOINED or cue.dep_ not in {"conj", "advcl"}:
        return None
    joined, subject = None, False
    for part in cue.children:
        if part.i > cue.i:
            break
        subject = subject or part.dep_ in SUBJECTS
        if part.dep_ == "cc" or (part.dep_ == "mark" and part.lower_ in _CONTRASTS):
            joined = part.i
    if joined is None or (subject and not (joined and cue.doc[joined - 1].text == ",")):
        return None
    return int(joined)


def _cut(doc: Doc, reports: list[Report], later: Report, border: int) -> None:
    for other in reports:
        if other is later or not other.covers(later.anchor) or other.anchor > later.anchor:
            continue
        if doc[later.anchor].tag_ not in _PARTICIPLE_TAGS and not _agree(doc, other, later):
            continue
        other.pieces = clean(doc, [(s, min(e, border)) for s, e in other.pieces if s < border])


def _agree(doc: Doc, first: Report, second: Report) -> bool:
    """Whether two cues have one tense: "says it rained and adds"."""
    return _tense(doc[first.anchor]) == _tense(doc[second.anchor])


def _tense(cue: Token) -> str:
    """The tag that shows the tense: that of "is" in "is telling"."""
    shown = [part.tag_ for part in cue.children if part.dep_ == "aux" and part.tag_ != "MD"]
    return shown[0] if cue.tag_ == "VBG" and shown else cue.tag_
