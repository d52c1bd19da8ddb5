"""Who and what takes part in an event, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from newsevents.models.events import ParticipantRole
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Trigger, is_passive

_SUBJECTS: Final = ("nsubj", "nsubj:pass", "nsubj:outer")
_RELATIVES: Final = frozenset({"who", "whom", "which", "that"})
_ACTORS: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Verbs whose object does not do what the infinitive says: "promised her to come".
_SUBJECT_CONTROL: Final = frozenset({"promise", "vow", "pledge", "threaten", "swear", "use"})
#: "the first to arrive": here the noun, and not its owner, does it.
_ORDINALS: Final = frozenset({"first", "second", "third", "last", "next", "only", "latest"})
#: Light verbs whose subject undergoes the event: "suffered a defeat".
_UNDERGO: Final = frozenset({"suffer", "undergo", "sustain", "receive", "face", "get"})
#: Nothing that is done: "where he lives", "the way they fight".
_NO_OBJECT_RELATIVE: Final = frozenset({"time", "day", "year", "way", "place", "reason", "moment"})
#: "has time to visit": who has it, visits.
_HAVING: Final = frozenset({"have", "make", "take", "get", "find", "lack", "need"})
_DEPTH: Final = 12


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
            if member not in self._times and tree.pos[member] in {
                "NOUN",
                "PROPN",
                "PRON",
                "NUM",
                "ADJ",
                "SYM",
                "X",
                "DET",
            }:
                yield member
                yield from self._listed(member)

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
        word = trigger.word
        passive = trigger.pos == "verb" and is_passive(self._tree, word)
        carrier = next((verb for verb in trigger.support if verb == self._tree.head[word]), word)
        subject = self.subject(word if self._own_subject(word) is not None else carrier)
        if subject is not None:
            idle = trigger.type.startswith(_HAPPEN) and not self._has_object(word)
            patient = passive or idle or trigger.pos == "adj"
            yield Part(_undergone(trigger, "patient" if patient else "agent"), subject)
        yield from self._objects(trigger, passive=passive)
        for child in self._tree.kids(word, "obl", "obl:agent"):
            if (role_of := self._oblique(trigger, child, passive=passive)) is not None:
                yield Part(role_of, self._antecedent(child, word))

    def _has_object(self, word: int) -> bool:
        """Whether something is acted on; "fell two percent" has no such object."""
        return any(self._tree.lemma[child] not in _UNITS for child in self._tree.kids(word, "obj"))

    def _objects(self, trigger: Trigger, *, passive: bool) -> Iterator[Part]:
        tree, word = self._tree, trigger.word
        given = any(tree.case(child) == "with" for child in tree.kids(word, "obl"))
        to_whom = trigger.type == "diplomacy.aid" and given
        for child in tree.kids(word, "iobj"):
            yield Part("recipient", self._antecedent(child, word))
        objects = tree.kids(word, "obj")
        for child in objects:
            if not trigger.particle or tree.lemma[child] != trigger.particle:
                role: ParticipantRole = "recipient" if to_whom else "patient"
                yield Part(role, self._antecedent(child, word))
        if not objects and not passive and (shared := self._shared_object(word)) is not None:
            yield Part("patient", shared)

    def _shared_object(self, word: int) -> int | None:
        """An object that stands elsewhere: of a relative clause or a later conjunct."""
        tree, head = self._tree, self._tree.head[word]
        if tree.dep[word] == "conj":
            # "invaded and occupied the valley"
            return next((child for child in tree.kids(head, "obj") if child > word), None)
        own = self._own_subject(word)
        if tree.dep[word] != "acl:relcl" or own is None or tree.lower[own] in _RELATIVES:
            return None
        if tree.lemma[head] in _NO_OBJECT_RELATIVE or tree.kids(word, "obl", "advmod", "xcomp"):
            return None
        return head

    def _oblique(self, trigger: Trigger, child: int, *, passive: bool) -> ParticipantRole | None:
        tree, case = self._tree, self._tree.case(child)
        if tree.dep[child] == "obl:agent" or (case == "by" and passive):
            return "agent" if case in {"by", ""} else None
        if case and case == trigger.particle:
            return "patient"
        if case == "with":
            return self._company(trigger, child)
        return preposition_role(trigger.type, case)

    def _company(self, trigger: Trigger, child: int) -> ParticipantRole | None:
        """What "with" means: the other side, what is supplied, a companion or a means."""
        if trigger.type in _MUTUAL or trigger.type == "diplomacy.aid":
            return "patient"
        if self._is_actor(child):
            return "companion"
        return "instrument" if trigger.type.startswith(("conflict.", "crime.")) else None

    def _is_actor(self, word: int) -> bool:
        return self._tree.ent[word] in _ACTORS or self._tree.tag[word] == "PRP"

    # --- subjects -----------------------------------------------------------------------

    def subject(self, word: int) -> int | None:
        """Who or what a predicate is said of, through control, sharing and relatives."""
        for _ in range(_DEPTH):
            own = self._own_subject(word)
            if own is not None:
                return self._antecedent(own, word)
            step = self._next(word)
            if step is None:
                return None
            word, final = step
            if final:
                return word
        return None

    def _own_subject(self, word: int) -> int | None:
        return self._tree.kid(word, *_SUBJECTS)

    def _next(self, word: int) -> tuple[int, bool] | None:
        """Where to look for the subject of a clause without one, and whether it is there."""
        tree, dep, head = self._tree, self._tree.dep[word], self._tree.head[word]
        if dep == "conj":
            return head, False
        if dep == "xcomp":
            controller = tree.kid(head, "obj", "iobj")
            if controller is not None and tree.lemma[head] not in _SUBJECT_CONTROL:
                return controller, True
            return head, False
        if dep == "advcl" and self._is_infinite(word):
            return head, False
        if dep == "acl":
            return self._of_adnominal(word, head)
        return None

    def _is_infinite(self, word: int) -> bool:
        tree = self._tree
        return tree.tag[word] in {"VBG", "VBN"} or any(
            tree.lower[child] == "to" for child in tree.kids(word, "mark")
        )

    def _of_adnominal(self, word: int, head: int) -> tuple[int, bool] | None:
        tree = self._tree
        if tree.tag[word] == "VBG" and tree.kid(word, "mark", "case") is not None:
            return None  # "the mistake of leaving": whose it is, is not said
        if tree.tag[word] in {"VBG", "VBN"} or is_passive(tree, word):
            return head, True
        if any(tree.lemma[child] in _ORDINALS for child in tree.kids(head, "amod", "advmod")):
            return head, True
        # "America's decision to supply bombs"; "he has no time to visit Ukraine"
        owner = tree.kid(head, "nmod:poss")
        if owner is not None:
            return owner, True
        if tree.dep[head] == "nmod":
            head = tree.head[head]
        governor = tree.head[head]
        able = tree.dep[head] == "obj" and tree.lemma[governor] in _HAVING
        return (governor, False) if able or tree.dep[head] == "obl" else None

    def _antecedent(self, pronoun: int, word: int) -> int:
        """What a relative pronoun stands for, else the word itself."""
        tree = self._tree
        if tree.lower[pronoun] not in _RELATIVES or tree.pos[pronoun] != "PRON":
            return pronoun
        for _ in range(_DEPTH):
            if tree.dep[word] == "acl:relcl":
                return tree.head[word]
            if tree.head[word] == word:
                break
            word = tree.head[word]
        return pronoun

    # --- nouns --------------------------------------------------------------------------

    def _of_noun(self, trigger: Trigger) -> Iterator[Part]:
        tree = self._tree
        for child in tree.children[trigger.word]:
            role = self._nominal(trigger, child)
            if role is not None:
                yield Part(role, child)
        for verb in trigger.support:
            yield from self._of_support(trigger, verb)
            if is_passive(tree, verb):
                yield Part("patient", trigger.word)  # "the Lima summit, to be held in May"

    def _nominal(self, trigger: Trigger, child: int) -> ParticipantRole | None:
        tree, dep, entry = self._tree, self._tree.dep[child], trigger.entry
        if dep == "nmod:poss":
            return self._possessor(trigger)
        if dep == "compound":
            return self._modifier(trigger, child) if self._is_actor(child) else None
        if dep == "amod":
            return entry.possessor if tree.ent[child] == "NORP" else None
        if dep != "nmod":
            return None
        case = tree.case(child)
        if case == "of":
            return entry.of
        if case == "by" or case in {"between", "among"}:
            return "agent"
        if case == "with":
            return self._company(trigger, child)
        return preposition_role(trigger.type, case)

    def _possessor(self, trigger: Trigger) -> ParticipantRole:
        # "the general's murder" names the victim, "the general's murder of a witness" does not.
        entry = trigger.entry
        other = any(
            self._tree.case(child) == "of" for child in self._tree.kids(trigger.word, "nmod")
        )
        return "agent" if other and entry.possessor == entry.of else entry.possessor

    def _modifier(self, trigger: Trigger, child: int) -> ParticipantRole | None:
        # "the Ukraine invasion" names the invaded; "the Kabul attack" only says where.
        if self._tree.ent[child] == "GPE" and trigger.type.startswith(("conflict.", "disaster.")):
            return "patient" if trigger.type == "conflict.invade" else None
        return trigger.entry.possessor

    def _of_support(self, trigger: Trigger, verb: int) -> Iterator[Part]:
        tree = self._tree
        passive = is_passive(tree, verb)
        subject = None if passive else self.subject(verb)
        if subject is not None and subject != trigger.word:
            yield Part(_undergone(trigger, "agent", tree.lemma[verb]), subject)
        for child in tree.kids(verb, "iobj"):
            yield Part("recipient", child)
        for child in tree.kids(verb, "obl", "obl:agent"):
            if child == trigger.word:
                continue
            if (role := self._oblique(trigger, child, passive=passive)) is not None:
                yield Part(role, self._antecedent(child, verb))


def _undergone(trigger: Trigger, role: ParticipantRole, light: str = "") -> ParticipantRole:
    """The subject's role where the word means undergoing: "died", "suffered a defeat"."""
    return "patient" if light in _UNDERGO or trigger.type == "life.die" else role


_UNITS: Final = frozenset({"%", "percent", "point", "cent", "dollar", "euro", "pound", "yen", "$"})
#: Events whose verbs tell what happens to their subject: "shares fell", "the bus crashed".
_HAPPEN: Final = (
    "economy.",
    "disaster.accident",
    "life.die",
    "health.disease",
    "business.bankrupt",
)
#: Events in which "with" names the other side.
_MUTUAL: Final = frozenset(
    {"diplomacy.meet", "diplomacy.visit", "diplomacy.agree", "diplomacy.sign",
     "diplomacy.cooperate", "conflict.fight", "conflict.withdraw", "society.speak", "sport.play",
     "business.acquire", "life.born", "diplomacy.request"}
)  # fmt: skip
#: What other prepositions mean, by area or type of event.
_PREPOSITIONS: Final[dict[str, tuple[tuple[str, ParticipantRole], ...]]] = {
    "against": (("", "patient"),),
    "at": (("conflict.", "patient"),),
    "on": (
        ("conflict.", "patient"),
        ("crime.", "patient"),
        ("diplomacy.sanction", "patient"),
        ("diplomacy.request", "patient"),
        ("justice.convict", "patient"),
        ("diplomacy.", "topic"),
        ("politics.", "topic"),
    ),
    "to": (
        ("diplomacy.aid", "recipient"),
        ("diplomacy.visit", "patient"),
        ("diplomacy.invite", "topic"),
        ("diplomacy.", "recipient"),
        ("business.", "recipient"),
        ("society.", "recipient"),
        ("conflict.withdraw", "recipient"),
        ("conflict.destroy", "patient"),
    ),
    "for": (("diplomacy.", "topic"), ("politics.campaign", "topic"), ("justice.", "topic")),
    "about": (("", "topic"),),
    "over": (
        ("sport.", "patient"),
        ("diplomacy.", "topic"),
        ("politics.", "topic"),
        ("justice.", "topic"),
        ("protest.", "topic"),
        ("society.", "topic"),
    ),
    "into": (("justice.", "topic"),),
    "of": (("diplomacy.accuse", "topic"), ("justice.convict", "topic")),
    "from": (("diplomacy.", "agent"),),
}


def preposition_role(event_type: str, preposition: str) -> ParticipantRole | None:
    """The part of a phrase with this preposition in an event of this type, if any."""
    for prefix, role in _PREPOSITIONS.get(preposition, ()):
        if event_type.startswith(prefix):
            return role
    return None
