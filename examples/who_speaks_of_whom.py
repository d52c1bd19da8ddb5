"""Who speaks of whom: how often each speaker names each actor in what he or she says.

python examples/who_speaks_of_whom.py seeds/*.txt
"""

from __future__ import annotations

import sys
from collections import Counter

import newsevents
from newsevents import ExtractionResult


def main(*paths: str) -> None:
    """Print how often each speaker mentions each other actor, most often first."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in paths:
        counts.update(pairs(newsevents.extract(newsevents.parse(path))))
    for (speaker, actor), count in counts.most_common():
        print(f"{count:3} {speaker} of {actor}")


def pairs(result: ExtractionResult) -> list[tuple[str, str]]:
    """Speaker and actor, for each mention of an actor inside a quote."""
    return [
        (speaker.name, actor.name)
        for quote in result.quotes
        if (speaker := result.speaker(quote))
        for actor in result.actors
        for mention in actor.mentions
        if actor != speaker and any(piece.contains(mention.span) for piece in quote.content)
    ]


if __name__ == "__main__":
    main(*sys.argv[1:])
