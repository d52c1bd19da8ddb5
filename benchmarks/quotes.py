"""Accuracy of quotes and speakers, beside the baseline of everything in quotation marks.

    python -m benchmarks.quotes [--shared DIR] [--gold NAME] [-o PREDICTIONS.jsonl]

Reads the articles of a gold file, runs the pipeline's encoder, quotes and speakers
over their texts, writes the predictions and has them scored.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

import newsevents
from newsevents.pipeline.collect.quotes import collect_quotes
from newsevents.pipeline.prepare import make_doc

COMPONENTS = ("newsevents_encoder", "newsevents_quotes", "newsevents_speakers")
DOUBLE_MARKS = re.compile(r"[\"“”]([^\"“”\n]+)[\"“”]|''([^'\n]+)''")

Json = dict[str, Any]


def read(path: Path) -> list[Json]:
    """The articles of a gold file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def prediction(doc: Doc) -> list[Json]:
    """The quotes of a Doc as the scorer reads them."""
    return [
        {
            "content": [[span.start, span.end] for span in quote.content],
            "cue": [[quote.cue.start, quote.cue.end]] if quote.cue else [],
            "source": [[quote.speaker.start, quote.speaker.end]] if quote.speaker else [],
            "kind": quote.kind,
            "rule": quote.rule,
        }
        for quote in collect_quotes(doc)
    ]


def annotate(nlp: Language, articles: Iterable[Json]) -> list[Json]:
    """Predictions for articles, by the components that quotes need."""
    found = []
    with nlp.select_pipes(enable=[name for name in COMPONENTS if name in nlp.pipe_names]):
        for article in articles:
            doc = nlp(make_doc(nlp, newsevents.parse_text(article["text"], id=article["id"])))
            found.append({"id": article["id"], "quotes": prediction(doc)})
    return found


def baseline(articles: Iterable[Json]) -> list[Json]:
    """Every passage in double quotation marks as a direct quote without a speaker."""
    return [
        {
            "id": article["id"],
            "quotes": [
                {"content": [[match.start(), match.end()]], "kind": "direct"}
                for match in DOUBLE_MARKS.finditer(article["text"])
            ],
        }
        for article in articles
    ]


def load_scorer(shared: Path) -> ModuleType:
    """The scorer that all systems are measured with."""
    spec = importlib.util.spec_from_file_location("quotes_scorer", shared / "scorers/quotes.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {shared}")
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def score(scorer: ModuleType, gold: Path, predictions: list[Json]) -> str:
    """The scorer's table for some predictions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        write(path, predictions)
        table: str = scorer.table(scorer.score(gold, path))
    return table


def write(path: Path, predictions: list[Json]) -> None:
    """Predictions as JSON Lines."""
    lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--gold", default="polnear-dev")
    options.add_argument("-o", "--output", type=Path, help="keep the predictions here")
    chosen = options.parse_args()
    gold = chosen.shared / "corpora/quotes" / f"{chosen.gold}.jsonl.gz"
    articles = read(gold)
    scorer = load_scorer(chosen.shared)
    nlp = newsevents.load()
    start = time.perf_counter()
    predictions = annotate(nlp, articles)
    seconds = time.perf_counter() - start
    words = sum(len(article["text"].split()) for article in articles)
    if chosen.output:
        write(chosen.output, predictions)
    print(f"everything in double quotation marks\n{score(scorer, gold, baseline(articles))}\n")
    print(f"newsevents, {words / seconds:,.0f} words/s\n{score(scorer, gold, predictions)}")


if __name__ == "__main__":
    main()
