"""Attributions annotated for this project, laid over the sentences they were made on.

`annotation/attributions.jsonl.gz` holds, sentence by sentence, who said, thought or
decided what, as offsets; `annotation/GUIDELINES.md` says by which rules. The texts
stay in their corpora: a sentence is known by the digest of its text. The articles in
`annotation/written.jsonl.gz` were written for this, and stand there with their labels.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from benchmarks.gold import read_jsonl
from training.records import Document, Labelled, Sentence

ANNOTATION: Final = Path(__file__).parent / "annotation" / "attributions.jsonl.gz"
WRITTEN: Final = Path(__file__).parent / "annotation" / "written.jsonl.gz"
#: Sentences of raw news that follow one another make one document of at most so many.
LONGEST: Final = 40

Annotated = dict[str, list[Labelled]]


def digest(text: str) -> str:
    """By what a sentence is known."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_annotation(split: str, path: Path = ANNOTATION) -> Annotated:
    """The labels of every annotated sentence of a split; empty where nothing is attributed."""
    return {
        record["sentence"]: sorted(_labels(record))
        for record in read_jsonl(path)
        if record["split"] == split
    }


def _labels(record: dict[str, Any]) -> Iterator[Labelled]:
    for quote in record["attributions"]:
        cue = "CUE" if quote["kind"] == "speech" else "STANCE"
        for part, label in (("content", "CONTENT"), ("cue", cue), ("source", "SOURCE")):
            for start, end in quote[part]:
                yield start, end, label


def lay_over(documents: Iterable[Document], annotated: Annotated) -> None:
    """Give annotated sentences their labels, in place of any they have."""
    for document in documents:
        for sentence in document.sentences:
            found = annotated.get(digest(sentence.text))
            if found is not None:
                sentence.attribution = found


def attributed_news(data: Path, annotated: Annotated) -> Iterator[Document]:
    """The annotated sentences of raw news, neighbours together."""
    texts = [record["text"] for record in read_jsonl(data / "raw" / "voa-news.jsonl.gz")]
    runs = groupby(texts, key=lambda text: digest(text) in annotated)
    for number, run in enumerate(list(group) for known, group in runs if known):
        for start in range(0, len(run), LONGEST):
            sentences = [Sentence(text=text) for text in run[start : start + LONGEST]]
            document = Document(f"attributed-{number}-{start}", "attributed", sentences)
            lay_over([document], annotated)
            yield document


def written_news(split: str, path: Path = WRITTEN) -> Iterator[Document]:
    """The articles written for this, headline first."""
    for number, record in enumerate(read_jsonl(path)):
        if record["split"] == split:
            sentences = [
                Sentence(text, attribution=sorted((s, e, label) for s, e, label in labels))
                for text, labels in record["sentences"]
            ]
            yield Document(f"written-{number}", "written", sentences)
