"""A hand-made result, so that exports and the command are tested without a model."""

from __future__ import annotations

import datetime as dt

from newsevents import (
    Actor,
    Amount,
    Article,
    Event,
    ExtractionResult,
    MainEvent,
    Mention,
    Paragraph,
    Participant,
    Provenance,
    Quote,
    Role,
    TextSpan,
    TimeExpression,
)

TEXT = (
    "By Ann Lee\n\n"
    "On Monday Norland gave $10m to the flood fund. “We had to act,” said Prime Minister "
    "Eva Holm. She may visit Westby."
)
PROVENANCE = Provenance(
    library="0.1.0", model="test 1", model_digest="", rules_digest="", config={}
)


def span(words: str, text: str = TEXT) -> TextSpan:
    """The first place where the words stand."""
    start = text.index(words)
    return TextSpan.of(text, start, start + len(words))


def make_result(article_id: str = "flood") -> ExtractionResult:
    """Two actors, one quote, two events and a time."""
    body = TEXT[TEXT.index("On Monday") :]
    return ExtractionResult(
        article=Article(
            id=article_id,
            text=TEXT,
            published_at=dt.date(2023, 5, 3),
            paragraphs=(
                Paragraph(span=span("By Ann Lee"), role="byline"),
                Paragraph(span=span(body), role="body"),
            ),
        ),
        actors=(
            Actor(
                id="a1",
                name="Norland",
                kind="country",
                country="NO",
                mentions=(Mention(span=span("Norland"), kind="name"),),
                confidence=1,
            ),
            Actor(
                id="a2",
                name="Eva Holm",
                kind="person",
                aliases=("Holm",),
                roles=(Role(title="Prime Minister", span=span("Prime Minister")),),
                mentions=(
                    Mention(span=span("Eva Holm"), kind="name"),
                    Mention(span=span("She"), kind="pronoun"),
                ),
                confidence=0.9,
            ),
        ),
        quotes=(
            Quote(
                id="q1",
                kind="direct",
                content=(span("We had to act,"),),
                cue=span("said"),
                speaker=span("Eva Holm"),
                speaker_id="a2",
                text="We had to act,",
                confidence=0.95,
            ),
        ),
        events=(
            Event(
                id="e1",
                type="provide_aid",
                trigger=span("gave"),
                mentions=(span("gave"),),
                participants=(
                    Participant(role="agent", span=span("Norland"), actor_id="a1"),
                    Participant(role="recipient", span=span("the flood fund")),
                ),
                time_id="t1",
                factuality="actual",
                amounts=(Amount(span=span("$10m"), value=10_000_000, currency="$"),),
                confidence=0.9,
            ),
            Event(
                id="e2",
                type="visit",
                trigger=span("visit"),
                participants=(
                    Participant(role="agent", span=span("She"), actor_id="a2"),
                    Participant(role="patient", span=span("Westby")),
                ),
                factuality="possible",
                confidence=0.8,
            ),
        ),
        times=(
            TimeExpression(
                id="t1",
                span=span("Monday"),
                kind="date",
                value="2023-05-01",
                start=dt.date(2023, 5, 1),
                end=dt.date(2023, 5, 2),
            ),
        ),
        main_event=MainEvent(
            who=span("Norland"), what=span("gave $10m"), when=span("On Monday"), event_id="e1"
        ),
        provenance=PROVENANCE,
    )
