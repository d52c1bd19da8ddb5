"""What a reporting verb reports, by the grammar that its lexicon entry allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from newsevents.pipeline.arguments import SUBJECTS, Arguments
from newsevents.pipeline.clauses import Range, around, begins_setting, linear, subtree
from newsevents.pipeline.parenthetical import parenthetical
from newsevents.pipeline.syntax import child
from newsevents.rules.reporting import VerbEntry

_DO: Final = frozenset({"do", "does", "did", "will"})
_NAMES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_REAL: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_OBJECTS: Final = frozenset({"ccomp", "obj", "xcomp"})
#: Verbs of using a way to speak, whose purpose is reached.
_WAYS: Final = frozenset({"take", "use", "go", "turn", "return"})
_MARKS: Final = frozenset("\"“”„«»'‘’`″") | {"''", "``"}


def candidates(cue: Token, entry: VerbEntry, found: Arguments) -> Iterator[list[Range]]:
    """What the cue may report, the surest first."""
    frames = entry.frames
    if "inserted" in frames and "clause" in frames:
        yield parenthetical(cue, found)
    if "clause" in frames or "inserted" in frames:
        yield from (_clause(clause, cue, entry) for clause in _in_order(cue, found)[:1])
    if "inserted" in frames:
        yield from _inserted(cue, entry, found)
    if not _is_unrealised(cue):
        yield from _infinitives(cue, entry, found)
        if not _is_agentless(cue, found):
            yield from _phrases(cue, entry, found)
        elif found.subject is not None:
            yield _passive(cue, entry, found, found.subject)
    speaks = (found.subject is not None and not found.is_passive) or cue.tag_ == "VBG"
    if "clause" in frames and speaks and not entry.recipient:
        yield linear(cue, entry)


def _in_order(cue: Token, found: Arguments) -> list[Token]:
    """The clauses of a cue, those behind it first: "It rained: he said it would stop"."""
    clauses = [c for c in found.clauses if not (found.is_passive and _is_bare(c))]
    return sorted(clauses, key=lambda clause: clause.i < cue.i)


def _is_bare(clause: Token) -> bool:
    """Whether a "clause" only says how somebody was found: "was found guilty"."""
    parts = {part.dep_ for part in clause.children}
    return clause.pos_ == "ADJ" and parts.isdisjoint({*SUBJECTS, "mark", "cop"})


def _clause(clause: Token, cue: Token, entry: VerbEntry) -> list[Range]:
    """A clause and those joined to it: "said that it rained and that it would stop"."""
    pieces = around(clause, cue, entry)
    if clause.i < cue.i:
        return pieces
    joined = [p for p in cue.children if p.dep_ == "conj" and _has_mark(p, "that")]
    ends = [part.right_edge.i + 1 for part in joined if part.i > clause.i]
    return [(start, max([end, *ends])) for start, end in pieces]


def _has_mark(clause: Token, word: str) -> bool:
    return any(part.dep_ == "mark" and part.lower_ == word for part in clause.children)


def _infinitives(cue: Token, entry: VerbEntry, found: Arguments) -> Iterator[list[Range]]:
    infinitive = found.infinitive or _purpose(found)
    if infinitive is None:
        return
    if "object_infinitive" in entry.frames:
        yield from _with_infinitive(cue, found, infinitive)
    if "infinitive" in entry.frames and _has_mark(infinitive, "to"):
        yield subtree(infinitive)


def _purpose(found: Arguments) -> Token | None:
    """An infinitive that a parse takes for a purpose: "called on them to “stay calm”"."""
    return next((p for p in found.obliques if p.dep_ == "advcl" and _has_mark(p, "to")), None)


def _phrases(cue: Token, entry: VerbEntry, found: Arguments) -> Iterator[list[Range]]:
    target = found.object
    if "predicate" in entry.frames and target is not None:
        yield _predicate(cue, found, target)
    if "preposition" in entry.frames:
        yield _prepositional(cue, entry, found)
    if "object" in entry.frames and target is not None and target.i > cue.i:
        yield _object(found, target)


def _object(found: Arguments, target: Token) -> list[Range]:
    """An object with what is said of it in marks: "praised the crew in a “heartfelt” letter"."""
    end = target.right_edge.i + 1
    for part in found.obliques:
        if part.i < target.i or not (part.dep_ == "obl" or _has_mark(part, "for")):
            continue
        words = target.doc[part.left_edge.i : part.right_edge.i + 1]
        if any(word.text in _MARKS for word in words):
            end = max(end, part.right_edge.i + 1)
    return [(target.left_edge.i, end)]


def _is_unrealised(cue: Token) -> bool:
    """Whether nobody has yet said it: "to criticise the plan", "may praise it".

    Not so in "declined to comment on the plan", "went on to praise it" and "took to the
    radio to criticise it".
    """
    told = cue.dep_ == "xcomp" or (cue.dep_ == "advcl" and cue.head.lemma_ in _WAYS)
    if cue.tag_ != "VB" or (told and cue.head.tag_ in _REAL):
        return False
    return not any(part.dep_ == "aux" and part.lower_ in _DO for part in cue.children)


def _is_agentless(cue: Token, found: Arguments) -> bool:
    """Whether nobody does it: "they were denied visas", "a theory called chaos"."""
    if found.subject is not None or found.is_passive:
        return found.is_passive
    return cue.tag_ == "VBN" and cue.dep_ in {"acl", "amod"}


def _inserted(cue: Token, entry: VerbEntry, found: Arguments) -> Iterator[list[Range]]:
    """What a cue is put into, or comes before: "it is, he said, late"; "he said: it is late"."""
    if cue.dep_ in {"parataxis", "advcl"} and _is_inserted(cue, entry):
        yield around(cue.head, cue, entry)
    for clause in found.appended:
        left = clause.left_edge.i
        if clause.i > cue.i and left > cue.i + 1 and cue.doc[left - 1].text in {":", ","}:
            yield subtree(clause)


def _with_infinitive(cue: Token, found: Arguments, infinitive: Token) -> Iterator[list[Range]]:
    """Object and infinitive: "urged voters to stay calm", "called on voters to stay calm"."""
    target = found.object or found.recipient
    if target is not None and target.i > cue.i:
        yield [(target.left_edge.i, infinitive.right_edge.i + 1)]
    elif found.is_passive:
        yield subtree(infinitive)
    for part in found.obliques:
        case = child(part, "case")
        if case is not None and cue.i < part.i < infinitive.i:
            yield [(case.i + 1, infinitive.right_edge.i + 1)]


def _is_inserted(cue: Token, entry: VerbEntry) -> bool:
    """Whether the cue's clause is put into what it reports: "it is, he said, late"."""
    parts = list(cue.children)
    if any(part.dep_ in _OBJECTS and part.lower_ != "it" for part in parts):
        return False
    if cue.dep_ == "advcl":
        if any(part.dep_ == "nsubj:pass" for part in parts):
            return False  # "she wept as the sentence was read"
        return any(part.lower_ == "as" and part.i < cue.i for part in parts)
    return any(part.dep_ in SUBJECTS for part in parts) and not entry.only_as


def _predicate(cue: Token, found: Arguments, target: Token) -> list[Range]:
    """Object and predicate: "called the plan a mistake", "described as frank the talks"."""
    parts = [part for part in _predicates(found) if part.i > cue.i]
    start = target.left_edge.i if target.i > cue.i else cue.i + 1
    end = target.right_edge.i + 1
    if not parts:
        # "calls the law “a mess”" with the marks as the only border of object and predicate.
        inside = cue.doc[start + 1 : end - 1] if target.i > cue.i else ()
        return [(start, end)] if any(token.text in _MARKS for token in inside) else []
    first = min(part.left_edge.i for part in parts)
    start = max(cue.i + 1, min(start, first))
    return [_without_setting(cue, start, max(end, *(p.right_edge.i + 1 for p in parts)))]


def _predicates(found: Arguments) -> Iterator[Token]:
    if found.infinitive is not None and not _has_mark(found.infinitive, "to"):
        yield found.infinitive
    yield from (part for part in found.clauses if not _has_mark(part, "that"))
    for part in found.obliques:
        if any(word.lower_ == "as" for word in part.children):
            yield part


def _passive(cue: Token, entry: VerbEntry, found: Arguments, subject: Token) -> list[Range]:
    """Whom and of what: "| he | was accused | of lying"; "| the plan | was described | as dead".

    "The plan was announced by the mayor" is reported whole, for its agent speaks.
    """
    behind: list[Range] = []
    if "preposition" in entry.frames:
        behind = _prepositional(cue, entry, found)
    if not behind and "predicate" in entry.frames:
        behind = [
            subtree(p)[0]
            for p in found.obliques
            if child(p, "case", "mark") is not None
            and any(word.lower_ == "as" for word in p.children)
        ][:1]
    agent = any(p.dep_ == "obl:agent" and p.ent_type_ in _NAMES for p in cue.children)
    if not behind and not (agent and "object" in entry.frames):
        return []
    return [*subtree(subject), *behind] if subject.i < cue.i else behind


def _prepositional(cue: Token, entry: VerbEntry, found: Arguments) -> list[Range]:
    """A phrase behind its preposition: "warned of floods", "accused | her of lying"."""
    parts = [*found.obliques, *found.clauses, *filter(None, [found.infinitive])]
    for part in sorted(parts, key=lambda part: part.i):
        case = next((c for c in part.children if c.dep_ in {"case", "mark"}), None)
        if part.i < cue.i or case is None or case.lower_ not in entry.prepositions:
            continue
        target = found.object or found.recipient
        if target is not None and cue.i < target.i < part.i and not entry.recipient:
            start = target.left_edge.i
        else:
            start = case.i + 1
        end = part.right_edge.i + 1
        return [_without_setting(cue, start, end) if case.lower_ == "as" else (start, end)]
    return []


def _without_setting(cue: Token, start: int, end: int) -> Range:
    """Without when and where it was said: called it “a mess” | during a visit to Leeds |."""
    doc = cue.doc
    for index in range(end - 2, start, -1):
        if doc[index].text in _MARKS and (doc[index - 1].is_alpha or doc[index - 1].text == ","):
            return (start, index + 1) if begins_setting(doc, index + 1) else (start, end)
    return start, end
