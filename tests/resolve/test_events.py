"""From event mentions to events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from newsevents.models.base import TextSpan
from newsevents.models.events import Amount
from newsevents.models.mentions import EventMention, ParticipantMention
from newsevents.resolve.events import resolve_events


@dataclass
class FakeLinks:
    """Actors by the words that name them."""

    actors: dict[str, str] = field(default_factory=dict)

    def actor_at(self, span: TextSpan) -> str | None:
        """The actor of these words."""
        return self.actors.get(span.text)


SUM = TextSpan(start=0, end=2, text="$5")
LINKS = FakeLinks({"Russia": "a1", "Moscow": "a1", "Ukraine": "a2", "Chad": "a3"})


def mention(trigger: str, at: int, lemma: str, **fields: Any) -> EventMention:
    """An event mention at an offset, one sentence for every hundred characters."""
    parts = tuple(
        ParticipantMention(
            role=role,
            span=TextSpan(start=at + 20, end=at + 20 + len(words), text=words),
            head=TextSpan(start=at + 20, end=at + 20 + len(words), text=words),
        )
        for role, words in fields.pop("parts", ())
    )
    return EventMention(
        **{
            "id": f"e{at}",
            "type": "conflict.invade",
            "trigger": TextSpan(start=at, end=at + len(trigger), text=trigger),
            "lemma": lemma,
            "participants": parts,
            "factuality": "actual",
            "sentence": at // 100,
            "paragraph": 0,
            "confidence": 0.9,
            **fields,
        }
    )


INVADED = mention("invaded", 100, "invade", parts=[("agent", "Russia"), ("patient", "Ukraine")])
POINTS: dict[str, Any] = {"nominal": True, "definite": True}


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(mention("invasion", 300, "invasion", **POINTS), id="noun that points back"),
        pytest.param(mention("occupation", 300, "occupation", **POINTS), id="other noun"),
        pytest.param(
            mention("invaded", 300, "invade", parts=[("agent", "Moscow")]), id="same actor"
        ),
        pytest.param(
            mention("invaded", 300, "invade", parts=[("patient", "the country")]),
            id="description that points back",
        ),
        pytest.param(
            mention("invasion", 300, "invasion", nominal=True, parts=[("agent", "Russia")]),
            id="noun with the same actor",
        ),
    ],
)
def test_mentions_of_one_event(later: EventMention):
    """A later mention joins where it says nothing else of the same word or type."""
    (event,) = resolve_events([INVADED, later], LINKS, [], [])
    assert len(event.mentions) == 2


@pytest.mark.parametrize(
    "later",
    [
        pytest.param(mention("invasion", 300, "invasion", nominal=True), id="any invasion"),
        pytest.param(
            mention("invasion", 300, "invasion", **POINTS, parts=[("agent", "Chad")]),
            id="other agent",
        ),
        pytest.param(
            mention("invaded", 300, "invade", parts=[("patient", "Chad")]), id="other patient"
        ),
        pytest.param(
            mention("occupation", 300, "occupation", **POINTS, parts=[("agent", "Moscow")]),
            id="other noun with more to say",
        ),
        pytest.param(
            mention("invade", 300, "invade", parts=[("agent", "Russia")], factuality="possible"),
            id="less sure",
        ),
        pytest.param(
            mention("invasion", 300, "invasion", **POINTS, factuality="negated"),
            id="did not happen",
        ),
        pytest.param(
            mention("invaded", 300, "invade", parts=[("agent", "another country")]),
            id="another agent",
        ),
        pytest.param(mention("raided", 300, "raid", type="conflict.attack"), id="other word"),
    ],
)
def test_two_events(later: EventMention):
    """What differs in word, participants or factuality stays apart."""
    assert len(resolve_events([INVADED, later], LINKS, [], [])) == 2


def test_a_headline_announces():
    """What a headline says is the event that the text tells, in whatever words for who."""
    headline = mention("invade", 0, "invade", parts=[("agent", "troops")], factuality="planned")
    (event,) = resolve_events([headline, INVADED], LINKS, [], [])
    assert [span.text for span in event.mentions] == ["invade", "invaded"]


@pytest.mark.parametrize(
    ("values", "events"), [((5.0, 5.0), 1), ((5.0, 10.0), 2), ((5.0, None), 1)]
)
def test_amounts_tell_events_apart(values: tuple[float, float | None], events: int):
    """Two gifts of different sums are two."""
    gifts = [
        mention(
            "gave",
            at,
            "give",
            type="diplomacy.aid",
            parts=[("agent", "Russia")],
            amounts=() if value is None else (Amount(span=SUM, value=value),),
        )
        for at, value in zip((100, 300), values, strict=True)
    ]
    assert len(resolve_events(gifts, LINKS, [], [])) == events


@pytest.mark.parametrize(("patient", "events"), [("prices", 1), ("wages", 2)])
def test_figures_move_many_times(patient: str, events: int):
    """A second rise is the first one only where the same figure rises."""
    rises = [
        mention("rose", at, "rise", type="economy.rise", parts=[("patient", who)])
        for at, who in ((100, "prices"), (300, patient))
    ]
    assert len(resolve_events(rises, LINKS, [], [])) == events


def test_ids_count_in_order():
    """Ids are in order of first mention."""
    later = mention("raided", 500, "raid", type="conflict.attack")
    assert [event.id for event in resolve_events([INVADED, later], LINKS, [], [])] == ["e1", "e2"]


def test_participants_become_actors():
    """A participant has the id of the actor that its words name, if any."""
    (event,) = resolve_events([INVADED], LINKS, [], [])
    assert [part.actor_id for part in event.participants] == ["a1", "a2"]


def test_light_verbs_are_mentions():
    """ "gave" of "gave a speech" is listed with the trigger."""
    gave = TextSpan(start=0, end=4, text="gave")
    (event,) = resolve_events(
        [mention("speech", 7, "speech", support=(gave,), type="society.speak")], LINKS, [], []
    )
    assert [span.text for span in event.mentions] == ["gave", "speech"]


def test_codes_come_from_the_table():
    """An invasion is ASSAULT in PLOVER."""
    (event,) = resolve_events([INVADED], LINKS, [], [])
    assert event.codes == {"plover": "ASSAULT", "cameo": "19"}


def test_a_quote_that_is_unknown_claims_nothing():
    """An event is reported only in a quote of the result."""
    (event,) = resolve_events([mention("raided", 0, "raid", quote="q9")], LINKS, [], [])
    assert event.reported_in is None
