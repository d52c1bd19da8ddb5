"""Reported clauses: what the grammar of reporting verbs says was said.

A `Report` ties one cue to the stretches of its sentence that it reports. The
quotation marks inside or beside them are the business of
`newsevents.pipeline.direct`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.clauses import Range, around, clean, is_empty, linear, subtree
from newsevents.pipeline.syntax import child, children, is_negated
from newsevents.rules.reporting import Lexicon, VerbEntry

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
#: Dependents that stand between a cue and what it reports, or behind it.
_PARTICIPLE_TAGS: Final = frozenset({"VBG"})
_DENIALS: Final = frozenset({"en.reporting.deny"})
_QUESTIONS: Final = frozenset({"whether", "if", "why", "how", "who", "when", "where"})
_PAUSES: Final = frozenset({",", "-", "–", "—"})
_DO: Final = frozenset({"do", "does", "did", "will"})


@dataclass(slots=True)
class Report:
    """A cue and the token ranges of what it reports, in order."""

    cue: Range
    anchor: int
    rule: str
    pieces: list[Range]

    def covers(self, token: int) -> bool:
        """Whether a token is part of what is reported."""
        return any(start <= token < end for start, end in self.pieces)


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
        yield from _according(token)
    elif pos == "VERB":
        entry = lexicon.verb(token.lemma_, token.lower_)
        if entry is not None:
            yield from _verb_report(token, entry)
    elif pos == "NOUN":
        rule = lexicon.nouns.get(token.lemma_.lower())
        if rule is not None:
            yield from _noun_report(token, rule)


def _verb_report(cue: Token, entry: VerbEntry) -> Iterator[Report]:
    arguments = _Arguments.of(cue)
    if _is_hedged(cue, entry) or _is_readers(arguments.subject):
        return
    for pieces in _candidates(cue, entry, arguments):
        cleaned = clean(cue.doc, pieces)
        if cleaned:
            if not is_empty(cue.doc, cleaned):
                yield Report((cue.i, cue.i + 1), cue.i, entry.rule, cleaned)
            return


def _is_hedged(cue: Token, entry: VerbEntry) -> bool:
    """Whether nothing is reported: "she would not say that it rained".

    A denial is a report by itself, negated or not, and a question stays one where
    it is not answered: "she would not say whether it rained".
    """
    if entry.rule in _DENIALS or not is_negated(cue):
        return False
    return not any(part.lower_ in _QUESTIONS for c in children(cue, "ccomp") for part in c.children)


def _is_readers(subject: Token | None) -> bool:
    """Whether the reader or everybody is the subject: "you know that it rains"."""
    return subject is not None and subject.lower_ in {"you", "we", "one"}


@dataclass(slots=True)
class _Arguments:
    """The dependents of a cue that matter."""

    clauses: list[Token]
    infinitive: Token | None
    object: Token | None
    recipient: Token | None
    obliques: list[Token]
    appended: list[Token]
    subject: Token | None

    @classmethod
    def of(cls, cue: Token) -> _Arguments:
        found = cls([], None, None, None, [], [], None)
        for part in cue.children:
            dep = part.dep_
            if dep == "ccomp":
                found.clauses.append(part)
            elif dep == "xcomp":
                found.infinitive = part
            elif dep == "obj":
                found.object = part
            elif dep == "iobj":
                found.recipient = part
            elif dep in {"obl", "advcl"}:
                found.obliques.append(part)
            elif dep == "parataxis":
                found.appended.append(part)
            elif dep in _SUBJECTS:
                found.subject = part
        return found


def _candidates(cue: Token, entry: VerbEntry, found: _Arguments) -> Iterator[list[Range]]:
    """What the cue may report, the surest first."""
    frames = entry.frames
    if "clause" in frames or "inserted" in frames:
        yield from (around(clause, cue, entry) for clause in found.clauses)
    if "inserted" in frames:
        yield from _inserted(cue, entry, found)
    if not _is_unrealised(cue):
        yield from _infinitives(cue, entry, found)
        if not _is_agentless(cue, found):
            yield from _phrases(cue, entry, found)
    if "clause" in frames and found.subject is not None and not entry.recipient:
        yield linear(cue, entry)


def _infinitives(cue: Token, entry: VerbEntry, found: _Arguments) -> Iterator[list[Range]]:
    infinitive = found.infinitive
    if infinitive is None:
        return
    if "object_infinitive" in entry.frames:
        yield from _with_infinitive(cue, found, infinitive)
    if "infinitive" in entry.frames and _has_to(infinitive):
        yield subtree(infinitive)


def _phrases(cue: Token, entry: VerbEntry, found: _Arguments) -> Iterator[list[Range]]:
    target = found.object
    if "predicate" in entry.frames and target is not None:
        yield _predicate(cue, found, target)
    if "preposition" in entry.frames:
        yield _prepositional(cue, entry, found)
    if "object" in entry.frames and target is not None and target.i > cue.i:
        yield subtree(target)


def _is_unrealised(cue: Token) -> bool:
    """Whether nobody has yet said it: "to criticise the plan", "may praise it"."""
    if cue.tag_ != "VB":
        return False
    return not any(part.dep_ == "aux" and part.lower_ in _DO for part in cue.children)


def _is_agentless(cue: Token, found: _Arguments) -> bool:
    """Whether nobody does it: "they were denied visas", "a theory called chaos"."""
    if found.subject is not None:
        return found.subject.dep_ == "nsubj:pass"
    return cue.tag_ == "VBN" and cue.dep_ in {"acl", "amod"}


def _inserted(cue: Token, entry: VerbEntry, found: _Arguments) -> Iterator[list[Range]]:
    """What a cue is put into, or comes before: "it is, he said, late"; "he said: it is late"."""
    if cue.dep_ in {"parataxis", "advcl"} and _is_inserted(cue):
        yield around(cue.head, cue, entry)
    for clause in found.appended:
        left = clause.left_edge.i
        if clause.i > cue.i and left > cue.i + 1 and cue.doc[left - 1].text in {":", ","}:
            yield subtree(clause)


def _with_infinitive(cue: Token, found: _Arguments, infinitive: Token) -> Iterator[list[Range]]:
    """Object and infinitive: "urged voters to stay calm", "called on voters to stay calm"."""
    target = found.object or found.recipient
    if target is not None and target.i > cue.i:
        yield [(target.left_edge.i, infinitive.right_edge.i + 1)]
    elif found.subject is not None and found.subject.dep_ == "nsubj:pass":
        yield subtree(infinitive)
    for part in found.obliques:
        case = child(part, "case")
        if case is not None and cue.i < part.i < infinitive.i:
            yield [(case.i + 1, infinitive.right_edge.i + 1)]


def _is_inserted(cue: Token) -> bool:
    """Whether the cue's clause is put into what it reports: "it is, he said, late"."""
    parts = list(cue.children)
    if any(part.dep_ in {"ccomp", "obj", "xcomp"} for part in parts):
        return False
    if cue.dep_ == "advcl":
        return any(part.lower_ == "as" and part.i < cue.i for part in parts)
    return any(part.dep_ in _SUBJECTS for part in parts)


def _has_to(infinitive: Token) -> bool:
    return any(part.dep_ == "mark" and part.lower_ == "to" for part in infinitive.children)


def _predicate(cue: Token, found: _Arguments, target: Token) -> list[Range]:
    """Object and predicate: "called the plan a mistake", "described the talks as frank"."""
    ends = [
        part.right_edge.i + 1
        for part in (found.infinitive, *found.obliques)
        if part is not None
        and part.i > cue.i
        and (
            not _has_to(part)
            if part is found.infinitive
            else any(c.lower_ == "as" for c in part.children)
        )
    ]
    if not ends:
        return []
    start = target.left_edge.i if target.i > cue.i else cue.i + 1
    return [(start, max(ends))]


def _prepositional(cue: Token, entry: VerbEntry, found: _Arguments) -> list[Range]:
    for part in found.obliques:
        if part.i < cue.i:
            continue
        case = next((c for c in part.children if c.dep_ in {"case", "mark"}), None)
        if case is None or case.lower_ not in entry.prepositions:
            continue
        target = found.object if found.object is not None and found.object.i > cue.i else None
        start = target.left_edge.i if target is not None else case.i + 1
        return [(start, part.right_edge.i + 1)]
    return []


def _according(token: Token) -> Iterator[Report]:
    """The clause that the phrase hangs on: "Prices fell, according to the bank"."""
    source = token.head if token.dep_ == "case" else _according_object(token)
    if source is None or source.i < token.i:
        return
    phrase = source if token.dep_ == "case" else token
    clause = phrase.head
    if clause.i == phrase.i:
        return
    while clause.dep_ not in {
        "ROOT",
        "ccomp",
        "conj",
        "acl:relcl",
        "parataxis",
        "advcl",
    } and clause.pos_ not in {"VERB", "AUX"}:
        if clause.head.i == clause.i:
            break
        clause = clause.head
    left = min(token.i, source.left_edge.i)
    right = max(source.right_edge.i + 1, token.right_edge.i + 1)
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    pieces = [p for p in ((start, min(left, end)), (max(right, start), end)) if p[0] < p[1]]
    cleaned = clean(token.doc, pieces)
    if cleaned:
        end_cue = token.i + 2 if token.i + 1 < len(token.doc) else token.i + 1
        yield Report((token.i, end_cue), source.i, "en.reporting.according_to", cleaned)


def _according_object(token: Token) -> Token | None:
    return next(
        (c for c in token.children if c.dep_ in {"obl", "obj", "nmod"} and c.i > token.i), None
    )


def _noun_report(noun: Token, rule: str) -> Iterator[Report]:
    """The clause of a noun: "his claim that the vote was rigged"."""
    for part in noun.children:
        if part.i <= noun.i or part.dep_ not in {"acl", "ccomp"}:
            continue
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in part.children):
            cleaned = clean(noun.doc, subtree(part))
            if cleaned:
                yield Report((noun.i, noun.i + 1), noun.i, rule, cleaned)
            return


def _cut_loose(doc: Doc, reports: list[Report]) -> list[Report]:
    """Reports of one sentence; those appended by a participle end the ones before them.

    "She said it had rained, adding that it would stop": the second is a report
    of its own even where the parse hangs it into the first.
    """
    for report in reports:
        if doc[report.anchor].tag_ in _PARTICIPLE_TAGS and _follows_comma(doc, report):
            _cut(doc, reports, report)
    return [report for report in reports if report.pieces]


def _follows_comma(doc: Doc, report: Report) -> bool:
    # The comma may hang on the participle or on the clause before it.
    left = doc[report.anchor].left_edge.i
    return any(doc[i].text in _PAUSES for i in range(max(0, left - 1), report.anchor))


def _cut(doc: Doc, reports: list[Report], participle: Report) -> None:
    border = min(doc[participle.anchor].left_edge.i, participle.anchor)
    for other in reports:
        if other is participle or not other.covers(participle.anchor):
            continue
        if other.anchor > participle.anchor:
            continue
        other.pieces = clean(doc, [(s, min(e, border)) for s, e in other.pieces if s < border])
