"""Who speaks of whom: in how many quotes each speaker mentions each actor.

python examples/who_speaks_of_whom.py seeds/*.txt
"""

from __future__ import annotations

import sys
from collections import Counter

import newsevents
from newsevents.export import actor_edges


def main(*paths: str) -> None:
    """Print speakers and those they speak of, most often first."""
    counts: Counter[tuple[str, str]] = Counter()
    for path in paths:
        result = newsevents.extract(newsevents.parse(path))
        names = {actor.id: actor.name for actor in result.actors}
        for edge in actor_edges(result):
            if edge.kind == "speaks_of":
                counts[names[edge.source], names[edge.target]] += edge.count
    for (speaker, actor), count in counts.most_common():
        print(f"{count:3} {speaker} of {actor}")


if __name__ == "__main__":
    main(*sys.argv[1:])
