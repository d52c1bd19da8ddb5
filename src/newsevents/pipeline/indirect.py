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

from newsevents.pipeline.syntax import is_negated
from newsevents.rules.reporting import Lexicon, VerbEntry

Range = tuple[int, int]

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl"})
#: Dependents that stand between a cue and what it reports, or behind it.
_PARTICIPLE_TAGS: Final = frozenset({"VBG"})
_DENIALS: Final = frozenset({"en.reporting.deny"})
_EDGES: Final = frozenset(",;:-–—―.…")


@dataclass(slots=True)
class Report:
    """A cue and the token ranges of what it reports, in order."""

    cue: Range
    anchor: int
    rule: str
    pieces: list[Range]

    @property
    def size(self) -> int:
        """How many tokens are reported."""
        return sum(end - start for start, end in self.pieces)

    def covers(self, token: int) -> bool:
        """Whether a token is part of what is reported."""
        return any(start <= token < end for start, end in self.pieces)


def find_reports(doc: Doc, lexicon: Lexicon, quoted: bytearray) -> list[Report]:
    """All reports whose cue stands outside quotation marks, in order of their cues.

    ``quoted[i]`` says whether token ``i`` lies in a quotation.
    """
    kept: list[Report] = []
    found: list[Report] = []
    for token in doc:
        if token.is_sent_start and found:
            kept.extend(_outermost(doc, found))
            found = []
        if not quoted[token.i]:
            found.extend(_reports(token, lexicon))
    return kept + _outermost(doc, found)


def _reports(token: Token, lexicon: Lexicon) -> Iterator[Report]:
    pos = token.pos_
    if token.lower_ == "according":
        yield from _according(token)
    elif pos == "VERB":
        entry = lexicon.verbs.get(token.lemma_.lower())
        if entry is not None:
            yield from _verb_report(token, entry)
    elif pos == "NOUN":
        rule = lexicon.nouns.get(token.lemma_.lower())
        if rule is not None:
            yield from _noun_report(token, rule)


def _verb_report(cue: Token, entry: VerbEntry) -> Iterator[Report]:
    if _is_hedged(cue, entry):
        return
    arguments = _Arguments.of(cue)
    for pieces in _candidates(cue, entry, arguments):
        cleaned = clean(cue.doc, pieces)
        if cleaned:
            yield Report((cue.i, cue.i + 1), cue.i, entry.rule, cleaned)
            return


def _is_hedged(cue: Token, entry: VerbEntry) -> bool:
    """Whether nothing is reported: "would not say that", "if she says that", "say it".

    A denial is a report by itself, negated or not.
    """
    if entry.rule in _DENIALS:
        return False
    return is_negated(cue)


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
        for child in cue.children:
            dep = child.dep_
            if dep == "ccomp":
                found.clauses.append(child)
            elif dep == "xcomp":
                found.infinitive = child
            elif dep == "obj":
                found.object = child
            elif dep == "iobj":
                found.recipient = child
            elif dep in {"obl", "advcl", "obl:about"}:
                found.obliques.append(child)
            elif dep == "parataxis":
                found.appended.append(child)
            elif dep in _SUBJECTS:
                found.subject = child
        return found


def _candidates(cue: Token, entry: VerbEntry, found: _Arguments) -> Iterator[list[Range]]:
    """What the cue may report, the surest first."""
    frames = entry.frames
    passive = found.subject is not None and found.subject.dep_ == "nsubj:pass"
    if "clause" in frames or "inserted" in frames:
        for clause in found.clauses:
            yield _around(clause, cue)
    if "inserted" in frames:
        if cue.dep_ in {"parataxis", "advcl"} and _is_inserted(cue):
            yield _around(cue.head, cue)
        for clause in found.appended:
            if clause.i > cue.i and clause.left_edge.i > 0 and clause.nbor(-1) is not None:
                if cue.doc[clause.left_edge.i - 1].text in {":", ","}:
                    yield [(clause.left_edge.i, clause.right_edge.i + 1)]
    if "object_infinitive" in frames and found.infinitive is not None:
        target = found.object or found.recipient
        if target is not None and target.i > cue.i:
            yield [(target.left_edge.i, found.infinitive.right_edge.i + 1)]
        elif passive:
            yield _subtree(found.infinitive)
        obliques = [t for t in found.obliques if cue.i < t.i < found.infinitive.i]
        if obliques:
            yield [(obliques[0].left_edge.i, found.infinitive.right_edge.i + 1)]
    if "infinitive" in frames and found.infinitive is not None and _has_to(found.infinitive):
        yield _subtree(found.infinitive)
    if "predicate" in frames and found.object is not None:
        yield _predicate(cue, found)
    if "preposition" in frames:
        yield _prepositional(cue, entry, found)
    if "object" in frames and found.object is not None and found.object.i > cue.i:
        yield _subtree(found.object)


def _subtree(token: Token) -> list[Range]:
    return [(token.left_edge.i, token.right_edge.i + 1)]


def _around(clause: Token, cue: Token) -> list[Range]:
    """The clause without the cue's own clause, which may stand inside it."""
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    left, right = _cue_clause(cue, clause)
    if clause.i > cue.i and start >= cue.i:
        return [(max(start, cue.i + 1), end)]
    pieces = [(start, min(end, left)), (max(start, right), end)]
    return [piece for piece in pieces if piece[0] < piece[1]]


def _cue_clause(cue: Token, clause: Token) -> Range:
    """The tokens of the reporting clause, without what it reports."""
    left, right = cue.i, cue.i + 1
    for child in cue.children:
        if child.i == clause.i or child.dep_ in {"ccomp", "punct", "parataxis"}:
            continue
        left, right = min(left, child.left_edge.i), max(right, child.right_edge.i + 1)
    return left, right


def _is_inserted(cue: Token) -> bool:
    """Whether the cue's clause is put into what it reports: "it is, he said, late"."""
    children = list(cue.children)
    if any(child.dep_ in {"ccomp", "obj", "xcomp"} for child in children):
        return False
    if cue.dep_ == "advcl":
        return any(child.lower_ == "as" and child.i < cue.i for child in children)
    return any(child.dep_ in _SUBJECTS for child in children)


def _has_to(infinitive: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in infinitive.children)


def _predicate(cue: Token, found: _Arguments) -> list[Range]:
    """ "the plan a mistake", "the talks as frank"."""
    target = found.object
    if target is None:
        return []
    if found.infinitive is not None:
        ends = [found.infinitive.right_edge.i + 1]
    else:
        ends = [
            part.right_edge.i + 1
            for part in found.obliques
            if part.i > cue.i and any(c.lower_ == "as" for c in part.children)
        ]
    if not ends:
        return []
    if target.i > cue.i:
        return [(target.left_edge.i, max(ends))]
    return [(cue.i + 1, max(ends))]


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
    """ "Prices fell, according to the bank": the clause that the phrase hangs on."""
    source = token.head if token.dep_ == "case" else _according_object(token)
    if source is None or source.i < token.i:
        return
    phrase = source if token.dep_ == "case" else token
    clause = phrase.head
    if clause.i == phrase.i:
        return
    while clause.dep_ not in {"ROOT", "ccomp", "conj", "acl:relcl", "parataxis", "advcl"} and clause.pos_ not in {"VERB", "AUX"}:
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
    return next((c for c in token.children if c.dep_ in {"obl", "obj", "nmod"} and c.i > token.i), None)


def _noun_report(noun: Token, rule: str) -> Iterator[Report]:
    """ "his claim that the vote was rigged"."""
    for child in noun.children:
        if child.i <= noun.i or child.dep_ not in {"acl", "ccomp"}:
            continue
        if any(c.dep_ == "mark" and c.lower_ == "that" for c in child.children):
            cleaned = clean(noun.doc, _subtree(child))
            if cleaned:
                yield Report((noun.i, noun.i + 1), noun.i, rule, cleaned)
            return


def clean(doc: Doc, pieces: list[Range]) -> list[Range]:
    """The pieces without punctuation at their edges and without a leading "that"."""
    found: list[Range] = []
    for start, end in pieces:
        while start < end and (doc[start].text in _EDGES or doc[start].is_space):
            start += 1
        if not found and start < end and doc[start].lower_ == "that" and doc[start].dep_ == "mark":
            start += 1
        while start < end and (doc[end - 1].text in _EDGES or doc[end - 1].is_space):
            end -= 1
        if start < end:
            found.append((start, end))
    return found


def _outermost(doc: Doc, reports: list[Report]) -> list[Report]:
    """Reports that stand in no other report; those appended by a participle cut loose.

    "She said it had rained, adding that it would stop": the second is a report
    of its own even where the parse hangs it into the first.
    """
    for report in reports:
        if doc[report.anchor].tag_ in _PARTICIPLE_TAGS and _follows_comma(doc, report):
            _cut(doc, reports, report)
    kept: list[Report] = []
    for report in sorted(reports, key=lambda r: -r.size):
        if report.pieces and not any(other.covers(report.anchor) for other in kept):
            kept.append(report)
    return sorted(kept, key=lambda r: r.anchor)


def _follows_comma(doc: Doc, report: Report) -> bool:
    left = doc[report.anchor].left_edge.i
    left = min(left, report.anchor)
    return left > 0 and doc[left - 1].text in {",", "-", "–", "—"}


def _cut(doc: Doc, reports: list[Report], participle: Report) -> None:
    border = min(doc[participle.anchor].left_edge.i, participle.anchor)
    for other in reports:
        if other is participle or not other.covers(participle.anchor):
            continue
        if other.anchor > participle.anchor:
            continue
        other.pieces = clean(
            doc, [(s, min(e, border)) for s, e in other.pieces if s < border]
        )
