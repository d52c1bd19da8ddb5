"""Comments behind quoted words, and what goes on with them."""

from __future__ import annotations

import pytest

from newsevents import Extractor


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Another critic likened the rules to “burning the house” - a charge that stung.",
            ["the rules to “burning the house”"],
        ),
        (
            "He dismissed the town as “a suburb of Oslo,” which angered its council.",
            ["the town as “a suburb of Oslo,”"],
        ),
        (
            "The mayor said the plan was “dead on arrival” after the vote.",
            ["the plan was “dead on arrival” after the vote"],
        ),
        (
            "She told members to “go home” and then “think hard.”",
            ["members to “go home” and then “think hard.”"],
        ),
        (
            "The mayor said the city would do two things: repair the bridge and plant trees.",
            ["the city would do two things: repair the bridge and plant trees"],
        ),
        (
            "The minister is telling a veterans group that the army is small and says it will grow.",
            ["the army is small", "it will grow"],
        ),
        ("“No more cuts,” the crowd chanted outside the hall.", ["No more cuts,"]),
    ],
)
def test_where_quoted_words_end(text: str, content: list[str], extractor: Extractor) -> None:
    """A reporter's comment is left out; joined phrases, lists and plain adjuncts are not."""
    quotes = extractor.extract(text).quotes
    assert [piece.text for quote in quotes for piece in quote.content] == content


@pytest.mark.model
def test_phrase_in_another_sentence_does_not_go_on(extractor: Extractor) -> None:
    """What somebody else is quoted with in passing is not said by the last speaker."""
    text = (
        "“You winning?” she said, but he was drifting off, and as the senator went on about "
        "“hardworking families” and “our own people,” Ann Lee nodded."
    )
    first = extractor.extract(text).quotes[0]
    assert [piece.text for piece in first.content] == ["You winning?"]


@pytest.mark.model
def test_quotation_goes_on_with_the_last_report(extractor: Extractor) -> None:
    """Words in marks behind a report belong to it, not to the quotation before."""
    text = (
        "“We have bigger problems,” said Ann Lee, a nurse. She says people should be left alone. "
        "“It is their life and nobody is hurt.”"
    )
    quotes = extractor.extract(text).quotes
    assert [quote.text for quote in quotes] == [
        "We have bigger problems,",
        "people should be left alone It is their life and nobody is hurt.",
    ]
    assert {quote.speaker_id for quote in quotes} == {quotes[0].speaker_id}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The former mayor was found guilty in May of accepting bribes.",
        "Her sister wept as the sentence was read.",
        "The inquiry began when a witness came forward.",
        "The coach praised her players.",
    ],
)
def test_nothing_is_said(text: str, extractor: Extractor) -> None:
    """Verdicts, readings and mere praise are no quotes."""
    assert extractor.extract(text).quotes == ()
