"""The annotated texts that the model is measured on, as they lie in the corpora."""

from __future__ import annotations

import gzip
import importlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice
from pathlib import Path
from types import ModuleType
from typing import Any

Json = dict[str, Any]
Span = tuple[int, int]
Labelled = tuple[int, int, str]


@dataclass
class Sentence:
    """One sentence of a treebank."""

    text: str = ""
    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Treebank:
    """The documents of one treebank, in order."""

    documents: dict[str, list[Sentence]]

    def text(self, name: str) -> tuple[str, list[Span]]:
        """A document as running text, its sentences joined by a blank, and where they stand."""
        return join([sentence.text for sentence in self.documents[name]])


def read_jsonl(path: Path, limit: int | None = None) -> list[Json]:
    """The records of a gzipped JSON Lines file, or the first of them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in islice(lines, limit)]


def load_scorer(shared: Path, name: str) -> ModuleType:
    """One of the scorers that lie beside the corpora."""
    folder = str(shared / "scorers")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module(name)


def read_treebank(path: Path, source: str) -> Treebank:
    """The part of a CoNLL-U file that comes from ``EWT`` or ``GUM``."""
    documents: dict[str, list[Sentence]] = defaultdict(list)
    name = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for block in lines.read().split("\n\n"):
            rows = block.strip("\n").split("\n")
            said = dict(
                row[2:].split(" = ", 1) for row in rows if row.startswith("# ") and " = " in row
            )
            name = said.get("newdoc id", name)
            if said.get("source", "").startswith(source):
                documents[name].append(_sentence(rows, said["text"]))
    return Treebank(dict(documents))


def _sentence(rows: list[str], text: str) -> Sentence:
    sentence = Sentence(text)
    # Words of one written word ("don't", "gonna") have no blank between them;
    # what follows the last is said on the line of the written word.
    last, blank = 0, False
    for row in rows:
        cells = row.split("\t")
        if row.startswith("#") or "." in cells[0]:
            continue
        space = "SpaceAfter=No" not in cells[9]
        if "-" in cells[0]:
            last, blank = int(cells[0].split("-")[1]), space
            continue
        if int(cells[0]) <= last:
            space = blank and int(cells[0]) == last
        sentence.words.append(cells[1])
        sentence.spaces.append(space)
        sentence.rows.append(cells)
    return sentence


def join(texts: list[str]) -> tuple[str, list[Span]]:
    """Texts joined by a blank, and where each stands in the whole."""
    starts = accumulate((len(text) + 1 for text in texts), initial=0)
    return " ".join(texts), [
        (start, start + len(text)) for start, text in zip(starts, texts, strict=False)
    ]


def read_names(path: Path) -> Iterator[tuple[str, list[Labelled]]]:
    """Documents with their names, the sentences joined by a blank."""
    documents: dict[str, list[Json]] = defaultdict(list)
    for record in read_jsonl(path):
        documents[str(record["doc"] if "doc" in record else record["id"])].append(record)
    for records in documents.values():
        text, places = join([record["text"] for record in records])
        yield (
            text,
            [
                (start + offset, end + offset, label)
                for record, (offset, _) in zip(records, places, strict=True)
                for start, end, label in record["ents"]
            ],
        )
