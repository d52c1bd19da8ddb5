"""What the benchmark of quotes prints."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest
from spacy.language import Language

from benchmarks.gold import load_scorer, read_jsonl
from benchmarks.quote_errors import errors, shown
from benchmarks.quotes import (
    COLUMNS,
    annotate,
    baseline,
    figures_of,
    notes,
    peers,
    score,
    table,
    without_speaker,
)

REPORT = {
    measure: {
        kind: {"precision": 0.5, "recall": 0.25, "span": 0.75}
        for kind in ("all", "direct", "mixed", "indirect", "reported")
    }
    for measure in ("exact", "overlap", "speaker")
}


def test_baseline_takes_everything_in_marks() -> None:
    """Each passage in double marks is a quote without a speaker."""
    text = "“No,” she said. The \"old\" mill ''burned''."
    (found,) = baseline([{"id": "a", "text": text}])
    spans = [text[start:end] for quote in found["quotes"] for start, end in quote["content"]]
    assert spans == ["“No,”", '"old"', "''burned''"]


def test_table_has_a_row_for_each_system() -> None:
    """We, the baseline, everyone scored alike, and the targets of the set."""
    others = peers()
    lines = table("polnear-dev", figures_of(REPORT), without_speaker(REPORT), others).splitlines()
    assert len(lines) == 4 + len(others["alike"])
    assert lines[1].split()[1:] == ["0.500", "0.250", "0.250", "0.250", "0.250", "0.250", "0.750"]
    assert lines[2].endswith("-")


def test_peers_name_their_data_and_source() -> None:
    """No figure of others stands without where it was measured and who says so."""
    others = peers()
    for peer in [*others["alike"], *others["elsewhere"]]:
        assert peer["system"]
        assert peer["data"]
        assert peer["source"] in notes(others)
    figures = [*others["targets"].values(), *(peer["figures"] for peer in others["alike"])]
    assert all(row.keys() <= COLUMNS.keys() for row in figures)


def test_errors_are_shown_in_their_context() -> None:
    """What is missed and what is false stands in brackets, with its cue marked."""
    scorer = ModuleType("scorer")
    vars(scorer).update(make_quotes=lambda quotes, _: quotes, pair_up=lambda *_: [(0.4, 0, 0)])
    text = "Smith said it rained."
    quote = {"kind": "indirect", "content": [[11, 20]], "cue": [[6, 10]]}
    found = list(errors(scorer, {"text": text, "quotes": [quote]}, [quote]))
    assert [side for side, _ in found] == ["missed", "false"]
    assert shown(quote, text) == "indirect Smith <said> [it rained]."


@pytest.mark.model
@pytest.mark.corpora
@pytest.mark.slow
@pytest.mark.parametrize("name", peers()["floors"])
def test_figures_hold_their_floors(name: str, nlp: Language, corpora: Path) -> None:
    """No figure of a development set falls below what was reached before."""
    shared = corpora.parent
    if not (shared / "scorers" / "quotes.py").exists():
        pytest.skip(f"no scorer beside {corpora}")
    gold = corpora / "quotes" / f"{name}.jsonl.gz"
    figures = figures_of(
        score(load_scorer(shared, "quotes"), gold, annotate(nlp, read_jsonl(gold)))
    )
    floors = peers()["floors"][name]
    assert {key: value for key, value in figures.items() if value < floors.get(key, 0.0)} == {}
