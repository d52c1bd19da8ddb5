"""A sample of errors of who is who, to be read: the same ones as long as nothing changes.

    python -m benchmarks.actor_errors [--shared DIR] [--set NAME] [-n NUMBER] [--seed NUMBER]

Each error is shown in its context: a mention that is missed, one that is extra (not where only
people are asked for), one linked to another actor, or one that was met before and is not linked.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

import newsevents
from benchmarks.actors import SETS, Json, annotate, prediction
from benchmarks.gold import load_scorer, read_jsonl

_BEFORE: Final = 170
_AFTER: Final = 60


class Error(NamedTuple):
    """One error in one text."""

    kind: str
    text: str
    mention: Json
    ours: Json | None = None
    gold: Json | None = None


def errors(text: str, gold: list[Json], found: list[Json], common: ModuleType) -> Iterator[Error]:
    """What is wrong with the mentions of a text, both in text order."""
    pairs = dict(common.pair_up(gold, found, _fit))
    yield from (Error("missed", text, m) for i, m in enumerate(gold) if i not in pairs)
    known: list[tuple[Json, Json]] = []
    gold_of = {at: gold[which] for which, at in pairs.items()}
    for at, mention in enumerate(found):
        if at not in gold_of:
            yield Error("extra", text, mention)
            continue
        wanted = gold_of[at]
        ours = [g for m, g in known if m["entity_id"] == mention["entity_id"]]
        right = [g for _, g in known if g["entity_id"] == wanted["entity_id"]]
        if ours and ours[-1]["entity_id"] != wanted["entity_id"]:
            yield Error("wrong", text, mention, ours[-1], right[-1] if right else None)
        elif right and not ours:
            yield Error("unlinked", text, mention, None, right[-1])
        known.append((mention, wanted))


def _fit(gold: Json, found: Json) -> float:
    if gold["span"] == found["span"]:
        return 2.0
    return float("head" in gold and gold["head"] == found["head"])


def collect(name: str, shared: Path) -> list[Error]:
    """All errors in one corpus."""
    coref, common = load_scorer(shared, "coref"), load_scorer(shared, "common")
    chosen = SETS[name]
    records = read_jsonl(shared / "corpora" / "coref" / f"{chosen.file}.jsonl.gz")
    every: list[Error] = []
    for record, doc in zip(records, annotate(newsevents.load(), records), strict=True):
        gold = coref.mentions_of(record, "mentions", record.get("regions"))
        gold = [m for m in gold if chosen.kind in {None, m.get("type")}]
        ours = {"mentions": prediction(doc, chosen)}
        found = coref.mentions_of(ours, "mentions", record.get("regions"))
        every.extend(errors(record["text"], _ordered(gold), _ordered(found), common))
    return [error for error in every if error.kind != "extra" or chosen.kind is None]


def _ordered(mentions: list[Json]) -> list[Json]:
    return sorted(mentions, key=lambda mention: (mention["span"][0], -mention["span"][1]))


def show(number: int, error: Error) -> str:
    """An error with what stands around it."""
    start, end = error.mention["span"]
    before, words = error.text[max(0, start - _BEFORE) : start], error.text[start:end]
    context = f"{before}[{words}]{error.text[end : end + _AFTER]}"
    links = [
        f"{label}: {error.text[slice(*mention['span'])]}"
        for label, mention in (("ours", error.ours), ("gold", error.gold))
        if mention is not None
    ]
    return "\n".join(
        [f"{number} {error.kind} {'; '.join(links)}", f"  {' '.join(context.split())}"]
    )


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--set", choices=tuple(SETS), default="meantime")
    parser.add_argument("-n", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = collect(options.set, options.shared)
    sample = random.Random(options.seed).sample(found, min(options.n, len(found)))
    print(f"{len(sample)} of {len(found)} errors")
    for number, error in enumerate(sample, start=1):
        print(show(number, error))


if __name__ == "__main__":
    main()
