"""A table of the actors of several articles, as CSV for a spreadsheet.

python examples/actors_table.py seeds/*.txt > actors.csv
"""

from __future__ import annotations

import csv
import sys

import newsevents


def main(*paths: str) -> None:
    """Write a line for each actor of each article."""
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["article", "name", "kind", "country", "roles", "aliases", "mentions"])
    extractor = newsevents.Extractor()
    for result in extractor.extract_many([newsevents.parse(path) for path in paths]):
        if isinstance(result, newsevents.ExtractionFailure):
            continue
        for actor in result.actors:
            table.writerow(
                [
                    result.article.id,
                    actor.name,
                    actor.kind,
                    actor.country or "",
                    "; ".join(role.title for role in actor.roles),
                    "; ".join(actor.aliases),
                    len(actor.mentions),
                ]
            )


if __name__ == "__main__":
    main(*sys.argv[1:])
