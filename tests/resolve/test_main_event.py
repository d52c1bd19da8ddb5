"""Who, what, when, where, why and how of an article."""

from __future__ import annotations

import datetime as dt

from newsevents.models.actors import Actor, Mention
from newsevents.models.article import Article, Paragraph
from newsevents.models.base import TextSpan
from newsevents.models.events import MainEvent
from newsevents.models.mentions import ClauseMention, EventMention, ParticipantMention
from newsevents.models.times import TimeExpression
from newsevents.resolve.events import resolve_events
from newsevents.resolve.main_event import find_main_event

TEXT = (
    "Kent storm destroys piers\n\nA storm destroyed two piers in Whitstable on Tuesday, police said. "
    "Ada Bell thanked volunteers. In 1987 a storm felled oaks."
)
TITLE = "Kent storm destroys piers"


class NoLinks:
    """No participant is an actor."""

    def actor_at(self, span: TextSpan) -> str | None:  # noqa: ARG002 - the interface
        """Nobody."""
        return None


def at(words: str) -> TextSpan:
    """The span of words in the text."""
    start = TEXT.index(words)
    return TextSpan.of(TEXT, start, start + len(words))


def clause(verb: str, predicate: str, sentence: str, **parts: str) -> ClauseMention:
    """A clause of headline or lead."""
    kind = parts.pop("kind", "told")
    spans = {label: at(words) for label, words in parts.items()}
    return ClauseMention(
        kind=kind,  # type: ignore[arg-type]
        verb=at(verb),
        predicate=at(predicate),
        sentence=at(sentence),
        **spans,  # type: ignore[arg-type]
    )


FIRST = "A storm destroyed two piers in Whitstable on Tuesday, police said."
HEADLINE = clause("destroys", "destroys piers", TITLE, subject="Kent storm")
LEAD = clause(
    "destroyed",
    "destroyed two piers",
    FIRST,
    subject="A storm",
    time="Tuesday",
    place="Whitstable",
    kind="reported",
)
THANKS = clause("thanked", "thanked volunteers", "Ada Bell thanked volunteers.", subject="Ada Bell")


def article(*, headline: bool = True, dated: bool = True) -> Article:
    """The text with its paragraphs."""
    body = Paragraph(span=at(TEXT[len(TITLE) + 2 :]), role="body")
    head = Paragraph(span=at(TITLE), role="headline")
    return Article(
        id="x",
        text=TEXT,
        paragraphs=(head, body) if headline else (body,),
        published_at=dt.date(2023, 7, 12) if dated else None,
    )


def day(words: str, value: str) -> TimeExpression:
    """A time expression that means a day."""
    start = dt.date.fromisoformat(value)
    return TimeExpression(id="t1", span=at(words), kind="date", value=value, start=start, end=start)


def event(trigger: str, agent: str, place: str | None = None) -> EventMention:
    """An event with its agent."""
    part = ParticipantMention(role="agent", span=at(agent), head=at(agent))
    return EventMention(
        id=trigger,
        type="conflict.destroy",
        trigger=at(trigger),
        lemma=trigger,
        participants=(part,),
        place=None if place is None else at(place),
        factuality="actual",
        sentence=1,
        paragraph=1,
        confidence=0.9,
    )


def found(
    *clauses: ClauseMention,
    mentions: tuple[EventMention, ...] = (),
    times: tuple[TimeExpression, ...] = (),
    actors: tuple[Actor, ...] = (),
    headline: bool = True,
    dated: bool = True,
) -> MainEvent:
    """The main event of the article; there must be one."""
    events = resolve_events(mentions, NoLinks(), times, [])
    read = article(headline=headline, dated=dated)
    main = find_main_event(read, clauses, mentions, events, times, actors, [])
    assert main is not None
    return main


def words(span: TextSpan | None) -> str | None:
    """The text of an answer."""
    return None if span is None else span.text


def test_the_headline_is_short_and_the_lead_adds_to_it():
    """What is done stands in the headline; the clause of the lead that tells it has the rest."""
    main = found(HEADLINE, LEAD, times=(day("Tuesday", "2023-07-11"),))
    assert words(main.who) == "Kent storm"
    assert words(main.what) == "destroys piers"
    assert words(main.when) == "Tuesday"
    assert main.why is None


def test_the_lead_answers_where_no_headline_does():
    """Who and what come from the first sentence; attributed news is news."""
    mention = event("destroyed", "A storm")
    main = found(LEAD, THANKS, mentions=(mention,), headline=False)
    assert words(main.who) == "A storm"
    assert words(main.what) == "destroyed two piers"
    assert words(main.where) == "Whitstable"
    assert main.event_id == "e1"


def test_a_person_is_named_in_full():
    """A surname or pronoun is answered with the fullest name of the text."""
    actor = Actor(
        id="a1",
        name="Ada Bell",
        kind="person",
        mentions=(
            Mention(span=at("Ada Bell"), kind="name"),
            Mention(span=at("Bell"), kind="name"),
        ),
        confidence=0.9,
    )
    short = clause("thanked", "thanked volunteers", "Bell thanked volunteers.", subject="Bell")
    assert words(found(short, actors=(actor,)).who) == "Ada Bell"


def test_a_pronoun_is_no_answer():
    """A pronoun is answered with what it stands for, or not at all."""
    it = clause("felled", "felled oaks", "In 1987 a storm felled oaks.", subject="it")
    actor = Actor(
        id="a1",
        name="a storm",
        kind="group",
        mentions=(
            Mention(span=at("a storm"), kind="nominal"),
            Mention(span=at("it"), kind="pronoun"),
        ),
        confidence=0.9,
    )
    assert found(it).who is None
    assert words(found(it, actors=(actor,)).who) == "a storm"


def test_a_bare_number_is_told_in_full_by_the_lead():
    """ "Two killed" asks who; without a fuller clause the number answers."""
    two = clause("destroyed", "two piers", "A storm destroyed two piers", count="two")
    assert words(found(two).who) == "two"
    assert words(found(two, LEAD).who) == "A storm"


def test_the_time_of_saying_comes_last():
    """What police said on Tuesday happened when its own clause says, if it does."""
    said = clause("said", "said", FIRST, subject="police", time="Tuesday", kind="reporting")
    own = LEAD.model_copy(update={"time": at("1987")})
    times = (day("Tuesday", "2023-07-11"), day("1987", "2023-07-09"))
    assert words(found(HEADLINE, said, times=times).when) == "Tuesday"
    assert words(found(HEADLINE, said, own, times=times).when) == "1987"


def test_old_times_are_no_answer():
    """Nobody asks when of a day long before publication; a day near it answers."""
    old = day("1987", "1987-10-16")
    assert found(THANKS, times=(old,)).when is None
    assert words(found(THANKS, times=(old, day("Tuesday", "2023-07-11"))).when) == "Tuesday"


def test_an_article_without_a_date_has_a_tuesday():
    """A weekday answers when, though nobody knows its date; it comes before an old day."""
    tuesday = day("Tuesday", "2023-07-11").model_copy(
        update={"value": None, "start": None, "end": None}
    )
    times = (tuesday, day("1987", "1987-10-16"))
    assert words(found(THANKS, times=times, dated=False).when) == "Tuesday"
    assert words(found(HEADLINE, LEAD, times=times, dated=False).when) == "Tuesday"
    assert found(THANKS, times=(tuesday,)).when is None


def test_times_and_places_may_be_told_later():
    """A place in the opening answers if the text says that something is there."""
    actor = Actor(
        id="a1",
        name="Whitstable",
        kind="place",
        mentions=(Mention(span=at("Whitstable"), kind="name"),),
        confidence=0.9,
    )
    assert words(found(THANKS, actors=(actor,)).where) == "Whitstable"
    kent = actor.model_copy(update={"mentions": (Mention(span=at("Kent"), kind="name"),)})
    assert found(THANKS, actors=(kent,)).where is None


def test_no_clause_no_answer():
    """An article whose headline and lead tell of nothing has no main event."""
    assert find_main_event(article(), (), (), (), [], [], []) is None
