"""Can a word that the lexicon does not have get its type from the words nearest to it?

    python -m benchmarks.event_prototypes [-o FOLDER]

Every word of the lexicon is left out in turn, with all that begin as it does, and typed by
its nearest neighbours among the others: by the encoder's last layer at the word in its own
example sentence, or by the encoder's embedding of the word alone. Verbs of states and of
reporting, which have no type, say how often a word is typed that should not be (embedding
alone: they have no example sentences of their own). The library leaves such words `other`.
Needs the package `onnx`, to see inside the network.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import onnx
import onnxruntime as ort
from onnx import numpy_helper
from tokenizers import Tokenizer

import newsevents
from newsevents.encoder.arrays import Floats
from newsevents.encoder.model import GRAPH, MODEL_DIR, TOKENIZER
from newsevents.pipeline.prepare import make_doc
from newsevents.rules.base import load_rules
from newsevents.rules.events import OTHER, EventRules, lexicon

Json = dict[str, Any]
_STEM: Final = 4
_STATE: Final = "GatherElements"
#: Least likeness to a prototype at which a word would be typed.
_THRESHOLDS: Final = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)


class Word(NamedTuple):
    """A word of the lexicon with what the encoder makes of it."""

    lemma: str
    type: str
    state: Floats
    embedding: Floats


def read_words() -> tuple[list[Word], list[Word]]:
    """Words of the lexicon that their examples show, and verbs that have no type."""
    graph = onnx.load(MODEL_DIR / GRAPH)
    state = next(node.output[0] for node in graph.graph.node if node.op_type == _STATE)
    graph.graph.output.extend([onnx.ValueInfoProto(name=state)])
    session = ort.InferenceSession(graph.SerializeToString())
    table = {x.name: numpy_helper.to_array(x) for x in graph.graph.initializer if "word" in x.name}
    rows = next(array for name, array in table.items() if name.endswith("word.rows"))
    scale = next(array for name, array in table.items() if name.endswith("word.scale"))
    tokenizer = Tokenizer.from_file(str(MODEL_DIR / TOKENIZER))

    def embed(lemma: str) -> Floats:
        ids = tokenizer.encode(lemma, add_special_tokens=False).ids
        return _unit(np.mean([rows[i] * scale[i] for i in ids], axis=0))

    nlp = newsevents.load()
    model = nlp.get_pipe("newsevents_encoder").model  # type: ignore[attr-defined]
    states: list[Floats] = []

    def spy(names: list[str], feed: Json) -> list[Floats]:
        scores: list[Floats] = session.run([*names, state], feed)
        states.append(scores.pop()[0])
        return scores

    model._session = type("Spy", (), {"run": staticmethod(spy)})()  # noqa: SLF001 - a look inside
    words = []
    for rule in load_rules("events.yaml", EventRules).types:
        for listed in (rule.verbs, rule.nouns):
            for lemma, example in listed.items():
                states.clear()
                doc = nlp(make_doc(nlp, newsevents.parse_text(example)))
                at = next((t.i for t in doc if t.lower_[:3] == lemma[:3]), None)
                if " " in lemma or at is None or len(states) != 1 or at >= len(states[0]):
                    continue
                words.append(Word(lemma, rule.type, _unit(states[0][at]), embed(lemma)))
    strangers = lexicon().state | lexicon().reporting
    none = [
        Word(lemma, OTHER, np.zeros(1, dtype=np.float32), embed(lemma))
        for lemma in sorted(strangers - lexicon().verbs.keys())
        if " " not in lemma
    ]
    return words, none


def _unit(vector: Floats) -> Floats:
    flat = np.asarray(vector, dtype=np.float32).ravel()
    unit: Floats = flat / (np.linalg.norm(flat) + 1e-9)
    return unit


def nearest(words: list[Word], field: str, asked: list[Word]) -> list[tuple[Word, str, float]]:
    """For every word asked for the type with the nearest prototype, its kin left out."""
    middle = np.stack([getattr(word, field) for word in words]).mean(axis=0)
    vectors = np.stack([_unit(getattr(word, field) - middle) for word in words])
    found = []
    for word in asked:
        groups: dict[str, list[int]] = {}
        for other, known in enumerate(words):
            if known.lemma[:_STEM] != word.lemma[:_STEM]:
                groups.setdefault(known.type, []).append(other)
        own = _unit(getattr(word, field) - middle)
        likeness = {
            name: float(_unit(vectors[members].mean(axis=0)) @ own)
            for name, members in groups.items()
        }
        best = max(likeness, key=likeness.__getitem__)
        found.append((word, best, likeness[best]))
    return found


def score(found: list[tuple[Word, str, float]]) -> list[Json]:
    """How many words get a type at each threshold, and how many the right one."""
    rows = []
    for least in _THRESHOLDS:
        typed = [(word, guess) for word, guess, likeness in found if likeness >= least]
        right = sum(word.type == guess for word, guess in typed)
        area = sum(word.type.split(".")[0] == guess.split(".")[0] for word, guess in typed)
        count = max(len(typed), 1)
        rows.append(
            {
                "least likeness": least,
                "typed": round(len(typed) / len(found), 3),
                "type right": round(right / count, 3),
                "area right": round(area / count, 3),
            }
        )
    return rows


def main() -> None:
    """Run the benchmark and print its figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("-o", "--out", type=Path, default=Path("runs"), help="where results go")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    words, strangers = read_words()
    results = {"words": len(words), "types": len({word.type for word in words})}
    tables = {field: score(nearest(words, field, words)) for field in ("state", "embedding")}
    tables["no type, embedding"] = score(nearest(words, "embedding", strangers))
    print(json.dumps(results | tables, indent=1))
    (given.out / "event-prototypes.json").write_text(json.dumps(results | tables, indent=1) + "\n")


if __name__ == "__main__":
    main()
