"""Names of one article put together, and those that stay apart."""

from __future__ import annotations

import pytest

from newsevents.resolve.labels import settled_labels
from tests.resolve.marked import marked
from tests.resolve.test_actors import actors, spoken_of


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "[Nordic|ORG] halts flights\n[Nordic Airways|ORG] said. [Nordic|ORG] will pay.",
            "Nordic Airways",
            ["Nordic", "Nordic Airways", "Nordic"],
        ),
        (
            "[Rovers|ORG] win\n[Hill Rovers|ORG] beat [Dale Rovers|ORG].",
            "Hill Rovers",
            ["Hill Rovers"],
        ),
        (
            "[Tern|ORG] fell. [Tern|ORG] said [Tern Research|ORG] would close.",
            "Tern Research",
            ["Tern Research"],
        ),
        (
            "[Farm Aid Abroad|ORG] ([FAE|ORG]) left. [FAE|ORG] feeds many.",
            "Farm Aid Abroad",
            ["Farm Aid Abroad", "FAE", "FAE"],
        ),
        (
            "[Hill Bank|ORG] and [Hill Trust|ORG] merge, [Hill|ORG] said.",
            "Hill Bank",
            ["Hill Bank"],
        ),
        ("[Tern 400|MISC]: [Tern|ORG] said.", "Tern", ["Tern"]),
        (
            "[Ruritanian Senate|ORG] met. [Senate|ORG] voted.",
            "Ruritanian Senate",
            ["Ruritanian Senate", "Senate"],
        ),
    ],
)
def test_short_forms(text: str, name: str, expected: list[str]) -> None:
    """A short form goes to the only full form it can be of, before it only in a headline."""
    assert spoken_of(actors(text)[name]) == expected


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[Harlow Group|ORG] grew. [Harlow|PERSON] said.", ["ORG", "ORG"]),
        ("[Harlow Group|ORG]: [Harlow|PERSON fem]", ["ORG", "PERSON"]),
        ("[Harlow Foundation|ORG]: [Harlow|PERSON]", ["ORG", "PERSON"]),
        ("[Ann Harlow|PERSON] of [Harlow Group|ORG]: [Harlow|PERSON]", ["PERSON", "ORG", "PERSON"]),
        ("[Harlow Group|ORG]'s [Ann Harlow|PERSON]: [Harlow|PERSON]", ["ORG", "PERSON", "ORG"]),
        ("[Bell|ORG] [Bell|PERSON] [Bell|PERSON]", ["PERSON"] * 3),
    ],
)
def test_labels(text: str, labels: list[str]) -> None:
    """Names with the same words are of one kind: the firm's before a person is named."""
    assert list(settled_labels(marked(text).actors).values()) == labels


def test_gender_of_a_noun_beside() -> None:
    """ "Her brother, Ben Bell" is the "Mr Bell" of two Bells; a first name shows nothing."""
    text = (
        "[Ada Bell|PERSON] and [her brother|nominal PERSON masc is=Ben_Bell], [Ben Bell|PERSON]. "
        "[Bell|PERSON masc] waved."
    )
    assert spoken_of(actors(text)["Ben Bell"]) == ["her brother", "Ben Bell", "Bell"]


def test_mrs_of_two_unknown() -> None:
    """A form of address decides nothing between two whose gender is not told."""
    text = "[Ada Bell|PERSON], [Ben Bell|PERSON]. [Bell|PERSON] met [Bell|PERSON fem]."
    found = actors(text)
    assert all("Bell" not in spoken_of(actor)[1:] for actor in found.values())
