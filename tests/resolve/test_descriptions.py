"""What descriptions take up, and what they leave alone."""

from __future__ import annotations

import pytest

from newsevents.models.base import TextSpan
from newsevents.models.mentions import Mentions
from newsevents.resolve.actors import link
from tests.resolve.marked import marked


def chains(text: str, *, quotes: dict[str, str] | None = None) -> list[list[str]]:
    """The words of every chain of a marked text with more than one mention."""
    mentions = marked(text, quotes=quotes)
    linked = link(mentions)
    unique = {id(chain): chain for chain in linked.values()}
    found = [
        [mentions.actors[i].span.text for i in sorted(chain.members)] for chain in unique.values()
    ]
    return sorted(words for words in found if len(words) > 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a bridge|nominal bare] fell. [The bridge|nominal] was old.", ["a bridge", "The bridge"]),
        (
            "[Hill Bank|ORG] grew. [The bank|nominal ORG subject] lends.",
            ["Hill Bank", "The bank"],
        ),
        (
            "[Nordic|ORG subject] grew. [The airline|nominal ORG subject head=airline] lends.",
            ["Nordic", "The airline"],
        ),
        (
            "[Minister|nominal PERSON bare] resigns\n[Ada Bell|PERSON role=Minister] left.",
            ["Minister", "Ada Bell"],
        ),
        (
            "[Men|nominal GROUP plur bare head=men] held\n[Men|nominal GROUP plur bare] left.",
            ["Men", "Men"],
        ),
        (
            "[Peter Krogh|PERSON subject] waited. [the 45-year-old teacher|nominal PERSON] slept.",
            ["Peter Krogh", "the 45-year-old teacher"],
        ),
        (
            "[Hugo Salas|PERSON role=premier] met [the premier|nominal PERSON head=premier].",
            ["Hugo Salas", "the premier"],
        ),
        (
            "Premier [Hugo Salas|PERSON role=Premier] met [the leader|nominal PERSON head=leader].",
            ["Hugo Salas", "the leader"],
        ),
        (
            "[Hill Airways|ORG] and [Dale|ORG] met. [The airline|nominal ORG head=airline] grew.",
            ["Hill Airways", "The airline"],
        ),
        (
            "[Hull Bank|ORG]." + " [Dale|ORG]." * 20 + " [The bank|nominal ORG head=bank] grew.",
            ["Hull Bank", "The bank"],
        ),
    ],
)
def test_taken_up(text: str, expected: list[str]) -> None:
    """The same noun, a name with the noun, a name of the kind, a headline and its lead."""
    assert expected in chains(text)


@pytest.mark.parametrize(
    "text",
    [
        "[Leeds Court|ORG] met. [The agency|nominal ORG subject head=agency] grew.",
        "[Nato|ORG] met. [The council|nominal ORG subject head=council] grew.",
        "[a bridge|nominal bare] fell. [The bridges|nominal plur head=bridge] were old.",
        "[the board of the firm|nominal ORG head=board] and [the firm|nominal ORG head=firm]",
        "[Nasa|ORG subject] met. [the Hull team|nominal ORG subject head=team] grew.",
        "[Ada Bell|PERSON] left. [a doctor|nominal PERSON bare] came.",
        "Aide to the mayor [Jo Ek|PERSON role=Aide_to_the_mayor]: [the mayor|nominal PERSON] left.",
        "[Acme|ORG verb=1] bought [the company|nominal ORG verb=1 head=company].",
        "[her brother|nominal PERSON masc], [his brother|nominal PERSON fem head=brother]",
    ],
)
def test_left_alone(text: str) -> None:
    """Other sorts, numbers, genders, wholes and parts, and arguments of one verb stay apart."""
    assert chains(text) == []


def test_it_is_of_the_kind_that_it_is_said_to_be() -> None:
    """What is said to be a bank is no aircraft."""
    text = (
        "[Hill Bank|ORG subject] sold [a plane|nominal MISC bare head=plane]. "
        "[It|pronoun subject] is [the oldest lender|nominal ORG is=It head=lender]."
    )
    assert ["Hill Bank", "It", "the oldest lender"] in chains(text)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("chief", ["Acme", "we"]), ("analyst", None)],
)
def test_we_of_a_speaker(title: str, expected: list[str] | None) -> None:
    """Who leads or speaks for an organisation says "we" for it, an analyst does not."""
    text = f"[Acme|ORG] {title} [Ada Bell|PERSON role={title}@Acme subject] said: [we|pronoun quote=q1]"
    found = chains(text, quotes={"q1": "Ada Bell"})
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(("head", "members"), [("index", 2), ("screen", 1)])
def test_class_after_a_name(head: str, members: int) -> None:
    """ "The Tern index" is Tern, "the Tern screen" a part of it."""
    (name,) = marked("[Tern|MISC]").actors
    text = f"Tern {head}"
    noun = name.model_copy(
        update={
            "span": TextSpan(start=0, end=len(text), text=text),
            "kind": "nominal",
            "head": head,
            "of": name.span,
            "definite": True,
        }
    )
    linked = link(Mentions(actors=(noun, name)))
    assert len(linked[1].members) == members


def test_capital_is_in_its_country() -> None:
    """ "The Polish capital" does not make a city a country."""
    mentions = marked(
        "[Warsaw|GPE] is big. [The Polish capital|nominal GPE country=PL head=capital] grows."
    )
    chain = link(mentions)[0]
    assert len(chain.members) == 2
    assert chain.country is None
