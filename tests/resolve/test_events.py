"""From event mentions to events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from newsevents.models.base import TextSpan
from newsevents.models.mentions import EventMention, ParticipantMention
from newsevents.resolve.events import resolve_events


@dataclass
class FakeLinks:
    """Actors by the words that name them."""

    actors: dict[str, str] = field(default_factory=dict)

    def actor_at(self, span: TextSpan) -> str | None:
        """The actor of these words."""
        return self.actors.get(span.text)


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


INVADED = mention("invaded", 0, "invade", parts=[("agent", "Russia"), ("patient", "Ukraine")])


@pytest.mark.parametrize(
    ("later", "events"),
    [
        (mention("invasion", 200, "invasion", nominal=True, definite=True), 1),
        (mention("invasion", 200, "invasion", nominal=True), 2),
        (mention("invasion", 50, "invasion", nominal=True, definite=True), 2),
        (
            mention(
                "invasion", 200, "invasion", nominal=True, definite=True, parts=[("agent", "Chad")]
            ),
            2,
        ),
        (mention("invaded", 200, "invade", parts=[("agent", "Moscow")]), 1),
        (mention("invaded", 200, "invade", parts=[("agent", "Chad")]), 2),
        (mention("invaded", 200, "invade"), 2),
        (
            mention("invade", 200, "invade", parts=[("agent", "Russia")], factuality="possible"),
            2,
        ),
    ],
)
def test_identity(later: EventMention, events: int):
    """A later mention is the same event where it points back or names the same actors."""
    found = resolve_events([INVADED, later], LINKS, [], [])
    assert len(found) == events
    assert len(found[0].mentions) == 3 - events


def test_ids_count_in_order():
    """Ids are in order of first mention."""
    later = mention("raided", 300, "raid", type="conflict.attack")
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
