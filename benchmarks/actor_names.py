"""Names of people, organisations and places as actors are made of them, on corpora of names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.figures import Tally
from benchmarks.gold import Labelled, read_names
from newsevents.pipeline.names import names

CORPORA: Final = ("gum", "uner-ewt", "wikigold", "crossner", "redocred", "wnut17")
#: The corpora tell countries and cities from other places no more than we must here.
LABELS: Final = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"}
KINDS: Final = ("PERSON", "ORG", "LOC")


def measure_names(nlp: Language, data: Path) -> Iterator[tuple[str, dict[str, Tally]]]:
    """For each corpus the names with exact borders, all together ("") and by label."""
    for corpus in CORPORA:
        tallies = {kind: Tally() for kind in ("", *KINDS)}
        for text, gold in read_names(data / f"{corpus}-dev.jsonl.gz"):
            with nlp.select_pipes(enable=["newsevents_encoder"]):
                found = set(found_in(nlp(text)))
            wanted = {item for item in gold if item[2] in KINDS}
            for kind, tally in tallies.items():
                tally.count(
                    (item for item in wanted if kind in {"", item[2]}),
                    (item for item in found if kind in {"", item[2]}),
                )
        yield corpus, tallies


def found_in(doc: Doc) -> Iterator[Labelled]:
    """Names of a Doc without titles and articles; "Russian" is none, though it means Russia."""
    for span in names(doc, bytearray(b"\1") * len(doc)):
        if span.label_ in LABELS and span.root.ent_type_ != "NORP":
            yield span.start_char, span.end_char, LABELS[span.label_]


def table(rows: Iterator[tuple[str, dict[str, Tally]]]) -> Iterator[str]:
    """One line a corpus: precision, recall and F1, and F1 by label."""
    yield f"{'names':12} {'prec.':>6} {'recall':>6} {'F1':>6}" + "".join(f" {k:>7}" for k in KINDS)
    for corpus, tallies in rows:
        every = tallies[""]
        precision, recall = every.right / max(every.found, 1), every.right / max(every.gold, 1)
        cells = "".join(f" {tallies[kind].f1:7.3f}" for kind in KINDS)
        yield f"{corpus:12} {precision:6.3f} {recall:6.3f} {every.f1:6.3f}{cells}"
