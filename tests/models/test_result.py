"""Results: every span is one of the text, and every id is that of an item."""

from __future__ import annotations

import pickle

import pytest
from pydantic import ValidationError

from newsevents import ExtractionResult, TextSpan
from tests.results import make_result

ELSEWHERE = {"start": 0, "end": 4, "text": "else"}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("actors.0.mentions.0.span", ELSEWHERE),
        ("actors.1.roles.0.span", ELSEWHERE),
        ("quotes.0.content.0", ELSEWHERE),
        ("quotes.0.cue", ELSEWHERE),
        ("events.0.trigger", ELSEWHERE),
        ("events.0.participants.0.span", ELSEWHERE),
        ("events.0.amounts.0.span", ELSEWHERE),
        ("times.0.span", ELSEWHERE),
        ("main_event.what", ELSEWHERE),
        ("quotes.0.speaker_id", "a9"),
        ("events.0.time_id", "t9"),
        ("events.1.reported_in", "q9"),
        ("events.0.participants.0.actor_id", "a9"),
        ("main_event.event_id", "e9"),
        ("quotes.0.kind", "shouted"),
        ("quotes.0.mood", "angry"),
    ],
)
def test_a_result_that_contradicts_itself_is_refused(path, value):
    """A wrong offset, id or field is found where the result is made, not where it is used."""
    data = make_result().model_dump(mode="json")
    *parents, last = path.split(".")
    item = data
    for name in parents:
        item = item[int(name) if name.isdigit() else name]
    item[int(last) if last.isdigit() else last] = value
    with pytest.raises(ValidationError):
        ExtractionResult.model_validate(data)


def test_a_result_survives_travel():
    """JSON and pickle give back an equal result."""
    result = make_result()
    assert ExtractionResult.model_validate_json(result.model_dump_json()) == result
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301 - made here


def test_ids_lead_to_items():
    """What an id refers to is a call away, and what refers to nothing gives nothing."""
    result = make_result()
    (quote,) = result.quotes
    speaker = result.speaker(quote)
    assert speaker is not None
    assert speaker.name == "Eva Holm"
    assert result.mentions_of(speaker) == speaker.mentions
    assert result.quote("q1") == quote
    assert result.event("e2") == result.events[1]
    assert result.time("t1") == result.times[0]
    assert result.actor(None) is None
    assert result.time("t9") is result.quote("q9") is result.event("e9") is None


@pytest.mark.parametrize(("start", "end", "text"), [(0, 3, "four"), (-1, 3, "four"), (2, 2, "")])
def test_spans_have_the_length_of_their_text(start, end, text):
    """Offsets that do not fit their words are refused."""
    with pytest.raises(ValidationError):
        TextSpan(start=start, end=end, text=text)


def test_spans_overlap_and_contain():
    """The end is exclusive: spans that only touch share nothing."""
    text = "One two three."
    one, two, both = TextSpan.of(text, 0, 4), TextSpan.of(text, 4, 7), TextSpan.of(text, 0, 7)
    assert not one.overlaps(two)
    assert both.overlaps(one)
    assert both.contains(two)
    assert not two.contains(both)
