"""Speed, memory and cold start of the whole extraction, on one core.

    python -m benchmarks.speed [--data FILE.jsonl[.gz]] [--articles N] [--json]

Prints each figure beside the floor it must hold, and the share of every step; the
exit status is 1 where a floor is missed. Words a second are counted in processor
time, so that other programs on the machine change them little.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from newsevents import Article, Extractor, parse_text
from newsevents.pipeline.collect import collect
from newsevents.pipeline.prepare import make_doc
from newsevents.resolve import resolve

ROOT = Path(__file__).parent.parent
DATA = ROOT.parent / "shared" / "corpora" / "quotes" / "polnear-dev.jsonl.gz"
#: Starts of each command, in turns, so that both meet the same machine.
STARTS = 7
T = TypeVar("T")


@dataclass(frozen=True)
class Figure:
    """One measured number and what it must hold."""

    name: str
    value: float
    floor: float
    at_most: bool = False

    @property
    def holds(self) -> bool:
        """Whether the number is on the right side of its floor."""
        return self.value <= self.floor if self.at_most else self.value >= self.floor

    def __str__(self) -> str:
        sign, mark = ("<=" if self.at_most else ">="), ("ok" if self.holds else "MISSED")
        return f"{self.name:44}{self.value:10,.2f}   {sign} {self.floor:8,.2f}  {mark}"


def read_articles(path: Path) -> list[Article]:
    """The articles of a JSON Lines file, each with a "text"; without one, the seeds."""
    if not path.exists():
        print(f"{path} is not there; measuring the seeds, ten times")
        return [parse_text(seed.read_text()) for seed in (ROOT / "seeds").glob("*.txt")] * 10
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    rows = [json.loads(line) for line in content.splitlines()]
    return [parse_text(row["text"], id=row.get("id"), published_at=row.get("date")) for row in rows]


def count_words(articles: Sequence[Article]) -> int:
    """Words as a reader counts them."""
    return sum(len(article.text.split()) for article in articles)


def measure_speed(extractor: Extractor, articles: Sequence[Article]) -> tuple[float, float]:
    """Words a second, in processor time and by the clock."""
    used, seen = time.process_time(), time.perf_counter()
    for _ in extractor.extract_many(articles):
        pass
    words = count_words(articles)
    return words / (time.process_time() - used), words / (time.perf_counter() - seen)


def measure_shares(extractor: Extractor, articles: Sequence[Article]) -> dict[str, float]:
    """Processor time of each step, in seconds."""
    times: dict[str, float] = defaultdict(float)

    def timed(step: str, work: Callable[..., T], *arguments: object) -> T:
        start = time.process_time()
        done = work(*arguments)
        times[step] += time.process_time() - start
        return done

    for article in articles:
        doc = timed("tokens", make_doc, extractor.nlp, article)
        for name, component in extractor.nlp.pipeline:
            doc = timed(name, component, doc)
        mentions = timed("collect", collect, doc)
        timed("resolve", resolve, article, mentions, extractor.provenance)
    return times


def peak_memory() -> float:
    """The most memory that this process ever held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def measure_cold_start() -> tuple[float, float]:
    """Seconds of `newsevents --help` and of `import spacy`, medians of several starts."""
    command = str(Path(sys.executable).with_name("newsevents"))
    ours, spacys = [], []
    for _ in range(STARTS):
        ours.append(_seconds([command, "--help"]))
        spacys.append(_seconds([sys.executable, "-c", "import spacy"]))
    return statistics.median(ours), statistics.median(spacys)


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def use_one_core() -> None:
    """Keep this process on one core, where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])


def main() -> int:
    """Measure, print, and say whether all floors hold."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--data", type=Path, default=DATA, help="JSON Lines with a text each")
    options.add_argument("--articles", type=int, help="only the first N")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = options.parse_args()

    help_seconds, spacy_seconds = measure_cold_start()
    use_one_core()
    articles = read_articles(args.data)[: args.articles]
    extractor = Extractor()
    extractor.extract(articles[0])  # What is loaded with the first article is no speed.
    speed, by_the_clock = measure_speed(extractor, articles)
    memory = peak_memory()
    shares = measure_shares(extractor, articles)

    ratio = help_seconds / spacy_seconds
    figures = [
        Figure("words a second, one core", speed, 2500),
        Figure("peak memory, MB", memory, 700, at_most=True),
        Figure("newsevents --help / import spacy", ratio, 2 / 3, at_most=True),
    ]
    if args.json:
        print(json.dumps({figure.name: figure.value for figure in figures}, indent=1))
    else:
        words = count_words(articles)
        print(f"{len(articles)} articles, {words:,} words; {extractor.provenance.model}")
        print(*figures, sep="\n")
        print(f"by the clock {by_the_clock:,.0f} words a second")
        print(f"cold start {help_seconds:.2f} s, import spacy {spacy_seconds:.2f} s")
        print_shares(shares, words)
    return 0 if all(figure.holds for figure in figures) else 1


def print_shares(shares: dict[str, float], words: int) -> None:
    """The steps, slowest first."""
    total = sum(shares.values())
    for step, seconds in sorted(shares.items(), key=lambda item: -item[1]):
        print(f"  {step:24}{seconds / total:7.1%}{seconds / words * 1e6:9.1f} µs a word")


if __name__ == "__main__":
    sys.exit(main())
