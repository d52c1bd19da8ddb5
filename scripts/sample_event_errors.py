"""Draw missed and false events for reading, with a fixed seed.

    python scripts/sample_event_errors.py SHARED [COUNT]

COUNT of either kind, 100 unless told: half from TimeBank and half from MEANTIME's development
part, more from TimeBank where MEANTIME has too few. A miss is a trigger that coders marked and
the library does not list, a false event one that it lists and they did not mark. Each is
printed with the words around it, its class or its type.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import newsevents
from benchmarks.events import annotate
from benchmarks.gold import read_jsonl
from newsevents.pipeline.collect.events import collect_events

SETS = {"timebank": "time/timebank", "meantime": "events/meantime-dev"}


def errors(record: dict[str, Any], nlp: Any) -> tuple[list[str], list[str]]:
    """Lines of the misses and false events of one text."""
    text = record["text"]
    regions = record.get("regions") or [[0, len(text)]]
    found = [
        (m.trigger.start, m.trigger.end, m.type) for m in collect_events(annotate(nlp, record))
    ]
    gold = [(*event["trigger"], event["class"]) for event in record["events"]]
    lost = [g for g in gold if not any(a < g[1] and g[0] < b for a, b, _ in found)]
    false = [f for f in found if not any(a < f[1] and f[0] < b for a, b, _ in gold)]

    def lines(spans: list[tuple[int, int, str]]) -> list[str]:
        return [
            f"{kind:18} {text[max(0, a - 60) : a]}[{text[a:b]}]{text[b : b + 40]}".replace(
                "\n", " "
            )
            for a, b, kind in spans
            if any(first <= a and b <= last for first, last in regions)
        ]

    return lines(lost), lines(false)


def main() -> None:
    """Print the sample."""
    shared, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    nlp = newsevents.load()
    for kind, title in enumerate(("missed", "false")):
        left = count // 2
        for name in ("meantime", "timebank"):
            records = read_jsonl(shared / "corpora" / f"{SETS[name]}.jsonl.gz")
            listed = [line for record in records for line in errors(record, nlp)[kind]]
            size = min(left, len(listed))
            print(f"\n{name}: {size} of {len(listed)} {title}")
            print("\n".join(random.Random(1).sample(listed, size)))  # noqa: S311 - no secret
            left = count - size


if __name__ == "__main__":
    main()
