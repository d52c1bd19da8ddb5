"""Roles in running text, as the model parses it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from newsevents import Extractor
from newsevents.rules.offices import CareerExample, offices

pytestmark = pytest.mark.model

ARTICLES = yaml.safe_load(Path(__file__).with_name("roles.yaml").read_text(encoding="utf-8"))
CAREERS = [
    pytest.param(example, verbs.status, id=f"{verbs.id}:{example.text}")
    for verbs in offices().careers
    for example in (*verbs.examples, *verbs.counterexamples)
]

Row = tuple[str, str, str, str | None]


def roles(extractor: Extractor, text: str) -> Iterator[Row]:
    """Name, title, organisation and status of every role that is found."""
    for actor in extractor.extract(text).actors:
        for role in actor.roles:
            yield row(actor.name, role.title, role.organization, role.status)


def row(name: str, title: str, organization: str | None, status: str | None) -> Row:
    """A role in a form that can be compared."""
    return name, title.casefold(), (organization or "").casefold().removeprefix("the "), status


def test_roles_of_articles(extractor):
    """Nearly every role is found, and nearly all that are found are right."""
    found, wanted = set(), set()
    for article in ARTICLES:
        found |= {(article["id"], *role) for role in roles(extractor, article["text"])}
        wanted |= {
            (article["id"], *row(name, *role))
            for name, listed in article["roles"].items()
            for role in listed
        }
    right = len(found & wanted)
    assert right / len(found) > 0.9, sorted(found - wanted)
    assert right / len(wanted) > 0.9, sorted(wanted - found)


@pytest.mark.parametrize(("example", "status"), CAREERS)
def test_offices_that_verbs_give(extractor, example: CareerExample, status: str | None):
    """Whoever is given an office has it, in the state that the verb leaves it in."""
    wanted = example.title and row(example.name, example.title, example.organization, status)
    assert list(roles(extractor, example.text)) == ([wanted] if wanted else [])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chinese Foreign Ministry spokesman Wei Dong agreed.", "CN"),
        ("Norway’s prime minister, Eva Holm, agreed.", "NO"),
        ("Luc Morel, a nurse from Norway, agreed.", None),
    ],
)
def test_countries_of_office_holders(extractor, text, country):
    """Who speaks for a state has its country, who only lives there has not."""
    people = [actor for actor in extractor.extract(text).actors if actor.kind == "person"]
    assert [person.country for person in people] == [country]


def test_forms_of_address_are_no_offices(extractor):
    """ "Ms" says nothing of what somebody does."""
    text = "A campaign led by Ms Bell saved the pool. Ms Ada Bell thanked Mrs Cole and Mr Dunn."
    assert list(roles(extractor, text)) == []
