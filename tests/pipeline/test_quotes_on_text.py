"""Quotes in running text, as the model parses it."""

from __future__ import annotations

import pytest

import newsevents
from newsevents import Extractor

pytestmark = pytest.mark.model

#: Text, then kind, printed speaker and content of each quote.
CASES = [
    (
        "“The roof came off,” said Maria Lopez, a teacher.\n\n“We ran into the street.”",
        [
            ("direct", "Maria Lopez", "The roof came off,"),
            ("direct", "Maria Lopez", "We ran into the street."),
        ],
    ),
    (
        "“The bridge was old.\n\n“It had been closed before.\n\n“Nobody listened,” Peter Hall said.",
        [
            (
                "direct",
                "Peter Hall",
                "The bridge was old. It had been closed before. Nobody listened,",
            )
        ],
    ),
    (
        'Tony "The Hammer" Diaz won the fight on Saturday. "I feel great," Diaz said.',
        [("direct", "Diaz", "I feel great,")],
    ),
    (
        "‘The workers’ union won’t move,’ he said.",
        [("direct", "he", "The workers’ union won’t move,")],
    ),
    (
        "The minister said on Tuesday that the tax would rise, adding that nobody liked it.",
        [
            ("indirect", "The minister", "the tax would rise"),
            ("indirect", "The minister", "nobody liked it"),
        ],
    ),
    (
        "The price of bread will double by spring, according to the national bank.",
        [("indirect", "the national bank", "The price of bread will double by spring")],
    ),
    (
        "The mayor called the plan “a gift to thieves”.",
        [("mixed", "The mayor", "the plan “a gift to thieves”")],
    ),
    (
        "Anna Berg told reporters: “We are ready.” She left without another word.",
        [("direct", "Anna Berg", "We are ready.")],
    ),
    (
        "Reed dangled a “fair deal for everyone” before the strikers.",
        [("mixed", "Reed", "a “fair deal for everyone”")],
    ),
    (
        "The union told its members that the offer was “an insult”, drawing cheers from the hall.",
        [("mixed", "The union", "the offer was “an insult”")],
    ),
    (
        "The plan, as the mayor put it, was dead.",
        [("indirect", "the mayor", "The plan was dead")],
    ),
    (
        "The crews left at noon, according to the ministry, and said it was “out of control”.",
        [("mixed", "the ministry", "The crews left at noon and said it was “out of control”")],
    ),
    (
        "The film, titled “Why?”, argues that the war was “a business”.",
        [("mixed", "The film, titled “Why?”", "the war was “a business”")],
    ),
    (
        "She blasted Hall as a “disgrace” on Monday during a visit to Leeds.",
        [("mixed", "She", "Hall as a “disgrace”")],
    ),
    (
        "'We ran,' she sobbed. 'I told the boy, \"Shut your eyes\". I thought we were lost.'",
        [
            (
                "direct",
                "she",
                'We ran, I told the boy, "Shut your eyes". I thought we were lost.',
            )
        ],
    ),
    (
        "A clerk, who asked not to be named because she feared for her job, left in tears.",
        [],
    ),
    (
        "The firm has featured in reports about the flood. Whitmore laughed when it was read.",
        [],
    ),
    (
        "The so-called “golden visa” ended in May, and the “Blue Band” toured Italy.",
        [],
    ),
    (
        "The spokesman would not say that the ship had sunk.",
        [],
    ),
    (
        "“It was a mistake,” the company said in a statement. “We are sorry.”",
        [("direct", "the company", "It was a mistake, We are sorry.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotes_in_text(text: str, expected: list[tuple[str, str, str]], extractor: Extractor):
    """Each way of reporting is read from plain text."""
    found = extractor.extract(newsevents.parse_text(text)).quotes
    assert [(q.kind, q.speaker and q.speaker.text, q.text) for q in found] == expected
