"""Who, what, when, where, why and how of an article."""

from __future__ import annotations

from newsevents.models.article import Article, Paragraph
from newsevents.models.base import TextSpan
from newsevents.models.mentions import EventMention, ParticipantMention
from newsevents.resolve.events import resolve_events
from newsevents.resolve.main_event import find_main_event

TEXT = "Storm hits Kent\n\nA storm destroyed two piers in Kent. Police thanked volunteers."


class NoLinks:
    """No participant is an actor."""

    def actor_at(self, span: TextSpan) -> str | None:  # noqa: ARG002 - the interface
        """Nobody."""
        return None


def at(words: str) -> TextSpan:
    """The span of words in the text."""
    start = TEXT.index(words)
    return TextSpan.of(TEXT, start, start + len(words))


def mention(trigger: str, lemma: str, agent: str, predicate: str) -> EventMention:
    """An event of the lead."""
    part = ParticipantMention(role="agent", span=at(agent), head=at(agent))
    return EventMention(
        id=trigger,
        type="conflict.destroy",
        trigger=at(trigger),
        lemma=lemma,
        participants=(part,),
        predicate=at(predicate),
        place=at("Kent. ".strip(". ")),
        factuality="actual",
        sentence=1,
        paragraph=1,
        confidence=0.9,
    )


def article(*roles_and_words: tuple[str, str]) -> Article:
    """The text with its paragraphs."""
    paragraphs = tuple(
        Paragraph(span=at(words), role=role)  # type: ignore[arg-type]
        for role, words in roles_and_words
    )
    return Article(id="x", text=TEXT, paragraphs=paragraphs)


LEAD = ("body", "A storm destroyed two piers in Kent. Police thanked volunteers.")
MENTIONS = (
    mention("destroyed", "destroy", "A storm", "destroyed two piers"),
    mention("thanked", "thank", "Police", "thanked volunteers"),
)


def test_the_lead_answers():
    """Who and what come from the event that the lead begins with."""
    events = resolve_events(MENTIONS, NoLinks(), [], [])
    main = find_main_event(
        article(("headline", "Storm hits Kent"), LEAD), MENTIONS, events, [], [], []
    )
    assert main is not None
    assert main.who is not None
    assert main.who.text == "A storm"
    assert main.what is not None
    assert main.what.text == "destroyed two piers"
    assert main.event_id == "e1"
    assert main.why is None


def test_no_event_no_answer():
    """An article that tells of no event has no main event."""
    assert find_main_event(article(LEAD), (), (), [], [], []) is None
