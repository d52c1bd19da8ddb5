"""Accuracy of quotes and speakers, beside a baseline, other systems and the targets.

    python -m benchmarks.quotes [--shared DIR] [--gold NAME ...] [--full] [-o FOLDER]

Reads the articles of gold files, runs the pipeline's encoder, quotes and speakers over
their texts, and has the predictions scored. The baseline takes everything in double
quotation marks for a quote. Figures of others come from `benchmarks/peers/quotes.yaml`.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import yaml
from spacy.language import Language
from spacy.tokens import Doc

import newsevents
from benchmarks.gold import load_scorer, read_jsonl
from newsevents.pipeline.collect.quotes import collect_quotes
from newsevents.pipeline.prepare import make_doc

COMPONENTS = ("newsevents_encoder", "newsevents_quotes", "newsevents_speakers")
SETS: Final = ("polnear-dev", "gum-attribution-dev")
PEERS: Final = Path(__file__).parent / "peers" / "quotes.yaml"
DOUBLE_MARKS = re.compile(r"[\"“”]([^\"“”\n]+)[\"“”]|''([^'\n]+)''")
#: Columns of the table, and where the scorer's report has them.
COLUMNS: Final = {
    "precision": ("overlap", "all", "precision"),
    "direct": ("overlap", "direct", "recall"),
    "mixed": ("overlap", "mixed", "recall"),
    "indirect": ("overlap", "indirect", "recall"),
    "reported": ("overlap", "reported", "recall"),
    "exact": ("exact", "direct", "recall"),
    "speaker": ("speaker", "all", "span"),
}
LEGEND: Final = """\
precision: of all quotes; direct to reported: recall; at least half of the words shared
exact: recall of direct quotes word for word
speaker: the right words, of the matched quotes whose speaker is printed"""

Json = dict[str, Any]
Figures = dict[str, float]


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


def score(scorer: ModuleType, gold: Path, predictions: list[Json]) -> Json:
    """The scorer's report on some predictions."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.jsonl"
        write(path, predictions)
        report: Json = scorer.score(gold, path)
    return report


def write(path: Path, predictions: list[Json]) -> None:
    """Predictions as JSON Lines."""
    lines = (json.dumps(prediction, ensure_ascii=False) for prediction in predictions)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def figures_of(report: Json) -> Figures:
    """The columns of our table, from a report of the scorer."""
    return {
        column: report[measure][kind][figure] for column, (measure, kind, figure) in COLUMNS.items()
    }


def without_speaker(report: Json) -> Figures:
    """The columns for a system that finds quotes and no speakers."""
    return {name: value for name, value in figures_of(report).items() if name != "speaker"}


def peers() -> Json:
    """Targets and the figures of other systems."""
    table: Json = yaml.safe_load(PEERS.read_text(encoding="utf-8"))
    return table


def table(name: str, ours: Figures, simple: Figures, others: Json) -> str:
    """One set's table: we, the baseline, those scored alike on the same corpus, the targets."""
    rows = [("newsevents", ours), ("everything in double marks", simple)]
    if name in others["targets"]:
        rows += [(f"{peer['system']} [{n}]", peer["figures"]) for n, peer in _numbered(others)]
        rows.append(("target", others["targets"][name]))
    head = f"{name:<38}" + "".join(f"{column:>10}" for column in COLUMNS)
    remark = others["remarks"].get(name, "")
    return "\n".join([head, *(f"{label:<38}{_cells(row)}" for label, row in rows), remark]).strip()


def _numbered(others: Json) -> list[tuple[int, Json]]:
    return list(enumerate(others["alike"], start=1))


def _cells(row: Figures) -> str:
    return "".join(f"{row[name]:>10.3f}" if name in row else f"{'-':>10}" for name in COLUMNS)


def notes(others: Json) -> str:
    """Where the figures of others come from."""
    alike = [f"[{n}] {peer['data']}: {peer['source']}" for n, peer in _numbered(others)]
    elsewhere = [
        f"- {peer['system']}, on {peer['data']}:\n  {peer['figures']}\n  ({peer['source']})"
        for peer in others["elsewhere"]
    ]
    return "\n".join(
        [LEGEND, *alike, "", "published, on other data or with other measures:", *elsewhere]
    )


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--gold", nargs="+", default=SETS)
    options.add_argument("--full", action="store_true", help="print the scorer's whole report too")
    options.add_argument("-o", "--output", type=Path, help="keep the predictions in this folder")
    chosen = options.parse_args()
    scorer = load_scorer(chosen.shared, "quotes")
    nlp, others = newsevents.load(), peers()
    for name in chosen.gold:
        gold = chosen.shared / "corpora/quotes" / f"{name}.jsonl.gz"
        articles = read_jsonl(gold)
        start = time.perf_counter()
        predictions = annotate(nlp, articles)
        seconds = time.perf_counter() - start
        if chosen.output:
            chosen.output.mkdir(parents=True, exist_ok=True)
            write(chosen.output / f"{name}.jsonl", predictions)
        report = score(scorer, gold, predictions)
        simple = score(scorer, gold, baseline(articles))
        words = sum(len(article["text"].split()) for article in articles)
        print(table(name, figures_of(report), without_speaker(simple), others))
        print(f"{len(articles)} articles, {words / seconds:,.0f} words/s\n")
        if chosen.full:
            print(f"{scorer.table(report)}\n")
    print(notes(others))


if __name__ == "__main__":
    main()
