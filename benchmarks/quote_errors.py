"""A sample of quotes that were missed and of quotes that are none, to be read.

    python -m benchmarks.quote_errors [--shared DIR] [--gold NAME] [--count N] [--seed N]

The same seed draws the same articles' errors as long as the predictions stay the same.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final

import newsevents
from benchmarks.gold import load_scorer, read_jsonl
from benchmarks.quotes import Json, annotate

#: From here on two quotes are one and the same, as in the scorer.
_OVERLAP: Final = 0.5
_CONTEXT: Final = 80


def errors(scorer: ModuleType, article: Json, predicted: list[Json]) -> Iterator[tuple[str, Json]]:
    """The quotes of one article that stand on one side only: "missed" or "false"."""
    text, gold = article["text"], article["quotes"]
    pairs = scorer.pair_up(scorer.make_quotes(gold, text), scorer.make_quotes(predicted, text))
    found = [(i, j) for overlap, i, j in pairs if overlap >= _OVERLAP]
    known, right = {i for i, _ in found}, {j for _, j in found}
    yield from (("missed", quote) for i, quote in enumerate(gold) if i not in known)
    yield from (("false", quote) for j, quote in enumerate(predicted) if j not in right)


def shown(quote: Json, text: str) -> str:
    """A quote in its context on one line, its words in brackets, its cue marked."""
    spans = sorted((*quote["content"], *quote["cue"]))
    start, end = max(0, spans[0][0] - _CONTEXT), min(len(text), spans[-1][1] + _CONTEXT)
    marks = [(s, "[") for s, _ in quote["content"]] + [(e, "]") for _, e in quote["content"]]
    marks += [(s, "<") for s, _ in quote["cue"]] + [(e, ">") for _, e in quote["cue"]]
    line = text[start:end]
    for place, mark in sorted(marks, reverse=True):
        line = line[: place - start] + mark + line[place - start :]
    return f"{quote['kind']:<8} {' '.join(line.split())}"


def main() -> None:
    """Draw and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--gold", default="polnear-dev")
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    scorer = load_scorer(chosen.shared, "quotes")
    articles = read_jsonl(chosen.shared / "corpora/quotes" / f"{chosen.gold}.jsonl.gz")
    drawn: dict[str, list[str]] = {"missed": [], "false": []}
    for article, found in zip(articles, annotate(newsevents.load(), articles), strict=True):
        for side, quote in errors(scorer, article, found["quotes"]):
            drawn[side].append(shown(quote, article["text"]))
    for side, lines in drawn.items():
        sample = random.Random(chosen.seed).sample(lines, min(chosen.count, len(lines)))
        print(f"{side}: {len(sample)} of {len(lines)}")
        for number, line in enumerate(sample, start=1):
            print(f"{number:>4} {line}")


if __name__ == "__main__":
    main()
