"""Names that became pronouns."""

from __future__ import annotations

import pytest

from tests.builders import make_doc
from training import cloze as module
from training.cloze import cloze

ANN_LEE = "Ann/PROPN/nsubj/3 Lee/PROPN/flat/1 won/VERB/root/0 ./PUNCT/punct/3"


@pytest.fixture(autouse=True)
def _always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHANCE", 1.0)


@pytest.mark.parametrize(
    ("table", "names", "pronouns"),
    [
        ("Lee/PROPN/nsubj/2 spoke/VERB/root/0", [(4, 5, "PERSON")], {"He", "She"}),
        ("Mrs./PROPN/compound/2 Lee/PROPN/nsubj/3 spoke/VERB/root/0", [(5, 6, "PERSON")],
         {"He", "She"}),
        ("They/PRON/nsubj/2 saw/VERB/root/0 Lee/PROPN/obj/2", [(6, 7, "PERSON")], {"him", "her"}),
        ("Some/DET/nsubj/2 went/VERB/root/0 to/ADP/case/4 Lee/PROPN/obl/2", [(7, 8, "PERSON")],
         {"him", "her"}),
    ],
)  # fmt: skip
def test_a_repeated_name_becomes_a_pronoun(
    table: str, names: list[tuple[int, int, str]], pronouns: set[str]
) -> None:
    """The pronoun has the form that its place asks for, and its title goes with the name."""
    doc = make_doc(f"{ANN_LEE}\n\n{table}", ents=[(0, 2, "PERSON"), *names])
    first, second = cloze(doc, seed=1)
    assert first.mentions is not None
    assert second.mentions is not None
    (name,), (pronoun,) = first.mentions, second.mentions
    assert first.text[name.start : name.end] == "Ann"
    assert second.text[pronoun.start : pronoun.end] in pronouns
    assert (name.entity, name.asked, pronoun.asked) == (pronoun.entity, False, True)
    assert "Mrs." not in second.text


@pytest.mark.parametrize(
    "table",
    [
        "Lee/PROPN/nsubj/4 and/CCONJ/cc/3 Bob/PROPN/conj/1 spoke/VERB/root/0",
        "The/DET/det/2 Lee/PROPN/nsubj/3 spoke/VERB/root/0",
        "Lee/PROPN/vocative/2 go/VERB/root/0",
    ],
)
def test_names_that_no_pronoun_can_stand_for(table: str) -> None:
    """Joined, determined and addressed names stay, and sentences without pronouns are left out."""
    at = 5 if table.startswith("The") else 4
    doc = make_doc(f"{ANN_LEE}\n\n{table}", ents=[(0, 2, "PERSON"), (at, at + 1, "PERSON")])
    assert cloze(doc, seed=1) == []
