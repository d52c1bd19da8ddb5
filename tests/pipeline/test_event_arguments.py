"""Participants, times and places on sentences of many forms, read by the shipped model."""

from __future__ import annotations

import pytest

from newsevents import parse_text


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Two men were arrested by police.", "arrested", {"patient": "Two men", "agent": "police"}),
        (
            "The rebels who attacked the town fled.",
            "attacked",
            {"agent": "The rebels", "patient": "the town"},
        ),
        ("The men arrested in Leeds were released.", "arrested", {"patient": "The men"}),
        (
            "Troops invaded and occupied the valley.",
            "occupied",
            {"agent": "Troops", "patient": "the valley"},
        ),
        ("The mayor was forced to resign.", "resign", {"agent": "The mayor"}),
        (
            "Russia's invasion of Ukraine began in February.",
            "invasion",
            {"agent": "Russia", "patient": "Ukraine"},
        ),
        (
            "The arrest of a writer by secret police caused an outcry.",
            "arrest",
            {"patient": "a writer", "agent": "secret police"},
        ),
        ("The minister gave a speech in Turin.", "speech", {"agent": "The minister"}),
        ("The airline announced job cuts.", "cuts", {"agent": "The airline"}),
        ("The plane landed in a field.", "landed", {"patient": "The plane"}),
        ("The pilot landed the plane.", "landed", {"agent": "The pilot", "patient": "the plane"}),
        (
            "A police raid on the club ended at dawn.",
            "raid",
            {"agent": "police", "patient": "the club"},
        ),
        ("The economy shrank by 0.9% in May.", "shrank", {"patient": "The economy"}),
        ("A typhoon killed 14 people.", "killed", {"agent": "A typhoon", "patient": "14 people"}),
        (
            "Police stopped the fans from entering the stadium.",
            "entering",
            {"agent": "the fans", "patient": "the stadium"},
        ),
        ("Lawyers kept the family from being evicted.", "evicted", {"patient": "the family"}),
    ],
)
def test_participants_of_sentences(text: str, trigger: str, expected: dict[str, str], extractor):
    """Who did what to whom, in every construction that news uses."""
    events = {event.trigger.text: event for event in extractor.extract(text).events}
    assert {part.role: part.span.text for part in events[trigger].participants} == expected


@pytest.mark.model
def test_headlines_leave_out_the_auxiliary_of_a_passive(extractor):
    """In "Pilot suspended" somebody suspends the pilot."""
    article = parse_text(
        "Pilot suspended after landing\n\nThe airline suspended a pilot on Monday after a hard "
        "landing at the airport of Malmo, where nobody was hurt.\n"
    )
    event = next(e for e in extractor.extract(article).events if e.trigger.text == "suspended")
    assert [(part.role, part.span.text) for part in event.participants][:1] == [
        ("patient", "Pilot")
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "time"),
    [
        ("Nine people died on Monday in an explosion.", "explosion", "Monday"),
        ("The explosion killed nine people on Monday.", "explosion", "Monday"),
        ("A fire broke out on Monday, killing nine guests.", "killing", "Monday"),
        ("The euro fell on Monday to its lowest level since 2003.", "fell", "Monday"),
        ("Shares fell to their lowest level since 2003.", "fell", None),
        ("Ministers on Monday said prices fell.", "fell", None),
    ],
)
def test_times_of_sentences(text: str, trigger: str, time: str | None, extractor):
    """The time of an event stands with it, or with an event that it is part of."""
    result = extractor.extract(parse_text(text, published_at="2023-07-12"))
    event = next(e for e in result.events if trigger in {m.text for m in e.mentions})
    found = result.time(event.time_id)
    assert (found and found.span.text) == time


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("The attack on the village lasted an hour.", "attack", None),
        ("The talks in Oslo lasted an hour.", "talks", "Oslo"),
        ("The president flew to Malta.", "flew", "Malta"),
    ],
)
def test_places_of_sentences(text: str, trigger: str, place: str | None, extractor):
    """A target is no place; a destination is that of a motion."""
    event = next(e for e in extractor.extract(text).events if e.trigger.text == trigger)
    assert (event.place and event.place.text) == place
