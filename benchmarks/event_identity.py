"""Accuracy of event identity: which mentions of a text speak of one event.

    python -m benchmarks.event_identity [--shared DIR] [--limit N] [-o FOLDER]

Two views. `chains` scores all that the library finds against all that coders marked, with the
measures of coreference. `links` looks only at words that both hold for events: of all pairs of
them in a text, how many are joined rightly, beside joining none and joining equal words.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path
from typing import Any, Final, NamedTuple

from spacy.language import Language

import newsevents
from benchmarks.events import annotate
from benchmarks.gold import load_scorer, read_jsonl
from newsevents.pipeline.collect import collect
from newsevents.resolve.actors import resolve_actors
from newsevents.resolve.events import resolve_events
from newsevents.resolve.times import resolve_times

Json = dict[str, Any]
SETS: Final = {"meantime": "events/meantime-dev", "ecbplus": "events/ecbplus-dev"}
#: Letters that forms of one word share, for the baseline that joins equal words.
_STEM: Final = 4


class Found(NamedTuple):
    """One mention that the library lists."""

    start: int
    end: int
    lemma: str
    event: str


def found(nlp: Language, record: Json) -> list[Found]:
    """The mentions of a text, without the light verbs that stand with them."""
    mentions = collect(annotate(nlp, record))
    triggers = {mention.trigger.start: mention.lemma for mention in mentions.events}
    links, times = resolve_actors(mentions), resolve_times(mentions.times)
    return [
        Found(span.start, span.end, triggers[span.start], event.id)
        for event in resolve_events(mentions.events, links, times, ())
        for span in event.mentions
        if span.start in triggers
    ]


def matched(record: Json, mentions: Iterable[Found]) -> list[tuple[str, Found]]:
    """Gold cluster and mention where both hold a word for an event, inside the regions."""
    regions = record.get("regions") or [[0, len(record["text"])]]
    gold = [
        (*event["trigger"], event["cluster"])
        for event in record["events"]
        if event.get("cluster")
        and any(a <= event["trigger"][0] and event["trigger"][1] <= b for a, b in regions)
    ]
    pairs = []
    for mention in mentions:
        clusters = {c for start, end, c in gold if start <= mention.start and mention.end <= end}
        if len(clusters) == 1:
            pairs.append((clusters.pop(), mention))
    return pairs


def links(records: list[list[tuple[str, Found]]], same: Callable[[Found, Found], bool]) -> Json:
    """Precision, recall and F1 of the pairs that a way of joining joins."""
    right = guessed = gold = 0
    for pairs in records:
        for (one, first), (other, second) in combinations(pairs, 2):
            joined = same(first, second)
            guessed += joined
            gold += one == other
            right += joined and one == other
    precision, recall = right / max(guessed, 1), right / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "f1": f1, "gold": gold, "joined": guessed}


def score(records: list[Json], shared: Path) -> Json:
    """Figures of one corpus."""
    nlp = newsevents.load()
    mentions = [found(nlp, record) for record in records]
    guesses = [
        {"id": r["id"], "events": [{"trigger": [m.start, m.end], "cluster": m.event} for m in ms]}
        for r, ms in zip(records, mentions, strict=True)
    ]
    chains = load_scorer(shared, "coref").score(
        list(zip(records, guesses, strict=True)), match="overlap", layer="events"
    )
    common = [matched(r, ms) for r, ms in zip(records, mentions, strict=True)]
    return {
        "links": {
            "library": links(common, lambda a, b: a.event == b.event),
            "equal words": links(common, lambda a, b: _stem(a) == _stem(b)),
            "none": links(common, lambda _, __: False),
        },
        "chains": chains,
    }


def _stem(mention: Found) -> str:
    return mention.lemma[:_STEM]


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="corpora, scorers")
    parser.add_argument("--limit", type=int, help="only so many texts of each corpus")
    parser.add_argument("-o", "--out", type=Path, default=Path("runs"), help="where results go")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    results = {}
    for name, file in SETS.items():
        records = read_jsonl(given.shared / "corpora" / f"{file}.jsonl.gz", given.limit)
        results[name] = score(records, given.shared)
        print(f"\n{name}\n{json.dumps(results[name], indent=1)}")
    (given.out / "event-identity.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
