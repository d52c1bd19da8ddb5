"""The benchmark of actors: what it counts, and that the shipped model reaches its targets."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.actor_names import found_in, table
from benchmarks.actors import SETS, annotate, measure, notes, peers
from benchmarks.figures import Tally
from benchmarks.gold import read_jsonl
from tests.builders import make_doc


def test_names_are_those_of_actors():
    """Titles are no part of a name, countries are places, and "Russian" is an adjective."""
    doc = make_doc(
        "Minister/PROPN/nmod:desc/2 Bell/PROPN/nsubj/3 left/VERB/root/0 Chad/PROPN/obj/3 with/ADP/case/7 "
        "Russian/ADJ/amod/7 aides/NOUN/obl/3",
        ents=[(0, 2, "PERSON"), (3, 4, "GPE"), (5, 6, "NORP")],
    )
    found = [(doc.text[start:end], label) for start, end, label in found_in(doc)]
    assert found == [("Bell", "PERSON"), ("Chad", "LOC")]


def test_table_of_names():
    """Precision and recall are told apart."""
    tally = Tally(right=1, gold=2, found=1)
    *_, line = table(iter([("gum", dict.fromkeys(("", "PERSON", "ORG", "LOC"), tally))]))
    assert line.split() == ["gum", "1.000", "0.500", "0.667", "0.667", "0.667", "0.667"]


def test_every_set_has_a_target_and_every_figure_a_source():
    """What others reached is named with where it was published."""
    others = peers()
    assert others["targets"].keys() == SETS.keys()
    told = notes(others)
    for peer in (*others["coreference"], *others["names"]):
        assert peer["system"] in told
        assert peer["source"] in told


@pytest.mark.model
@pytest.mark.corpora
@pytest.mark.slow
@pytest.mark.parametrize("name", SETS)
def test_chains_reach_their_target(name, nlp, corpora: Path):
    """CoNLL F1 on the development sets is at or above what was set out to reach."""
    if not (corpora.parent / "scorers" / "coref.py").exists():
        pytest.skip(f"no scorer beside {corpora}")
    gold = read_jsonl(corpora / "coref" / f"{SETS[name].file}.jsonl.gz")
    docs = list(annotate(nlp, gold))
    assert measure(gold, docs, SETS[name], corpora.parent)["CoNLL F1"] >= peers()["targets"][name]
