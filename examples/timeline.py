"""A timeline: the events of an article whose time is known, in order of time.

python examples/timeline.py seeds/000_5d8bdbb9938c1935.txt 2023-04-11
"""

from __future__ import annotations

import sys

import newsevents
from newsevents import Event


def main(path: str, published_at: str | None = None) -> None:
    """Print the first day of each event, whether it is a fact, and its participants."""
    result = newsevents.extract(newsevents.parse(path, published_at=published_at))
    dated = []
    for event in result.events:
        time = result.time(event.time_id)
        if time and time.start:
            dated.append((time.start.isoformat(), time.span.text, event))
    for start, words, event in sorted(dated, key=lambda item: (item[0], item[2].trigger.start)):
        print(f"{start[:10]}  {event.factuality:<9}{told(event)}  ({words})")


def told(event: Event) -> str:
    """An event in a few words: "invited (patient: Chris Hipkins)"."""
    people = "; ".join(f"{part.role}: {part.span.text}" for part in event.participants)
    return f"{event.trigger.text} ({people})" if people else event.trigger.text


if __name__ == "__main__":
    main(*sys.argv[1:])
