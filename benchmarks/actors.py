"""Accuracy of who is who: coreference of names, descriptions and pronouns.

    python -m benchmarks.actors [--shared DIR] [--set NAME]

Reads the texts of the coreference corpora, runs the pipeline over them, and has the
chains scored by head match; then the names that actors are made of, on corpora of names.
Figures of others come from `benchmarks/peers/actors.yaml`.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml
from spacy.language import Language
from spacy.tokens import Doc, Token

import newsevents
from benchmarks import actor_names
from benchmarks.extents import (
    Bounds,
    joined,
    names_in,
    phrases,
    relative_pronouns,
    span_of,
    whole_phrase,
)
from benchmarks.gold import load_scorer, read_jsonl
from newsevents.models.mentions import ActorMention, Mentions
from newsevents.pipeline.collect.actors import collect_actors
from newsevents.pipeline.collect.quotes import collect_quotes
from newsevents.pipeline.prepare import make_doc
from newsevents.resolve.actors import link
from newsevents.resolve.chains import Chain
from newsevents.resolve.forms import is_adjective
from newsevents.resolve.pronouns import SPEECH

COMPONENTS: Final = (
    "newsevents_encoder",
    "newsevents_quotes",
    "newsevents_speakers",
    "newsevents_actors",
)

HEAD: Final = (
    f"{'chains':12} {'CoNLL F1':>8} {'target':>7} {'MUC':>6} {'B3':>6} {'CEAFe':>6} {'LEA':>6}"
)
PEERS: Final = Path(__file__).parent / "peers" / "actors.yaml"
#: How many phrases further an apposition is looked for.
_NEIGHBOURS: Final = 6

Json = dict[str, Any]
Keep = Callable[[Chain], bool]


def everything(chain: Chain) -> bool:  # noqa: ARG001 - one of several filters
    """All chains."""
    return True


def entities(chain: Chain) -> bool:
    """Chains of people, organisations, places and products.

    A description that is met once, of nobody knows what, is more often a date or a sum.
    """
    return chain.label is not None


def people(chain: Chain) -> bool:
    """Chains that speak of people, or may do so."""
    return chain.label in {"PERSON", "GROUP", "NORP"} or (
        chain.label is None and _is_personal(chain)
    )


def _is_personal(chain: Chain) -> bool:
    return chain.gender != "neut" and not chain.heads


class GoldSet(NamedTuple):
    """A corpus, which chains and mentions of ours are asked for, and how to score them."""

    file: str
    keep: Keep
    kind: str | None
    ontonotes: bool = False
    nested: bool = False


SETS: Final = {
    "meantime": GoldSet("meantime-dev", entities, None, nested=True),
    "ontogum": GoldSet("ontogum-dev", everything, None, ontonotes=True),
    "gum-persons": GoldSet("gum-dev", people, "person"),
}


def prediction(doc: Doc, chosen: GoldSet) -> list[Json]:
    """The chains of a Doc as the scorer reads them: phrases with their head words."""
    mentions = Mentions(actors=collect_actors(doc), quotes=collect_quotes(doc))
    named, numbers = names_in(doc), count()
    entities: dict[int, int] = {}
    found: dict[Bounds, Json] = {}
    for index, chain in sorted(link(mentions).items()):
        mention = mentions.actors[index]
        if not _is_asked_for(mention, chain, chosen):
            continue
        if chosen.ontonotes and _begins_anew(mention, chain):
            entities.pop(id(chain), None)
        entity = str(entities.setdefault(id(chain), next(numbers)))
        span = span_of(doc, mention)
        marked = [whole_phrase(span, mention)]
        if chosen.nested:
            marked = [*phrases(span, mention, named), *relative_pronouns(span)]
        for bounds in marked:
            found.setdefault(bounds, _record(doc, bounds, span.root, entity))
    if chosen.nested:
        found.update(_appositions(doc, found))
    return _chains_only(found.values()) if chosen.ontonotes else list(found.values())


def _is_asked_for(mention: ActorMention, chain: Chain, chosen: GoldSet) -> bool:
    """OntoNotes and what follows it count no predicates, appositions and adjectives."""
    if chosen.ontonotes:
        return mention.antecedent is None and not is_adjective(mention)
    return chosen.keep(chain) or (chosen.nested and mention.head in SPEECH)


def _begins_anew(mention: ActorMention, chain: Chain) -> bool:
    """For OntoNotes a second "workers" or "a bridge" takes nothing up."""
    return mention.kind == "nominal" and not mention.definite and not chain.named


def _chains_only(records: Iterable[Json]) -> list[Json]:
    """Without lone mentions."""
    listed = list(records)
    sizes = Counter(record["entity_id"] for record in listed)
    return [record for record in listed if sizes[record["entity_id"]] > 1]


def _appositions(doc: Doc, found: dict[Bounds, Json]) -> dict[Bounds, Json]:
    """Phrases of one actor side by side: "Ann Cole, the mayor"."""
    ordered = sorted(found)
    joint: dict[Bounds, Json] = {}
    for at, first in enumerate(ordered):
        for second in ordered[at + 1 : at + _NEIGHBOURS]:
            bounds = joined(first, second, doc)
            one, other = found[first], found[second]
            if bounds is not None and one["entity_id"] == other["entity_id"]:
                joint[bounds] = {**_record(doc, bounds, doc[first[1] - 1], one["entity_id"])}
    return joint


def _record(doc: Doc, bounds: Bounds, head: Token, entity: str) -> Json:
    last = doc[bounds[1] - 1]
    return {
        "span": [doc[bounds[0]].idx, last.idx + len(last)],
        "head": [head.idx, head.idx + len(head)],
        "entity_id": entity,
    }


def annotate(nlp: Language, records: Iterable[Json]) -> Iterator[Doc]:
    """Docs of the texts, with what actors need."""
    with nlp.select_pipes(enable=[name for name in COMPONENTS if name in nlp.pipe_names]):
        for record in records:
            yield nlp(make_doc(nlp, newsevents.parse_text(record["text"], id=record["id"])))


def measure(gold: list[Json], docs: list[Doc], chosen: GoldSet, shared: Path) -> Json:
    """The scorer's figures for one corpus."""
    coref = load_scorer(shared, "coref")
    pairs = [
        (record, {"id": record["id"], "mentions": prediction(doc, chosen)})
        for record, doc in zip(gold, docs, strict=True)
    ]
    figures: Json = coref.score(pairs, match="head", kind=chosen.kind)
    return figures


def peers() -> Json:
    """Targets and the figures of other systems."""
    table: Json = yaml.safe_load(PEERS.read_text(encoding="utf-8"))
    return table


def notes(others: Json) -> str:
    """What others publish, with its source."""
    lines = ["published by others, on other releases or data (CoNLL F1; F1 of names):"]
    for peer in (*others["coreference"], *others["names"]):
        figures = ", ".join(f"{data} {value}" for data, value in peer["figures"].items())
        lines.append(f"- {peer['system']}: {figures}\n  ({peer['source']})")
    return "\n".join([*lines, *others["remarks"]])


def main() -> None:
    """Print one line a corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--set", choices=(*SETS, "names"), action="append")
    options = parser.parse_args()
    nlp, others = newsevents.load(), peers()
    chosen, corpora = options.set or (*SETS, "names"), options.shared / "corpora"
    for name in filter(SETS.get, chosen):
        if name == chosen[0]:
            print(HEAD)
        gold = read_jsonl(corpora / "coref" / f"{SETS[name].file}.jsonl.gz")
        began = time.perf_counter()
        docs = list(annotate(nlp, gold))
        seconds = time.perf_counter() - began
        _report(name, measure(gold, docs, SETS[name], options.shared), others["targets"][name])
        words = sum(len(record["text"].split()) for record in gold)
        print(f"{'':12} {len(gold)} texts, {words / seconds:,.0f} words/s")
    if "names" in chosen:
        print("", *actor_names.table(actor_names.measure_names(nlp, corpora / "ner")), sep="\n")
    print(f"\n{notes(others)}")


def _report(name: str, figures: Json, target: float) -> None:
    rows = figures["coreference"]
    cells = " ".join(f"{rows[row]['f1']:6.3f}" for row in ("MUC", "B3", "CEAFe", "LEA"))
    found = rows["mentions"]
    print(f"{name:12} {figures['CoNLL F1']:8.3f} {target:7.2f} {cells}")
    print(f"{'':12} mentions: precision {found['precision']:.3f}, recall {found['recall']:.3f}")


if __name__ == "__main__":
    main()
