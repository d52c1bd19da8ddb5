"""Every form in which news reports speech, read from plain text."""

from __future__ import annotations

import pytest

import newsevents
from newsevents import Extractor

pytestmark = pytest.mark.model

Found = tuple[str, str | None, str, str | None]

#: Text, then kind, printed speaker, content and cue of each quote.
FORMS: list[tuple[str, list[Found]]] = [
    (
        "The mayor said the bridge would reopen on Friday.",
        [("indirect", "The mayor", "the bridge would reopen on Friday", "said")],
    ),
    (
        "The mayor said that the bridge would reopen and that tolls would rise.",
        [
            (
                "indirect",
                "The mayor",
                "the bridge would reopen and that tolls would rise",
                "said",
            )
        ],
    ),
    (
        "“We will rebuild,” said Jo Marsh, a farmer, “and we will do it soon.”",
        [("direct", "Jo Marsh", "We will rebuild, and we will do it soon.", "said")],
    ),
    (
        "The bridge, the mayor said, will reopen on Friday.",
        [("indirect", "the mayor", "The bridge will reopen on Friday", "said")],
    ),
    (
        "Too often, the mayor said, repairs come late.",
        [("indirect", "the mayor", "Too often repairs come late", "said")],
    ),
    (
        "The bridge will reopen on Friday, a spokesman said Monday.",
        [("indirect", "a spokesman", "The bridge will reopen on Friday", "said")],
    ),
    (
        "Anna Berg shrugged. “Nobody asked us.”",
        [("direct", "Anna Berg", "Nobody asked us.", None)],
    ),
    (
        "According to the ministry, the dam is safe.",
        [("indirect", "the ministry", "the dam is safe", "According to")],
    ),
    ("Peter Hall: “We lost everything.”", [("direct", "Peter Hall", "We lost everything.", ":")]),
    (
        "And from Peter Hall: “We lost everything.”",
        [("direct", "Peter Hall", "We lost everything.", ":")],
    ),
    (
        "“We lost everything.” -- Peter Hall",
        [("direct", "Peter Hall", "We lost everything.", "--")],
    ),
    (
        "His claim that the vote was rigged was false.",
        [("indirect", "His", "the vote was rigged", "claim")],
    ),
    (
        "Her promise to cut taxes won few votes.",
        [("indirect", "Her", "to cut taxes", "promise")],
    ),
    (
        "Jo Marsh said it had rained all night. She added that the cellar was full.",
        [
            ("indirect", "Jo Marsh", "it had rained all night", "said"),
            ("indirect", "She", "the cellar was full", "added"),
        ],
    ),
    (
        "“The cellar is full,” Jo Marsh said. “We need pumps. Nobody came.”",
        [("direct", "Jo Marsh", "The cellar is full, We need pumps. Nobody came.", "said")],
    ),
    (
        "The spokesman would not say whether the ship had sunk.",
        [("indirect", "The spokesman", "whether the ship had sunk", "say")],
    ),
    (
        "The company declined to comment on the fire.",
        [("indirect", "The company", "the fire", "comment")],
    ),
    (
        "The company denied that it had known of the leak.",
        [("indirect", "The company", "it had known of the leak", "denied")],
    ),
    (
        "The opposition accused the minister of lying to parliament.",
        [("indirect", "The opposition", "the minister of lying to parliament", "accused")],
    ),
    (
        "The talks were described by officials as a “waste of time”.",
        [("mixed", "officials", "The talks as a “waste of time”", "described")],
    ),
    (
        "The mayor called the plan “a gift to thieves” and said it would fail.",
        [
            ("mixed", "The mayor", "the plan “a gift to thieves”", "called"),
            ("indirect", "The mayor", "it would fail", "said"),
        ],
    ),
    (
        "Right now the plan is “dead in the water,” the mayor said.",
        [("mixed", "the mayor", "Right now the plan is “dead in the water,”", "said")],
    ),
    (
        "The group said the choice came down to one thing: “Money.”",
        [("mixed", "The group", "the choice came down to one thing: “Money.”", "said")],
    ),
    (
        "“We will go,” she said, adding that the road “may be closed”.",
        [
            ("direct", "she", "We will go,", "said"),
            ("mixed", "she", "the road “may be closed”", "adding"),
        ],
    ),
    (
        "He said it had rained, though she said it had been dry.",
        [
            ("indirect", "He", "it had rained", "said"),
            ("indirect", "she", "it had been dry", "said"),
        ],
    ),
    (
        "As one clerk put it, “no paper, no pay, no exceptions at all”.",
        [("direct", "one clerk", "no paper, no pay, no exceptions at all", "put")],
    ),
    (
        "The president praised the crew for its “cool heads”.",
        [("mixed", "The president", "the crew for its “cool heads”", "praised")],
    ),
]

#: Paragraphs, titles and odd marks.
PARAGRAPHS: list[tuple[str, list[Found]]] = [
    (
        "“The roof came off.\n\n“We ran into the street.\n\n“Nobody was hurt,” Jo Marsh said.",
        [
            (
                "direct",
                "Jo Marsh",
                "The roof came off. We ran into the street. Nobody was hurt,",
                "said",
            )
        ],
    ),
    (
        (
            "Jo Marsh added:\n\nThe road is closed and nobody knows when it will open again.\n\n"
            "The town has waited for years."
        ),
        [
            (
                "indirect",
                "Jo Marsh",
                "The road is closed and nobody knows when it will open again",
                "added",
            )
        ],
    ),
    (
        (
            "The debate grew loud.\n\nBAKER: We will lower the tax.\n\nHOLT: You never did.\n\n"
            "The two shook hands."
        ),
        [
            ("direct", "BAKER", "We will lower the tax.", ":"),
            ("direct", "HOLT", "You never did.", ":"),
        ],
    ),
    (
        "‘The workers’ union won’t move,’ he said.",
        [("direct", "he", "The workers’ union won’t move,", "said")],
    ),
    (
        "“He told me ‘no’ and left,” she said.",
        [("direct", "she", "He told me ‘no’ and left,", "said")],
    ),
    ("«We will stay», said Anna Berg.", [("direct", "Anna Berg", "We will stay", "said")]),
    ("”We will stay,” said Anna Berg.", [("direct", "Anna Berg", "We will stay,", "said")]),
    ("“We will stay,“ said Anna Berg.", [("direct", "Anna Berg", "We will stay,", "said")]),
    (
        '"We will stay, said Anna Berg.\n\n"It is late," said Jo Marsh.',
        [
            ("direct", "Anna Berg", "We will stay,", "said"),
            ("direct", "Jo Marsh", "It is late,", "said"),
        ],
    ),
    (
        "Dwayne “The Rock” Johnson said he was tired.",
        [("indirect", "Dwayne “The Rock” Johnson", "he was tired", "said")],
    ),
    ("She read “War and Peace” on the train.", []),
    ("The so-called “golden visa” ended in May.", []),
    ("The army attacked the town at night.", []),
]


def read(extractor: Extractor, text: str) -> list[Found]:
    """Kind, speaker, content and cue of each quote."""
    return [
        (quote.kind, quote.speaker and quote.speaker.text, quote.text, quote.cue and quote.cue.text)
        for quote in extractor.extract(newsevents.parse_text(text)).quotes
    ]


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_form_of_reporting(text: str, expected: list[Found], extractor: Extractor):
    """Each form gives its content, cue and speaker."""
    assert read(extractor, text) == expected


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_convention_of_print(text: str, expected: list[Found], extractor: Extractor):
    """Marks are read as news prints them; names, titles and terms are left alone."""
    assert read(extractor, text) == expected
