"""Names written alike get one label."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from newsevents.encoder.agreement import agreed
from tests.builders import make_doc


@pytest.mark.parametrize(
    ("labels", "wanted"),
    [
        (["ORG", "PERSON", "ORG"], ["ORG", "ORG", "ORG"]),
        (["ORG", "PERSON"], ["ORG", "PERSON"]),
        (["PERSON"], ["PERSON"]),
        ([], []),
    ],
)
def test_most_frequent_label_wins_and_ties_stay(labels: list[str], wanted: list[str]) -> None:
    """A minority follows the majority of its own spelling; nobody follows a tie."""
    doc = make_doc(" ".join(["Harlow/PROPN/root/0"] * 4))
    spans = [Span(doc, place, place + 1, label=label) for place, label in enumerate(labels)]
    assert [span.label_ for span in agreed(spans)] == wanted


def test_other_spellings_do_not_vote() -> None:
    """Only names of the same letters are one name."""
    doc = make_doc("Harlow/PROPN/root/0 Harlow/PROPN/dep/1 Leeds/PROPN/dep/1")
    spans = [Span(doc, i, i + 1, label=label) for i, label in enumerate(["ORG", "ORG", "LOC"])]
    assert [span.label_ for span in agreed(spans)] == ["ORG", "ORG", "LOC"]
