"""A folder of articles to JSON Lines, going on where an article fails.

python examples/batch_to_jsonl.py seeds results.jsonl
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import newsevents


def main(folder: str, output: str) -> None:
    """Write a line for each article that could be read, and report the others."""
    extractor = newsevents.Extractor()
    with Path(output).open("w", encoding="utf-8") as lines:
        for item in extractor.extract_many(
            articles(Path(folder)), batch_size=8, progress=True, on_error="keep"
        ):
            if isinstance(item, newsevents.ExtractionFailure):
                print(f"{item.article_id}: {item.error}", file=sys.stderr)
            else:
                lines.write(item.model_dump_json() + "\n")


def articles(folder: Path) -> Iterator[newsevents.Article]:
    """The articles of a folder, one at a time, so that it may be a large one."""
    for path in sorted(folder.glob("*.txt")):
        try:
            yield newsevents.parse(path)
        except newsevents.ParseError as error:
            print(f"{path}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
