"""Who and what takes part in an event, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsevents.models.events import ParticipantRole
from newsevents.pipeline.subjects import SubjectFinder
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger
from newsevents.rules.nominals import nouns
from newsevents.rules.participants import lexicon

_ACTORS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ACTING: Final = frozenset({"PERSON", "ORG", "GPE", "GROUP"})
_TAKING_PART: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET"})
#: Nouns that may stand for somebody: "the only one to arrive".
_ANYBODY: Final = frozenset({"one", "ones", "other", "others", "latter", "former", "rest", "many"})


class Part(NamedTuple):
    """A participant by the position of its head."""

    role: ParticipantRole
    head: int


class ParticipantFinder:
    """Finds the participants of triggers in one parse.

    ``times`` are the words of time expressions, which take no part in anything.
    """

    def __init__(self, tree: Tree, *, times: frozenset[int] = frozenset()) -> None:
        self._tree = tree
        self._times = times
        self._subjects = SubjectFinder(tree)
        self._rules = lexicon()
        self._words = self._rules.words

    def find(self, trigger: Trigger) -> list[Part]:
        """The participants of an event, each once, in text order."""
        found: dict[int, Part] = {}
        parts = self._of_noun(trigger) if trigger.pos == "noun" else self._of_verb(trigger)
        for part in parts:
            for member in self._members(part.head):
                if member not in found:
                    found[member] = Part(part.role, member)
        return [found[head] for head in sorted(found)]

    def _members(self, head: int) -> Iterator[int]:
        tree = self._tree
        for member in tree.conjuncts(head):
            if member not in self._times and tree.pos[member] in _TAKING_PART:
                yield member
                yield from self._listed(member)
                yield from self._beside(member)

    def _beside(self, title: int) -> Iterator[int]:
        """The name behind a title where the parse hangs both on one word: "the envoy Ada Bell"."""
        tree, word = self._tree, title + 1
        named = tree.names.get(word, (None,))[0] == word and tree.ent[word] == "PERSON"
        beside = named and tree.head[word] == tree.head[title] and tree.dep[word] == "nmod"
        if beside and not tree.case(word):
            yield word
            yield from self._listed(word)

    def _listed(self, head: int) -> Iterator[int]:
        """People in a list that the parse takes for one: "the envoy Ada Bell, judge Jo Ek"."""
        tree = self._tree
        stack = tree.kids(head, "appos", "flat")
        own = tree.names.get(head, None if not stack else tree.names.get(stack[0]))
        while stack:
            word = stack.pop()
            name = tree.names.get(word)
            if tree.ent[word] == "PERSON" and name != own and name is not None and name[0] == word:
                yield word
            stack += tree.kids(word, "appos", "flat", "conj")
            # "Secretary of State Jo Ek", where the parse hangs the name on the office
            stack += [
                child
                for child in tree.kids(word, "nmod")
                if tree.pos[child - 1] in {"NOUN", "PROPN"}
            ]

    # --- verbs --------------------------------------------------------------------------

    def _of_verb(self, trigger: Trigger) -> Iterator[Part]:
        tree, word = self._tree, trigger.word
        passive = trigger.pos == "verb" and tree.is_passive(word)
        carrier = next((verb for verb in trigger.support if verb == tree.head[word]), word)
        own = self._subjects.own(word)
        subject = self._subjects.subject(word if own is not None else carrier)
        if subject is not None:
            yield Part(self._subject_role(trigger, subject, passive=passive), subject)
        yield from self._objects(trigger, passive=passive)
        for child in tree.kids(word, "obl", "obl:agent"):
            if (role_of := self._oblique(trigger, child, passive=passive)) is not None:
                yield Part(role_of, self._subjects.antecedent(child, word))

    def _subject_role(self, trigger: Trigger, subject: int, *, passive: bool) -> ParticipantRole:
        rules, kind = self._rules, trigger.type
        if passive or trigger.pos == "adj":
            return "patient"
        if self._has_object(trigger):
            return "agent"
        happens = rules.is_type(kind, "happens")
        return "patient" if happens or self._is_idle(kind, subject) else "agent"

    def _is_idle(self, event_type: str, word: int) -> bool:
        """Whether a thing does what only somebody can do: "the plane landed"."""
        return self._rules.is_type(event_type, "things") and self._is_thing(word)

    def _has_object(self, trigger: Trigger) -> bool:
        """Whether something is acted on; "fell two percent" has no such object."""
        objects = self._tree.kids(trigger.word, "obj")
        return any(not self._is_extent(trigger, child) for child in objects)

    def _is_extent(self, trigger: Trigger, child: int) -> bool:
        """Whether a phrase says by how much: "rose 15,000", "closed three points higher"."""
        tree = self._tree
        if tree.lemma[child] in self._words["unit"]:
            return True
        return trigger.type.startswith("economy.") and tree.pos[child] in {"NUM", "SYM"}

    def _objects(self, trigger: Trigger, *, passive: bool) -> Iterator[Part]:
        tree, word = self._tree, trigger.word
        given = any(tree.case(child) == "with" for child in tree.kids(word, "obl"))
        role: ParticipantRole = (
            "recipient" if trigger.type == "diplomacy.aid" and given else "patient"
        )
        for child in tree.kids(word, "iobj"):
            yield Part("recipient", self._subjects.antecedent(child, word))
        objects = tree.kids(word, "obj")
        for child in objects:
            particle = trigger.particle and tree.lemma[child] == trigger.particle
            if not particle and not self._is_moved(trigger, child):
                yield Part(role, self._subjects.antecedent(child, word))
        if not objects and not passive and (shared := self._shared_object(word)) is not None:
            yield Part("patient", shared)

    def _is_moved(self, trigger: Trigger, child: int) -> bool:
        """Whether an object only says how far prices or a vehicle moved."""
        moves = trigger.type.startswith(("economy.", "movement.", "business.operate"))
        return moves and self._is_extent(trigger, child)

    def _shared_object(self, word: int) -> int | None:
        """An object that stands elsewhere: of a relative clause or a later conjunct."""
        tree, head = self._tree, self._tree.head[word]
        if tree.dep[word] == "conj":
            # "invaded and occupied the valley"
            return next((child for child in tree.kids(head, "obj") if child > word), None)
        own = self._subjects.own(word)
        if tree.dep[word] != "acl:relcl" or own is None or self._subjects.is_relative(own):
            return None
        timely = tree.lemma[head] in self._words["circumstance"]
        if timely or tree.kids(word, "obl", "advmod", "xcomp"):
            return None
        return head

    def _oblique(self, trigger: Trigger, child: int, *, passive: bool) -> ParticipantRole | None:
        tree, case = self._tree, self._tree.case(child)
        if tree.dep[child] == "obl:agent" or (case == "by" and passive):
            return "agent" if case in {"by", ""} and not self._is_number(child) else None
        if case and case == trigger.particle:
            return "patient"
        if case == "with":
            return self._company(trigger, child)
        is_verb = trigger.pos == "verb"
        has_object = is_verb and (passive or self._has_object(trigger))
        return self._rules.role(trigger.type, case, is_verb=is_verb, has_object=has_object)

    def _is_number(self, word: int) -> bool:
        """Whether a phrase is a measure: "shrank by 0.9%"."""
        return (
            self._tree.pos[word] in {"NUM", "SYM"} or self._tree.lemma[word] in self._words["unit"]
        )

    def _company(self, trigger: Trigger, child: int) -> ParticipantRole | None:
        """What "with" means: the other side, what is supplied, a companion or a means."""
        if self._rules.is_type(trigger.type, "mutual") or trigger.type == "diplomacy.aid":
            return "patient"
        if self._is_actor(child):
            return "companion"
        return "instrument" if trigger.type.startswith(("conflict.", "crime.")) else None

    def _is_actor(self, word: int) -> bool:
        return self._tree.ent[word] in _ACTORS or self._tree.tag[word] == "PRP"

    def _is_thing(self, word: int) -> bool:
        """Whether a phrase names nobody who could act: "the plane", "a deal"."""
        tree = self._tree
        if tree.ent[word] in _ACTORS or tree.pos[word] not in {"NOUN", "PROPN"}:
            return False
        if tree.pos[word] == "PROPN":
            return tree.ent[word] == "MISC"
        noun = nouns().get(tree.lower[word])
        return (noun is None or noun.label not in _ACTING) and tree.lower[word] not in _ANYBODY

    # --- nouns --------------------------------------------------------------------------

    def _of_noun(self, trigger: Trigger) -> Iterator[Part]:
        tree, found = self._tree, list(self._around(trigger))
        yield from found
        for verb in trigger.support:
            yield from self._of_support(trigger, verb)
            if tree.is_passive(verb):
                yield Part("patient", trigger.word)  # "the Lima summit, to be held in May"
        if all(part.role != "agent" for part in found) and not trigger.support:
            yield from self._carried(trigger)

    def _around(self, trigger: Trigger) -> Iterator[Part]:
        """What stands with the noun: "the army's arrest of a writer by night"."""
        tree = self._tree
        for child in tree.children[trigger.word]:
            role = self._nominal(trigger, child)
            if role is None:
                continue
            yield Part(role, child)
            if tree.case(child) == "of":
                # "the bailout of the bank by the state", where the parse is wrong
                yield from (
                    Part("agent", below)
                    for below in tree.kids(child, "nmod")
                    if tree.case(below) == "by"
                )

    def _carried(self, trigger: Trigger) -> Iterator[Part]:
        """Who does what they announce, plan or cancel: "the airline announced job cuts"."""
        tree, word = self._tree, trigger.word
        verb = tree.head[word]
        if tree.lemma[verb] not in self._words["carrying"] or tree.pos[verb] != "VERB":
            return
        if tree.dep[word] == "obj":
            subject = self._subjects.subject(verb)
            if subject is not None and subject != word and not self._is_thing(subject):
                yield Part("agent", subject)
        elif tree.dep[word] == "nsubj:pass":
            for child in tree.kids(verb, "obl:agent", "obl"):
                if tree.case(child) == "by" and not self._is_thing(child):
                    yield Part("agent", child)

    def _nominal(self, trigger: Trigger, child: int) -> ParticipantRole | None:
        tree, dep, entry = self._tree, self._tree.dep[child], trigger.entry
        if dep == "nmod:poss":
            return self._possessor(trigger, child)
        if dep == "compound":
            return self._modifier(trigger, child)
        if dep == "amod":
            return entry.possessor if tree.ent[child] == "NORP" else None
        if dep != "nmod":
            return None
        case = tree.case(child)
        if case == "of":
            return entry.of
        if case in {"by", "between", "among"}:
            return "agent"
        if case == "with":
            return self._company(trigger, child)
        return self._rules.role(trigger.type, case)

    def _possessor(self, trigger: Trigger, child: int) -> ParticipantRole:
        # "the general's murder" names the victim, "the general's murder of a witness" does not.
        entry = trigger.entry
        other = any(
            self._tree.case(child) == "of" for child in self._tree.kids(trigger.word, "nmod")
        )
        if other:
            return "agent" if entry.possessor == entry.of else entry.possessor
        return "patient" if self._is_idle(trigger.type, child) else entry.possessor

    def _modifier(self, trigger: Trigger, child: int) -> ParticipantRole | None:
        """What a noun before the trigger is: "police raid", "plane crash", "Ukraine invasion"."""
        tree = self._tree
        if not self._is_actor(child):
            noun = nouns().get(tree.lower[child])
            if noun is not None and noun.label in _ACTING:
                return trigger.entry.possessor
            made = noun is not None and self._rules.is_type(trigger.type, "modified")
            return "patient" if made else None
        # "the Ukraine invasion" names the invaded; "the Kabul attack" only says where.
        if tree.ent[child] == "GPE" and trigger.type.startswith(("conflict.", "disaster.")):
            return "patient" if trigger.type == "conflict.invade" else None
        return trigger.entry.possessor

    def _of_support(self, trigger: Trigger, verb: int) -> Iterator[Part]:
        tree = self._tree
        passive = tree.is_passive(verb)
        subject = None if passive else self._subjects.subject(verb)
        if subject is not None and subject != trigger.word:
            undergone = tree.lemma[verb] in self._words["undergo"]
            undergone |= trigger.type == "life.die"  # "met his death"
            undergone |= self._is_idle(trigger.type, subject)
            yield Part("patient" if undergone else "agent", subject)
        for child in tree.kids(verb, "iobj"):
            yield Part("recipient", child)
        for child in tree.kids(verb, "obl", "obl:agent"):
            if child == trigger.word:
                continue
            if (role := self._oblique(trigger, child, passive=passive)) is not None:
                yield Part(role, self._subjects.antecedent(child, verb))
