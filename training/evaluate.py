"""Quick dev figures during training, on gold words and sentences.

The figures that the model card reports come from `benchmarks/model.py`, which
runs the shipped model through the runtime; these only steer a run.
"""

from __future__ import annotations

import random
from collections import Counter

import torch
from torch import Tensor

from newsevents.encoder.pieces import PieceTable
from training.config import TrainConfig
from training.labels import Labels, spans
from training.losses import references
from training.network import Network
from training.prepare import Prepared
from training.windows import IGNORE, Window, WindowMaker, batches, tensors

_SPAN_LABELS = {"PERSON", "ORG", "LOC"}


def evaluate(
    network: Network, dev: Prepared, labels: Labels, table: PieceTable, config: TrainConfig
) -> dict[str, float]:
    """Accuracy of tags and arcs, F1 of spans and sentence starts."""
    maker = WindowMaker(table, config, training=False)
    counts: Counter[str] = Counter()
    for name in sorted({doc.corpus for doc in dev} - {"wnut17"}):
        windows: list[Window] = []
        for doc in dev:
            if doc.corpus == name:
                sentences = doc.gold
                windows += maker.windows(sentences, bounded=doc.bounded, rng=random.Random(0))
        for group in batches(windows, pieces=4096, rng=None):
            batch = tensors(group, labels, table)
            _count(network, batch, labels, name, counts)
    return _figures(counts)


@torch.no_grad()
def _count(
    network: Network, batch: dict[str, Tensor], labels: Labels, name: str, counts: Counter[str]
) -> None:
    network.eval()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(
            batch["input_ids"], batch["shape_ids"], batch["attention_mask"], batch["words"]
        )
    out = {k: v.float() for k, v in out.items()}
    for head in ("upos", "xpos", "lemma"):
        known = batch[head] != IGNORE
        counts[f"{name} {head} right"] += int((out[head].argmax(-1) == batch[head])[known].sum())
        counts[f"{name} {head} all"] += int(known.sum())
    _count_arcs(network, out, batch, labels, name, counts)
    _count_binary(out["sent"] > 0, batch["sent"], f"{name} sent", counts)
    event = batch["event"]
    _count_binary(
        out["event"].argmax(-1) > 0, torch.where(event > 0, 1, event), f"{name} event", counts
    )
    sure = batch["confidence"] >= 1.0
    counts[f"{name} factuality right"] += int(
        ((out["factuality"] > 0) == (batch["factual"] > 0))[sure].sum()
    )
    counts[f"{name} factuality all"] += int(sure.sum())
    scores, right = references(out["anaphor"], out["antecedent"], batch["entity"])
    taken_up = batch["asked"] & ~right[:, :, 0]
    chosen = right.gather(2, scores.argmax(2, keepdim=True)).squeeze(2)
    counts[f"{name} reference right"] += int(chosen[taken_up].sum())
    counts[f"{name} reference all"] += int(taken_up.sum())
    for head, kinds in (("ner", _SPAN_LABELS), ("time", None), ("attribution", None)):
        tags = labels.tables[head]
        for row in range(len(event)):
            width = int((batch["sentence"][row] >= 0).sum())
            if (batch[head][row, :width] == IGNORE).all():
                continue
            gold = _spans([tags[max(i, 0)] for i in batch[head][row, :width].tolist()], kinds)
            ours = _spans([tags[i] for i in out[head][row, :width].argmax(-1).tolist()], kinds)
            counts[f"{name} {head} right"] += len(gold & ours)
            counts[f"{name} {head} gold"] += len(gold)
            counts[f"{name} {head} found"] += len(ours)


def _count_arcs(
    network: Network,
    out: dict[str, Tensor],
    batch: dict[str, Tensor],
    labels: Labels,
    name: str,
    counts: Counter[str],
) -> None:
    sentence = batch["sentence"]
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    heads = out["arc"].masked_fill(~allowed, -1e4).argmax(-1)
    index = heads[:, :, None].expand(-1, -1, out["label_head"].shape[-1])
    scores = network.label_scores(out["label_dep"], torch.gather(out["label_head"], 1, index))
    known = (batch["head"] != IGNORE) & (batch["deprel"] != IGNORE)
    plain = [label.split(":")[0] for label in labels.tables["deprel"]]
    number = torch.tensor([plain.index(label) for label in plain])
    right = (heads == batch["head"]) & (
        number[scores.argmax(-1)] == number[batch["deprel"].clamp(min=0)]
    )
    counts[f"{name} las right"] += int(right[known].sum())
    counts[f"{name} las all"] += int(known.sum())


def _count_binary(found: Tensor, target: Tensor, name: str, counts: Counter[str]) -> None:
    known = target != IGNORE
    counts[f"{name} right"] += int((found & (target == 1) & known).sum())
    counts[f"{name} gold"] += int(((target == 1) & known).sum())
    counts[f"{name} found"] += int((found & known).sum())


def _spans(tags: list[str], kinds: set[str] | None) -> set[tuple[int, int, str]]:
    return {span for span in spans(tags) if kinds is None or span[2] in kinds}


def _figures(counts: Counter[str]) -> dict[str, float]:
    figures = {}
    for name in sorted({key.rsplit(" ", 1)[0] for key in counts}):
        right = counts[f"{name} right"]
        total = counts[f"{name} all"] or (counts[f"{name} gold"] + counts[f"{name} found"]) / 2
        if total:
            figures[name] = round(right / total, 4)
    return figures
