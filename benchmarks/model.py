"""Accuracy, size and speed of the embedded model, beside a spaCy CNN pipeline.

    python -m benchmarks.model [--data DIR] [--only NAME ...] [--model DIR] [--json]

Prints every figure beside the floor it must hold, and what the CNN reaches; the exit
status is 1 where a floor is missed. The CNN is trained on first use (about a quarter
of an hour) and kept under runs/. ``--only`` takes some of: syntax, sentences, names,
times, events, factuality, size, speed.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import spacy
from spacy.language import Language

from benchmarks import figures
from benchmarks.cnn import load_cnn
from benchmarks.gold import read_jsonl
from newsevents.encoder.model import MODEL_DIR

ROOT: Final = Path(__file__).parent.parent
DATA: Final = ROOT.parent / "shared" / "corpora"
CNN: Final = ROOT / "runs" / "cnn"

#: What must hold; where the figure is a cost, it is the most it may be.
FLOORS: Final = {
    "EWT UPOS": 0.968,
    "EWT XPOS": 0.962,
    "EWT LAS": 0.890,
    "EWT lemma": 0.970,
    "GUM UPOS": 0.965,
    "GUM LAS": 0.870,
    "GUM lemma": 0.970,
    "EWT sentence ends": 0.80,
    "GUM news sentence ends": 0.93,
    "gum names": 0.830,
    "uner-ewt names": 0.775,
    "TimeBank times": 0.90,
    "MEANTIME times": 0.90,
    "TimeBank + AQUAINT triggers": 0.78,
    "ECB+ triggers": 0.72,
    "UDS factuality": 0.85,
    "words a second": 4500,
    "speed beside the CNN": 0.8,
}
CEILINGS: Final = {"model file, MB": 32, "load time, s": 1, "memory, MB": 400}

MEASURES: Final[dict[str, figures.Measure]] = {
    "syntax": figures.syntax,
    "sentences": figures.sentences,
    "names": figures.names,
    "times": figures.times,
    "events": figures.events,
    "factuality": figures.factuality,
}
#: What a tagger, a parser and a recogniser of names can be asked.
CNN_MEASURES: Final = ("syntax", "sentences", "names")
#: Words of news that speed is measured on, and how often.
SPEED_WORDS: Final = 20_000
ROUNDS: Final = 3


def load_ours(folder: Path) -> Language:
    """The encoder alone behind spaCy's tokeniser."""
    nlp = spacy.blank("en")
    nlp.add_pipe("newsevents_encoder", config={"model_dir": str(folder)})
    return nlp


def measure_size(folder: Path) -> figures.Figures:
    """Size on disk, and in a new process the time to load and the memory it takes."""
    output = subprocess.run(
        [sys.executable, "-c", _LOAD, str(folder)], check=True, capture_output=True, text=True
    ).stdout
    seconds, memory = map(float, output.split())
    return {
        "model file, MB": (folder / "encoder.onnx").stat().st_size / 1e6,
        "load time, s": seconds,
        "memory, MB": memory,
    }


# Memory is what the process has grown by once a long text has been read, the Doc of
# the text itself included. On Linux ru_maxrss is no use: a process begins with its
# parent's.
_LOAD: Final = """
import resource, spacy, sys, time
from pathlib import Path
def peak():
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().split("VmHWM:")[1].split()[0]) * 1024 / 1e6
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
nlp = spacy.blank("en")
nlp("Loaded.")
before = peak()
from newsevents.encoder import load_encoder
start = time.perf_counter()
encoder = load_encoder(nlp.vocab, model_dir=Path(sys.argv[1]))
seconds = time.perf_counter() - start
encoder(nlp.make_doc("The minister told reporters on Monday that talks had failed. " * 2000))
print(seconds, peak() - before)
"""


def measure_speed(ours: Language, cnn: Language | None, data: Path) -> figures.Figures:
    """Words a second of both pipelines on news, tokenising included, taken in turns."""
    texts = _news(data)
    found: dict[str, list[float]] = {"words a second": [], "words a second, CNN": []}
    for _ in range(ROUNDS):
        found["words a second"].append(_speed(ours, texts))
        if cnn is not None:
            found["words a second, CNN"].append(_speed(cnn, texts))
    speeds = {name: statistics.median(values) for name, values in found.items() if values}
    if cnn is not None:
        speeds["speed beside the CNN"] = speeds["words a second"] / speeds["words a second, CNN"]
    return speeds


def _news(data: Path) -> list[str]:
    texts, words = [], 0
    for record in read_jsonl(data / "events" / "meantime-dev.jsonl.gz"):
        texts.append(record["text"])
        words += len(record["text"].split())
        if words > SPEED_WORDS:
            break
    return texts


def _speed(nlp: Language, texts: Sequence[str]) -> float:
    start = time.process_time()
    words = sum(not token.is_space for doc in nlp.pipe(texts) for token in doc)
    return words / (time.process_time() - start)


def use_one_core() -> None:
    """Keep this process and its libraries on one core, where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [max(os.sched_getaffinity(0))])


def holds(name: str, value: float) -> bool | None:
    """Whether a figure is on the right side of its floor; `None` where it has none."""
    if name in FLOORS:
        return value >= FLOORS[name]
    return value <= CEILINGS[name] if name in CEILINGS else None


def show(ours: figures.Figures, peer: figures.Figures) -> None:
    """Print the figures as a table."""
    print(f"{'':42}{'model':>10}{'floor':>10}{'CNN':>10}")
    for name, value in ours.items():
        floor = FLOORS.get(name, CEILINGS.get(name))
        mark = "  MISSED" if holds(name, value) is False else ""
        print(f"{name:42}{_cell(value)}{_cell(floor)}{_cell(peer.get(name))}{mark}")


def _cell(value: float | None) -> str:
    if value is None:
        return " " * 10
    return f"{value:10.3f}" if value < 10 else f"{value:10,.0f}"


def main() -> int:
    """Measure, print, and say whether all floors hold."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--data", type=Path, default=DATA, help="folder of the corpora")
    options.add_argument("--model", type=Path, default=MODEL_DIR, help="folder of the model")
    names = [*MEASURES, "size", "speed"]
    options.add_argument("--only", nargs="+", choices=names, default=names, help="what to measure")
    options.add_argument("--no-cnn", action="store_true", help="leave the CNN out")
    options.add_argument("--json", action="store_true", help="print the figures as JSON")
    args = options.parse_args()
    if not args.data.is_dir():
        options.error(f"{args.data} is not there: give the folder of the corpora as --data")

    use_one_core()
    ours = load_ours(args.model)
    compared = {"speed", *CNN_MEASURES} & set(args.only) and not args.no_cnn
    cnn = load_cnn(args.data, CNN) if compared else None
    found: figures.Figures = {}
    peer: figures.Figures = {}
    for name in args.only:
        if name == "size":
            found |= measure_size(args.model)
        elif name == "speed":
            found |= measure_speed(ours, cnn, args.data)
        else:
            found |= MEASURES[name](ours, args.data)
            if cnn is not None and name in CNN_MEASURES:
                # Zero is what it does not do at all: universal tags and lemmas.
                peer |= {k: v for k, v in MEASURES[name](cnn, args.data).items() if v}
    if args.json:
        print(json.dumps({"model": found, "cnn": peer}, indent=1))
    else:
        show(found, peer)
    return 1 if any(holds(name, value) is False for name, value in found.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
