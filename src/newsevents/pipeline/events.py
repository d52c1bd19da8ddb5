"""Component `newsevents_events`: what happened, with whom, when, where, and whether it did."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsevents import keys
from newsevents.models.events import Factuality, ParticipantRole
from newsevents.pipeline.amounts import FoundAmount, find_amounts
from newsevents.pipeline.circumstances import CircumstanceFinder
from newsevents.pipeline.event_types import EventTyper
from newsevents.pipeline.factuality import FactualityFinder
from newsevents.pipeline.participants import Part, ParticipantFinder
from newsevents.pipeline.requirements import require
from newsevents.pipeline.tree import Tree
from newsevents.pipeline.triggers import Candidates, Trigger, TriggerFinder
from newsevents.rules.events import lexicon as event_words
from newsevents.rules.factuality import lexicon as factuality_words
from newsevents.rules.verbs import verb_forms

#: Paragraphs that tell no news.
_UNREAD: Final = frozenset({"credit", "byline", "header", "boilerplate", "dateline"})


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One event; spans are the positions of the first and one past the last word."""

    trigger: Trigger
    parts: list[tuple[ParticipantRole, int, int]]
    factuality: Factuality
    time: int | None
    place: tuple[int, int] | None
    amounts: list[FoundAmount]


class EventFinder:
    """Finds events on Docs that have tags and a dependency parse.

    Times and paragraphs are used where a Doc has them; so are the encoder's
    trigger candidates, without which only the lexicon and the grammar decide.
    Reporting verbs are left out, for they are cues of quotes, and so are states,
    thoughts and verbs that only say that something begins, goes on or ends.
    """

    def __init__(
        self, name: str, *, include_reporting: bool = False, include_states: bool = False
    ) -> None:
        self.name = name
        self.include_reporting = include_reporting
        self.include_states = include_states

    def __call__(self, doc: Doc) -> Doc:
        """Find the events and leave them on the Doc as span groups."""
        require(doc, self.name, "POS", "DEP")
        self._write(doc, self.find(doc) if doc.has_annotation("DEP") else [])
        return doc

    def find(self, doc: Doc) -> list[FoundEvent]:
        """The events of a Doc, in order of their triggers."""
        tree = Tree(doc, verb_forms=_verb_forms())
        triggers = TriggerFinder(
            tree,
            readable=_readable(doc),
            candidates=_candidates(doc),
            include_reporting=self.include_reporting,
            include_states=self.include_states,
        ).find()
        EventTyper(tree).choose(triggers)
        spans = list(doc.spans.get(keys.TIMES, []))
        timed = frozenset(word for span in spans for word in range(span.start, span.end))
        participants, factuality = ParticipantFinder(tree, times=timed), FactualityFinder(tree)
        circumstances = CircumstanceFinder(tree, triggers)
        times = circumstances.times([(span.root.i, span.label_.lower()) for span in spans])
        places = circumstances.places()
        found = find_amounts(doc)
        amounts: defaultdict[int | None, list[FoundAmount]] = defaultdict(list)
        for amount, owner in zip(found, circumstances.attach(a.head for a in found), strict=True):
            amounts[owner].append(amount)
        return [
            FoundEvent(
                trigger=trigger,
                parts=_phrases(tree, participants.find(trigger)),
                factuality=factuality.of(trigger),
                time=times.get(number),
                place=places.get(number),
                amounts=amounts[number],
            )
            for number, trigger in enumerate(triggers)
        ]

    def _write(self, doc: Doc, events: list[FoundEvent]) -> None:
        groups: dict[str, list[Span]] = {key: [] for key in _GROUPS}
        times = list(doc.spans.get(keys.TIMES, []))
        for number, event in enumerate(events, 1):
            for key, first, end, label, value in _pieces(event, times):
                span = Span(doc, first, end, label=label, kb_id=value, span_id=f"e{number}")
                groups[key].append(span)
        for key, spans in groups.items():
            doc.spans[key] = spans


@cache
def _verb_forms() -> dict[str, str]:
    """Forms of all verbs that the rules name, so that they are known by form too."""
    return verb_forms((*event_words().verb_lemmas, *factuality_words().verb_lemmas))


_GROUPS: Final = (
    keys.TRIGGERS,
    keys.SUPPORTS,
    keys.PARTICIPANTS,
    keys.CIRCUMSTANCES,
    keys.AMOUNTS,
)
_Piece: TypeAlias = tuple[str, int, int, str, str]


def _pieces(event: FoundEvent, times: list[Span]) -> Iterator[_Piece]:
    """All that an event leaves on a Doc: group, first and last word, label and value."""
    trigger = event.trigger
    yield keys.TRIGGERS, trigger.word, trigger.word + 1, trigger.type, event.factuality
    for verb in trigger.support:
        yield keys.SUPPORTS, verb, verb + 1, "support", ""
    for role, first, end in event.parts:
        yield keys.PARTICIPANTS, first, end, role, ""
    if event.time is not None:
        yield keys.CIRCUMSTANCES, times[event.time].start, times[event.time].end, "time", ""
    if event.place is not None:
        yield keys.CIRCUMSTANCES, *event.place, "place", ""
    for amount in event.amounts:
        value = f"{amount.value!r} {amount.currency or ''}"
        yield keys.AMOUNTS, amount.start, amount.end, amount.unit or "", value


def _phrases(tree: Tree, parts: list[Part]) -> list[tuple[ParticipantRole, int, int]]:
    """Participants as phrases, each phrase once."""
    found: dict[tuple[int, int], ParticipantRole] = {}
    for part in parts:
        found.setdefault(tree.span(part.head), part.role)
    return [(role, first, end) for (first, end), role in found.items()]


def _readable(doc: Doc) -> list[bool]:
    """For each word whether it stands in a paragraph that tells news."""
    readable = [True] * len(doc)
    for paragraph in doc.spans.get(keys.PARAGRAPHS, []):
        if paragraph.label_ in _UNREAD:
            readable[paragraph.start : paragraph.end] = [False] * len(paragraph)
    return readable


def _candidates(doc: Doc) -> Candidates | None:
    """Class and probability of what the encoder holds for events, by position."""
    if keys.TRIGGER_CANDIDATES not in doc.spans:
        return None
    return {
        span.start: (span.label_, float(span.kb_id_ or 1))
        for span in doc.spans[keys.TRIGGER_CANDIDATES]
    }


@Language.factory(
    "newsevents_events",
    assigns=["doc.spans"],
    requires=["token.pos", "token.tag", "token.lemma", "token.dep"],
    default_config={"include_reporting": False, "include_states": False},
)
def make_event_finder(
    nlp: Language,  # noqa: ARG001 - spaCy gives it to every factory
    name: str,
    include_reporting: bool,  # noqa: FBT001 - spaCy calls factories by keyword
    include_states: bool,  # noqa: FBT001
) -> EventFinder:
    """Build the component behind ``nlp.add_pipe("newsevents_events")``.

    Args:
        nlp: The pipeline; supplied by spaCy.
        name: The component's name in it; supplied by spaCy.
        include_reporting: Whether "said" and its like are listed as events too.
        include_states: Whether whatever else the encoder takes for an event is listed
            too: "hoped", "owns", "began", "the plan".
    """
    return EventFinder(name, include_reporting=include_reporting, include_states=include_states)
