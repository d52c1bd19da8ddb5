"""Offices: every group's examples are read as titles, its counter-examples are not."""

from __future__ import annotations

import pytest
from spacy.lang.en import English

from newsevents.pipeline.roles import RoleReader
from newsevents.rules.offices import TitleExample, honorifics, offices, phrase_length

EXAMPLES = [
    pytest.param(example, id=f"{group.id}:{example.name}")
    for group in offices().offices
    for example in (*group.examples, *group.counterexamples)
]


def title_in(example: TitleExample) -> tuple[str | None, str | None]:
    """Title and organisation that are read in front of the name, untagged."""
    doc = English()(example.text)
    start = example.text.index(example.name)
    name = doc.char_span(start, start + len(example.name), label="PERSON")
    titles = RoleReader(doc, [name]).before(name.start)
    if not titles:
        return None, None
    (office,) = titles
    title = doc[office.start : office.end].text
    if office.mark is not None:
        title = f"{doc[slice(*office.mark)].text} {title}"
    return title, None if office.owner is None else doc[slice(*office.owner)].text


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples(example: TitleExample) -> None:
    """The title in front of the name is the stated one, or none."""
    assert title_in(example) == (example.title, example.organization)


def test_ids_are_unique() -> None:
    """No two groups share an id."""
    ids = [group.id for group in offices().offices]
    assert len(ids) == len(set(ids))


def test_every_group_has_counterexamples() -> None:
    """Each group shows where it must not apply."""
    assert all(group.counterexamples for group in offices().offices)


def test_honorifics_show_gender_only_where_they_do() -> None:
    """A doctor may be anybody."""
    assert honorifics()["mr"] == "masc"
    assert honorifics()["dame"] == "fem"
    assert honorifics()["dr"] is None


@pytest.mark.parametrize(
    ("words", "size"),
    [
        (["us", "secretary", "of", "state"], 3),
        (["chief", "of", "staff"], 3),
        (["minister"], 0),
        ([], 0),
    ],
)
def test_phrase_length(words: list[str], size: int) -> None:
    """Titles of several words are measured from their last word."""
    assert phrase_length(words) == size
