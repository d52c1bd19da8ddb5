"""Events hold their floors on the development sets; they may be raised, never lowered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.events import (
    TRIGGER_SETS,
    pipeline,
    score_coding,
    score_questions,
    score_triggers,
)
from benchmarks.gold import read_jsonl

pytestmark = [pytest.mark.model, pytest.mark.corpora, pytest.mark.slow]

#: Head F1 of triggers, and false events in 100 words of what is listed by default.
TRIGGERS = {"timebank": (0.80, 2.4), "aquaint": (0.85, 1.6), "ecbplus": (0.86, 0.55)}
#: Figures by their path in what the scorer gives.
MEANTIME = {
    ("triggers", "head", "f1"): 0.85,
    ("attached arguments", "who", "f1"): 0.68,
    ("attached arguments", "whom", "f1"): 0.58,
    ("date of the event", "anchor", "precision"): 0.60,
    ("attributes of matched events", "polarity", "accuracy"): 0.94,
    ("attributes of matched events", "certainty", "accuracy"): 0.90,
    ("attributes of matched events", "time", "accuracy"): 0.90,
}
CODING = {("type",): 0.70, ("quad class",): 0.82}
QUESTIONS = {("mean", "hit@1"): 0.46, ("silent where coders found nothing",): 0.6}


def figure(figures: Any, path: tuple[str, ...]) -> float:
    """The number at the end of a path."""
    for key in path:
        figures = figures[key]
    return float(figures)


def missed(figures: Any, floors: dict[tuple[str, ...], float]) -> dict[tuple[str, ...], float]:
    """The figures below their floor."""
    found = {path: figure(figures, path) for path in floors}
    return {path: value for path, value in found.items() if value < floors[path]}


@pytest.fixture
def shared(corpora: Path) -> Path:
    """The folder of corpora and scorers."""
    if not (corpora.parent / "scorers" / "events.py").exists():
        pytest.skip(f"no scorers beside {corpora}")
    return corpora.parent


@pytest.mark.parametrize("name", TRIGGERS)
def test_triggers(name: str, shared: Path) -> None:
    """Triggers are found, and few too many."""
    gold = TRIGGER_SETS[name]
    records = read_jsonl(shared / "corpora" / f"{gold.file}.jsonl.gz")
    figures = score_triggers(pipeline(include_reporting=True), records, gold, shared)
    least, most = TRIGGERS[name]
    assert figures["triggers"]["head"]["f1"] >= least
    assert figures["false events per 100 words"] <= most


def test_news_with_arguments(shared: Path) -> None:
    """Triggers, who, whom, dates and factuality of news."""
    gold = TRIGGER_SETS["meantime"]
    records = read_jsonl(shared / "corpora" / f"{gold.file}.jsonl.gz")
    figures = score_triggers(pipeline(include_reporting=True), records, gold, shared)
    assert missed(figures, MEANTIME) == {}


def test_questions(shared: Path, tmp_path: Path) -> None:
    """The main event answers, or stays silent."""
    records = read_jsonl(shared / "corpora/fivew1h/giveme5w1h-gold-dev.jsonl.gz")
    assert missed(score_questions(records, shared, tmp_path), QUESTIONS) == {}


def test_codes(shared: Path) -> None:
    """Types and quad classes of a given pair of actors."""
    records = read_jsonl(shared / "corpora/coding/plv-dev.jsonl.gz")
    figures = score_coding(pipeline(include_reporting=True), records, shared)
    assert missed(figures["macro F1"], CODING) == {}
