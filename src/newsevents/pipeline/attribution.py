"""Reports that the encoder sees and the grammar of reporting does not.

The encoder marks cues, sources and what is attributed to them. Grammar comes first,
for it can say why it found a quote; where a parse is wrong, or a word is no
reporting verb of the lexicon, what the encoder marks is taken; and it tells where
the words of a report end and the reporter goes on.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from newsevents.pipeline.clauses import Range, clean, is_anonymity
from newsevents.pipeline.marked import Marked, Marks
from newsevents.pipeline.report import Report
from newsevents.pipeline.syntax import is_negated

ATTRIBUTED: Final = "en.quote.attributed"
#: Fewer tokens are a name or a remnant, no statement.
MIN_CONTENT: Final = 3
#: So many tokens without a verb or a quotation mark may still be a statement.
LONG_CONTENT: Final = 6
#: Parts of speech that end nothing.
_OPEN: Final = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "AUX", "PART"})
#: Prepositions of what is only talked about: "reports about the decision".
_TOPICS: Final = frozenset({"about", "on", "over", "of", "for", "with"})
_PREDICATES: Final = frozenset({"VERB", "AUX"})


def find_attributed(
    doc: Doc, marks: Marks, reports: list[Report], quoted: bytearray
) -> list[Report]:
    """Reports that the encoder marks in sentences where grammar found none with that cue.

    Speech, and of what somebody thinks, wants or decides only what has words in marks.

    Args:
        doc: A Doc with a parse.
        marks: What the encoder marks in it.
        reports: What grammar found.
        quoted: Whether a token lies in a quotation, where no cue is looked for.
    """
    anchors = {report.anchor for report in reports}
    covered = {i for report in reports for i in _tokens(report.pieces)}
    found = []
    for pair in marks.pairs:
        anchor = pair.cue.root.i
        if quoted[anchor] or anchor in anchors or anchor in covered or _is_nothing(pair):
            continue
        pieces = clean(doc, [p for p in pair.pieces if covered.isdisjoint(range(*p))])
        if _is_said(doc, pair, pieces, quoted):
            found.append(Report((anchor, anchor + 1), anchor, ATTRIBUTED, pieces))
    return found


def _is_nothing(pair: Marked) -> bool:
    """Whether nothing is reported at a cue.

    "She would not say that it rained", "he was found guilty of fraud", "a man who asked
    not to be identified".
    """
    cue = pair.cue.root
    return is_anonymity(cue.doc, pair.pieces[0]) or is_negated(cue) or _is_agentless(cue)


def _is_said(doc: Doc, pair: Marked, pieces: list[Range], quoted: bytearray) -> bool:
    """Whether words are said: those in marks, and other statements at a cue of speech."""
    if not pieces or not _is_statement(doc, pieces, quoted):
        return False
    used = any(quoted[i] for i in _tokens(pieces))
    return used or (pair.spoken and doc[pieces[0][0]].lower_ not in _TOPICS)


def cut_tails(doc: Doc, marks: Marks, reports: list[Report], quoted: bytearray) -> None:
    """End reports where the encoder ends them: "he would win | , drawing cheers".

    A parse tells badly whether a clause behind what was said belongs to it or is the
    reporter's. Words in marks are never cut off.
    """
    pairs = {i: pair for pair in marks.pairs for i in range(pair.cue.start, pair.cue.end)}
    for report in reports:
        pair = pairs.get(report.anchor)
        pieces = [] if pair is None else clean(doc, list(pair.pieces))
        if not pieces or doc[pieces[-1][1] - 1].pos_ in _OPEN:
            continue
        tail = _tail(report.pieces, pieces)
        if tail and not any(quoted[i] for i in tail):
            report.pieces = pieces


def _tail(ours: list[Range], theirs: list[Range]) -> set[int]:
    """What our pieces have more than others that begin alike; nothing if those say more."""
    kept, whole = _tokens(theirs), _tokens(ours)
    return whole - kept if ours[0][0] == theirs[0][0] and kept <= whole else set()


def _tokens(pieces: list[Range]) -> set[int]:
    return {i for start, end in pieces for i in range(start, end)}


def _is_agentless(cue: Token) -> bool:
    """Whether a passive does not tell who reports."""
    parts = {part.dep_ for part in cue.children}
    return "aux:pass" in parts and parts.isdisjoint({"obl:agent", "expl", "ccomp"})


def _is_statement(doc: Doc, pieces: list[Range], quoted: bytearray) -> bool:
    """Whether a content says something: "Ann Hill as" does not."""
    words = _tokens(pieces)
    if len(words) < MIN_CONTENT:
        return False
    told = any(quoted[i] or doc[i].pos_ in _PREDICATES for i in words)
    return told or len(words) >= LONG_CONTENT
