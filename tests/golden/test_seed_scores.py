"""The seeds as a careful reader finds them; floors may be raised, never lowered."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from newsevents import Extractor, parse

ROOT = Path(__file__).parents[2]
#: Figures that may fall short of 1, with the least they must reach.
FLOORS = {"events: time": 0.8}


@pytest.mark.model
@pytest.mark.corpora
def test_seeds_score_what_a_reader_finds(
    corpora: Path, extractor: Extractor, tmp_path: Path
) -> None:
    """Every quote, actor, event and time that the gold lists is found and right."""
    scorer, gold = corpora.parent / "scorers" / "seeds.py", corpora.parent / "seeds" / "gold.json"
    if not scorer.exists() or not gold.exists():
        pytest.skip(f"no scorer and gold beside {corpora}")
    dates = {name: want["published_at"] for name, want in json.loads(gold.read_bytes()).items()}
    results = tmp_path / "results.jsonl"
    articles = [parse(ROOT / "seeds" / name, published_at=date) for name, date in dates.items()]
    lines = [extractor.extract(article).model_dump_json() for article in articles]
    results.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, scorer, gold, results, "--json"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    short = {
        figure: row["score"]
        for figure, row in json.loads(printed).items()
        if row["score"] < FLOORS.get(figure, 1.0)
    }
    assert not short
