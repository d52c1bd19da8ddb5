"""The losses of all heads over one batch."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - everybody's name for it

from training.network import Network
from training.windows import IGNORE

_OUT = -1e4


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """One value per head; a head without labels in the batch gives zero."""
    out = network(batch["input_ids"], batch["shape_ids"], batch["attention_mask"], batch["words"])
    out = {name: value.float() for name, value in out.items()}
    words = (batch["sentence"] >= 0).sum()
    found = {
        name: _cross_entropy(out[name], batch[name], words)
        for name in ("upos", "xpos", "lemma", "event", "attribution")
    }
    for name in ("ner", "time"):
        found[name] = _partial(out[name], batch[name], batch[f"{name}_mask"], words)
    found["arc"] = _arc(out["arc"], batch, words)
    found["label"] = _label(network, out, batch, words)
    found["sent"] = _sent(out["sent"], batch["sent"], words)
    found["reference"] = _reference(out["anaphor"], out["antecedent"], batch)
    found["factuality"] = _factuality(out["factuality"], batch, words)
    return found


def _scale(total: Tensor, labelled: Tensor, words: Tensor) -> Tensor:
    # A head with few labels in a batch is heard more than its share, but three
    # labelled words in a batch may not shake the whole encoder.
    return total / torch.clamp(torch.maximum(labelled, words // 4), min=1)


def _cross_entropy(logits: Tensor, target: Tensor, words: Tensor) -> Tensor:
    total = F.cross_entropy(
        logits.flatten(0, 1), target.flatten(), ignore_index=IGNORE, reduction="sum"
    )
    return _scale(total, (target != IGNORE).sum(), words)


def _partial(logits: Tensor, target: Tensor, unknown: Tensor, words: Tensor) -> Tensor:
    """Cross entropy in which unannotated tags do not compete, unless they are gold."""
    gold = F.one_hot(target.clamp(min=0), logits.shape[-1]).bool()
    return _cross_entropy(logits.masked_fill(unknown & ~gold, _OUT), target, words)


def _arc(arc: Tensor, batch: dict[str, Tensor], words: Tensor) -> Tensor:
    """Heads compete within their sentence and with the root."""
    sentence = batch["sentence"]
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], dim=2)
    return _cross_entropy(arc.masked_fill(~allowed, _OUT), batch["head"], words)


def _label(
    network: Network, out: dict[str, Tensor], batch: dict[str, Tensor], words: Tensor
) -> Tensor:
    index = batch["head"].clamp(min=0)[:, :, None].expand(-1, -1, out["label_head"].shape[-1])
    scores = network.label_scores(out["label_dep"], torch.gather(out["label_head"], 1, index))
    target = torch.where(batch["head"] == IGNORE, IGNORE, batch["deprel"])
    return _cross_entropy(scores.float(), target, words)


def _reference(anaphor: Tensor, antecedent: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Every mention asked for chooses among the earlier ones of the window, or none.

    The probability of all right ones together counts (Lee et al. 2017).
    """
    scores, right = references(anaphor, antecedent, batch["entity"])
    each = scores.logsumexp(dim=2) - scores.masked_fill(~right, _OUT).logsumexp(dim=2)
    asked = batch["asked"]
    return (each * asked).sum() / torch.clamp(asked.sum(), min=100)


def references(anaphor: Tensor, antecedent: Tensor, entity: Tensor) -> tuple[Tensor, Tensor]:
    """Scores of each word's antecedents, "none" first, and which of them are right."""
    scores = anaphor[:, :, :-1] @ antecedent.transpose(1, 2) / antecedent.shape[-1] ** 0.5
    order = torch.arange(entity.shape[1])
    earlier = (order[None, :] < order[:, None]) & (entity != IGNORE)[:, None, :]
    right = earlier & (entity[:, :, None] == entity[:, None, :])
    none = ~right.any(dim=2, keepdim=True)
    scores = torch.cat([anaphor[:, :, -1:], scores.masked_fill(~earlier, _OUT)], dim=2)
    return scores, torch.cat([none, right], dim=2)


def _sent(logits: Tensor, target: Tensor, words: Tensor) -> Tensor:
    labelled = target != IGNORE
    each = F.binary_cross_entropy_with_logits(logits, target.clamp(min=0).float(), reduction="none")
    return _scale((each * labelled).sum(), labelled.sum(), words)


def _factuality(value: Tensor, batch: dict[str, Tensor], words: Tensor) -> Tensor:
    each = F.smooth_l1_loss(value, batch["factual"], reduction="none")
    return _scale((each * batch["confidence"]).sum(), (batch["confidence"] > 0).sum(), words)
