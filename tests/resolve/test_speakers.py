"""From speakers as printed to actors."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from newsevents.models.actors import Actor, Mention, MentionKind
from newsevents.models.base import TextSpan
from newsevents.models.mentions import ActorMention, Gender, QuoteMention
from newsevents.resolve.speakers import resolve_quotes


@dataclass
class FakeLinks:
    """Actors with the places where they are mentioned."""

    actors: tuple[Actor, ...]
    places: dict[tuple[int, int], str]

    def actor_at(self, span: TextSpan) -> str | None:
        """The actor whose mention is exactly there."""
        return self.places.get((span.start, span.end))


def at(text: str, words: str, nth: int = 0) -> TextSpan:
    """The span of some words in a text."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return TextSpan.of(text, start, start + len(words))


def mention(span: TextSpan, kind: MentionKind, gender: Gender | None = None) -> ActorMention:
    """A person's mention as a subject."""
    return ActorMention(
        span=span,
        kind=kind,
        label="PERSON",
        head=span.text.split()[-1].lower(),
        gender=gender,
        subject=True,
        sentence=0,
        paragraph=0,
    )


def person(number: str, name: str, span: TextSpan) -> Actor:
    """A person with one mention."""
    return Actor(
        id=number,
        name=name,
        kind="person",
        mentions=(Mention(span=span, kind="name"),),
        confidence=1.0,
    )


def quote(number: str, content: TextSpan, speaker: TextSpan | None) -> QuoteMention:
    """An indirect quote."""
    return QuoteMention(
        id=number, kind="indirect", content=(content,), speaker=speaker, sentence=0, paragraph=0
    )


def resolved(
    text: str, names: dict[str, tuple[str, Gender | None]], quotes: list[tuple[str, str | None]]
) -> list[str | None]:
    """Speaker ids of quotes given as (content, speaker) in a text with some names."""
    mentions, actors, places = [], [], {}
    for number, (name, gender) in names.items():
        span = at(text, name)
        mentions.append(mention(span, "name", gender))
        actors.append(person(number, name, span))
        places[span.start, span.end] = number
    found = [
        quote(f"q{i}", at(text, content), at(text, speaker) if speaker else None)
        for i, (content, speaker) in enumerate(quotes, start=1)
    ]
    links = FakeLinks(tuple(actors), places)
    return [q.speaker_id for q in resolve_quotes(found, mentions, links)]


def resolved_groups(
    text: str, groups: dict[str, str], quotes: list[tuple[str, TextSpan]]
) -> list[str | None]:
    """Speaker ids of quotes in a text whose actors are groups without a name."""
    spans = {number: at(text, words) for number, words in groups.items()}
    mentions = [mention(span, "nominal") for span in spans.values()]
    actors = [
        person(number, span.text, span).model_copy(update={"kind": "group"})
        for number, span in spans.items()
    ]
    places = {(span.start, span.end): number for number, span in spans.items()}
    told = [
        quote(f"q{i}", at(text, content), speaker)
        for i, (content, speaker) in enumerate(quotes, start=1)
    ]
    links = FakeLinks(tuple(actors), places)
    return [q.speaker_id for q in resolve_quotes(told, mentions, links)]


def test_a_name_is_its_actor():
    """A speaker given by name is the actor mentioned there."""
    assert resolved("Smith said it rained.", {"a1": ("Smith", None)}, [("it rained", "Smith")]) == [
        "a1"
    ]


def test_unknown_speaker_stays_unknown():
    """A quote without a speaker, or with one that is nobody, has no actor."""
    text = "It rained, somebody said. It poured."
    assert resolved(text, {}, [("It rained", "somebody"), ("It poured", None)]) == [None, None]


def test_he_goes_on_with_the_last_speaker():
    """A pronoun is whoever spoke last."""
    text = "Smith said it rained. He said it poured."
    quotes = [("it rained", "Smith"), ("it poured", "He")]
    assert resolved(text, {"a1": ("Smith", None)}, quotes) == ["a1", "a1"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Smith said it rained. Jones came in. He said it poured.",
            {"a1": ("Smith", None), "a2": ("Jones", None)},
        ),
        ("Smith said it rained. He said it poured.", {"a1": ("Smith", "fem")}),
    ],
)
def test_he_is_left_to_the_actors(text: str, names: dict[str, tuple[str, Gender | None]]):
    """A pronoun does not go on where another person came between, or the gender is wrong."""
    quotes = [("it rained", "Smith"), ("it poured", "He")]
    assert resolved(text, names, quotes) == ["a1", None]


def test_who_is_named_in_a_quotation_does_not_go_on():
    """After Smith has spoken, “Smith is a liar,” he said" is somebody else."""
    text = "Smith said it rained. “Smith is a liar,” he said."
    first, inner = at(text, "Smith"), at(text, "Smith", 1)
    named = mention(inner, "name").model_copy(update={"quote": "q2"})
    told = [
        quote("q1", at(text, "it rained"), first),
        quote("q2", at(text, "Smith is a liar,"), at(text, "he")).model_copy(
            update={"kind": "direct"}
        ),
    ]
    places = {(span.start, span.end): "a1" for span in (first, inner)}
    links = FakeLinks((person("a1", "Smith", first),), places)
    found = resolve_quotes(told, [mention(first, "name"), named], links)
    assert [one.speaker_id for one in found] == ["a1", None]


def test_a_pronoun_shows_the_gender_of_who_spoke():
    """Whoever was "he" does not go on as "she"."""
    text = "Smith said it rained. He said it poured. She said it snowed."
    first, he, she = at(text, "Smith"), at(text, "He"), at(text, "She")
    told = [
        quote("q1", at(text, "it rained"), first),
        quote("q2", at(text, "it poured"), he),
        quote("q3", at(text, "it snowed"), she),
    ]
    mentions = [mention(first, "name"), mention(he, "pronoun", "masc")]
    links = FakeLinks(
        (person("a1", "Smith", first),),
        {(first.start, first.end): "a1", (he.start, he.end): "a1"},
    )
    found = resolve_quotes(told, mentions, links)
    assert [one.speaker_id for one in found] == ["a1", "a1", None]


def test_they_goes_on_with_a_group():
    """ "They added" is the group that spoke last, unless another one came between."""
    text = "Police said it rained. They said it poured. Fans left. They said it snowed."
    spoken = [
        ("it rained", at(text, "Police")),
        ("it poured", at(text, "They")),
        ("it snowed", at(text, "They", 1)),
    ]
    assert resolved_groups(text, {"a1": "Police", "a2": "Fans"}, spoken) == ["a1", "a1", None]


def test_he_is_not_whoever_is_quoted_by_another():
    """Where one tells what another wrote, "he" may be either."""
    text = "Bell said Smith wrote that it rained. He said it poured."
    names: dict[str, tuple[str, Gender | None]] = {"a1": ("Bell", None), "a2": ("Smith", None)}
    assert resolved(text, names, [("it rained", "Smith"), ("it poured", "He")]) == ["a2", None]


def test_after_somebody_unknown_nobody_goes_on():
    """ "He" need not be the speaker before the one whom nobody knows."""
    text = "Smith said it rained. A clerk said it snowed. He said it poured."
    quotes = [("it rained", "Smith"), ("it snowed", "A clerk"), ("it poured", "He")]
    assert resolved(text, {"a1": ("Smith", None)}, quotes) == ["a1", None, None]


def test_who_is_whom_it_stands_for():
    """A relative pronoun is printed, and what it stands for is resolved."""
    text = "Smith, who said it rained, left."
    span = at(text, "Smith")
    told = quote("q1", at(text, "it rained"), at(text, "who")).model_copy(
        update={"antecedent": span}
    )
    links = FakeLinks((person("a1", "Smith", span),), {(span.start, span.end): "a1"})
    (found,) = resolve_quotes([told], [mention(span, "name")], links)
    assert found.speaker is not None
    assert (found.speaker.text, found.speaker_id) == ("who", "a1")


def test_two_names_in_one_speaker_are_unknown():
    """Two equal candidates are nobody."""
    text = "Smith and Jones said it rained."
    names: dict[str, tuple[str, Gender | None]] = {"a1": ("Smith", None), "a2": ("Jones", None)}
    assert resolved(text, names, [("it rained", "Smith and Jones")]) == [None]
