"""Accuracy of time expressions: spans, types and TIMEX3 values, as TempEval-3 measures them.

    python -m benchmarks.times [CORPUS.jsonl.gz ...] [--shared DIR] [--no-model] [--misses]

Without a corpus those of the shared folder are read, HeidelTime's figures beside ours.
A corpus has one text a line: ``text``, its day ``dct`` and ``times`` with ``span``,
``type`` and ``value``; where it has ``regions``, only expressions in them count.
Strict: the same span. Relaxed: any overlap, one to one. Type and value: a relaxed
match with the same attribute. ``--no-model`` reads the bare text, without a parse.
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

from newsevents import keys
from newsevents.pipeline import factories
from newsevents.pipeline.times import TimeFinder

MEASURES = ("strict", "relaxed", "type", "value")
CORPORA = ("time/timebank", "time/aquaint", "events/meantime-dev")
#: F1 of HeidelTime 1.8, from "Evaluation Results" of its wiki; the editions of TempEval-3.
HEIDELTIME = {
    "timebank": {"strict": 84.9, "relaxed": 91.6, "value": 79.2},
    "aquaint": {"strict": 81.0, "relaxed": 91.8, "value": 73.0},
}


@dataclass
class Score:
    """Counts over one corpus."""

    gold: int = 0
    found: int = 0
    words: int = 0
    seconds: float = 0.0
    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))

    def figures(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1 of a measure."""
        right = self.right[measure]
        precision, recall = right / max(1, self.found), right / max(1, self.gold)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def read_corpus(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a corpus."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def day_of(record: dict[str, Any]) -> date | None:
    """The day a text was made, in whichever order its corpus writes it."""
    stated = str(record.get("dct") or "")[:10]
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(stated, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None


def overlap(one: list[int], other: list[int]) -> float:
    """What two spans share over what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """A one-to-one matching of overlapping expressions, the closest first."""
    options = sorted(
        (-overlap(want["span"], has["span"]), number, place)
        for number, want in enumerate(gold)
        for place, has in enumerate(found)
        if overlap(want["span"], has["span"]) > 0
    )
    matched: dict[int, int] = {}
    for _, number, place in options:
        if number not in matched and place not in matched.values():
            matched[number] = place
    return sorted(matched.items())


def count(
    score: Score, record: dict[str, Any], found: list[dict[str, Any]], *, misses: bool
) -> None:
    """Add one text to the counts."""
    regions = record.get("regions") or [[0, len(record["text"])]]
    gold, found = _inside(record["times"], regions), _inside(found, regions)
    matched = pairs(gold, found)
    score.gold += len(gold)
    score.found += len(found)
    for number, place in matched:
        want, has = gold[number], found[place]
        score.right["relaxed"] += 1
        score.right["strict"] += want["span"] == has["span"]
        for measure in ("type", "value"):
            score.right[measure] += _same(want.get(measure), has.get(measure))
    if misses:
        _print_misses(record["text"], gold, found, dict(matched))


def _inside(times: list[dict[str, Any]], regions: list[list[int]]) -> list[dict[str, Any]]:
    return [item for item in times if any(start <= item["span"][0] < end for start, end in regions)]


def _same(one: object, other: object) -> bool:
    return str(one or "").upper() == str(other or "").upper()


def _print_misses(
    text: str, gold: list[dict[str, Any]], found: list[dict[str, Any]], matched: dict[int, int]
) -> None:
    for number, want in enumerate(gold):
        has = found[matched[number]] if number in matched else None
        if has is None or not _same(want.get("value"), has["value"]):
            print(f"  {_shown(text, want)} -> {_shown(text, has) if has else None}")
    for place in sorted(set(range(len(found))) - set(matched.values())):
        print(f"  extra {_shown(text, found[place])}")


def _shown(text: str, item: dict[str, Any]) -> str:
    start, end = item["span"]
    return f"{' '.join(text[start:end].split())!r} {item.get('value')}"


def make_pipeline(*, model: bool) -> Language:
    """The tokenizer, the model unless left out, and the component."""
    factories.register()
    nlp = spacy.blank("en")
    nlp.max_length = 10_000_000
    if model:
        nlp.add_pipe("newsevents_encoder")
    nlp.add_pipe("newsevents_times")
    return nlp


def find(nlp: Language, record: dict[str, Any], score: Score) -> list[dict[str, Any]]:
    """The expressions of a text; only the component is timed."""
    doc = nlp.make_doc(record["text"])
    published = day_of(record)
    if published:
        doc.user_data[keys.PUBLISHED_AT] = published.isoformat()
    for _, component in nlp.pipeline:
        begin = time.perf_counter()
        doc = component(doc)
        if isinstance(component, TimeFinder):
            score.seconds += time.perf_counter() - begin
    score.words += len(record["text"].split())
    return [
        {
            "span": [span.start_char, span.end_char],
            "type": span.label_,
            "value": span.kb_id_ or None,
        }
        for span in doc.spans[keys.TIMES]
    ]


def main() -> None:
    """Print the measures for each corpus."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpora", type=Path, nargs="*", help="CORPUS.jsonl.gz")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="corpora")
    parser.add_argument("--no-model", action="store_true", help="bare text, without a parse")
    parser.add_argument("--misses", action="store_true", help="print what was not right")
    options = parser.parse_args()
    nlp = make_pipeline(model=not options.no_model)
    print(f"{'':24}{'measure':>9}{'P':>8}{'R':>8}{'F1':>8}{'HeidelTime':>12}")
    files = [options.shared / "corpora" / f"{name}.jsonl.gz" for name in CORPORA]
    for path in options.corpora or files:
        score = Score()
        for record in read_corpus(path):
            count(score, record, find(nlp, record, score), misses=options.misses)
        for measure in MEASURES:
            cells = "".join(f"{100 * figure:8.1f}" for figure in score.figures(measure))
            name = path.name.split(".")[0]
            peer = HEIDELTIME.get(name, {}).get(measure, "")
            print(f"{name:24}{measure:>9}{cells}{peer:>12}")
        print(f"{'':24}{1e6 * score.seconds / max(1, score.words):.0f} microseconds a word")


if __name__ == "__main__":
    main()
