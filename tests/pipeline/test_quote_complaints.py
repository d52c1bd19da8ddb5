"""What users of other quote extractors complain of, shown in sentences of our own.

Each test is named after the tracker and the number of the complaint.
"""

from __future__ import annotations

import pytest

import newsevents
from newsevents import Extractor

pytestmark = pytest.mark.model

Spoken = tuple[str | None, str]


def spoken(extractor: Extractor, text: str) -> list[Spoken]:
    """The speakers, by the name of the actor, with what they said."""
    result = extractor.extract(newsevents.parse_text(text))
    return [
        (actor.name if (actor := result.speaker(quote)) else None, quote.text)
        for quote in result.quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                'Rosa Hill, a vet, said: "They need help before the winter.\n\n'
                '"If they get none they will starve," she added.'
            ),
            [
                (
                    "Rosa Hill",
                    "They need help before the winter. If they get none they will starve,",
                )
            ],
        ),
        (
            (
                "On Monday Imran Shah, a union official, said he was angry. "
                '"What they have done is break a promise," he told the meeting.'
            ),
            [
                ("Imran Shah", "he was angry"),
                ("Imran Shah", "What they have done is break a promise,"),
            ],
        ),
        (
            (
                "“The vote was close,” said Jo Marsh, who chairs the panel.\n\n"
                "“It could have gone either way.”"
            ),
            [
                ("Jo Marsh", "The vote was close,"),
                ("Jo Marsh", "It could have gone either way."),
            ],
        ),
    ],
)
def test_corenlp_905(text: str, expected: list[Spoken], extractor: Extractor):
    """A speaker described between commas is not lost at the break of a paragraph."""
    assert spoken(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "“The dam held for thirty years.\n\n“We told them in May. Nobody came.\n\n"
                "“By June the water was in the street,” said Peter Hall."
            ),
            [
                (
                    "Peter Hall",
                    (
                        "The dam held for thirty years. We told them in May. Nobody came. "
                        "By June the water was in the street,"
                    ),
                )
            ],
        ),
        (
            (
                "“The dam held for thirty years,” said Peter Hall. “Then the cracks came.\n\n"
                "“We told them in May,” he said.\n\nThe mayor, Ann Lee, was not there.\n\n"
                "“I was ill,” Lee said."
            ),
            [
                ("Peter Hall", "The dam held for thirty years,"),
                ("Peter Hall", "Then the cracks came. We told them in May,"),
                ("Ann Lee", "I was ill,"),
            ],
        ),
    ],
)
def test_corenlp_1139(text: str, expected: list[Spoken], extractor: Extractor):
    """A quotation opened again in each paragraph is whole, and its speaker's alone."""
    assert spoken(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Two shots, then a scream. It was awful,” said a trader who goes by “Biscuit.”",
            [("a trader", "Two shots, then a scream. It was awful,")],
        ),
        (
            'Tony "Boots" Marlow left on Saturday. "It is over," Marlow said.',
            [("Tony", "It is over,")],
        ),
    ],
)
def test_corenlp_1251(text: str, expected: list[Spoken], extractor: Extractor):
    """A nickname in quotation marks is no quotation, and its bearer speaks all the same."""
    found = spoken(extractor, text)
    assert [words for _, words in found] == [words for _, words in expected]
    assert all(name is not None for name, _ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'The bell cost 5" more than planned.\n\n“It rings,” said Jo Marsh.',
            [("Jo Marsh", "It rings,")],
        ),
        (
            '» Roads closed\n\n“The bridge is shut,” said Jo Marsh.\n\n"We walked," said Peter Hall.',
            [("Jo Marsh", "The bridge is shut,"), ("Peter Hall", "We walked,")],
        ),
        (
            "“We are ready,\" said Jo Marsh. ''We have boats,'' said Peter Hall.",
            [("Jo Marsh", "We are ready,"), ("Peter Hall", "We have boats,")],
        ),
        (
            'Jo Marsh said: "It isn‘t over."',
            [("Jo Marsh", "It isn‘t over.")],
        ),
    ],
)
def test_textacy_379(text: str, expected: list[Spoken], extractor: Extractor):
    """An odd mark, a bullet or an apostrophe costs no quotation and raises nothing."""
    assert spoken(extractor, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“She knows the trade, and the board will gain from all of it.” -Commissioner Grant Stark",
            "Grant Stark",
        ),
        (
            "“She knows the trade, and the board will gain from all of it.” — Mayor Lena Roth",
            "Lena Roth",
        ),
        (
            "And from Chairwoman Ines Rosen:\n\n“She brings a long record, and we are glad of it.”",
            "Ines Rosen",
        ),
        (
            (
                "From the desk of Jon Doerr, Chief Analyst, Northbank.\n\n"
                "“It has become more urgent than ever to see what these machines do to us.”"
            ),
            "Jon Doerr",
        ),
    ],
)
def test_textacy_383(text: str, expected: str, extractor: Extractor):
    """A speaker may be named after a dash, or in the line before, without any verb."""
    assert [name for name, _ in spoken(extractor, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        'He paid "too much.\n\n“It was a bargain,” said Jo Marsh.',
        "‘The workers’ union won’t move.\n\n“It was a bargain,” said Jo Marsh.",
        "The boys' team won.\n\n“It was a bargain,” said Jo Marsh.",
    ],
)
def test_textacy_293(text: str, extractor: Extractor):
    """A mark that is never closed, or none at all, leaves the next paragraph alone."""
    assert spoken(extractor, text)[-1] == ("Jo Marsh", "It was a bargain,")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Jo Marsh met Peter Hall at the mill. “It is sold,” Hall said. "
                "Marsh said she was sorry. “I grew up here,” she said."
            ),
            ["Peter Hall", "Jo Marsh", "Jo Marsh"],
        ),
        ("“It is sold,” he said. “They gave us a week.”", [None]),
        ("“It is sold,” said Jo Marsh and Ann Lee in a statement.", [None]),
    ],
)
def test_sayswho_3(text: str, expected: list[str | None], extractor: Extractor):
    """Of two people who are named together, a quote is one's, or nobody's where both fit."""
    assert [name for name, _ in spoken(extractor, text)] == expected
