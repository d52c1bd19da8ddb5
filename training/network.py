"""The network: a six-layer encoder and a thin head for every kind of label.

The encoder is BERT (Devlin et al. 2019) in the size of MiniLM-L6-H384 (Wang et al.
2020); the parser is biaffine (Dozat and Manning 2017) with an additive label
scorer, which needs only two vectors per word at run time.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - everybody's name for it

from newsevents.encoder.pieces import SHAPES
from training.labels import Sizes

HIDDEN, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL = 256, 128
MENTION, REFERENCE = 192, 64
#: Parts that belong to losses which a run may leave out.
OPTIONAL = {"attribution": ("attribution.",), "reference": ("mention.", "anaphor.", "antecedent.")}


class Layer(nn.Module):
    """One transformer layer, normalised after each half as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.output = nn.Linear(HIDDEN, HIDDEN)
        self.output_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.outer_norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, ATTENTION_HEADS, -1).transpose(1, 2)

        mixed = F.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=mask
        )
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.output_norm(x + self.dropout(self.output(mixed)))
        return self.outer_norm(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Word pieces and case shapes in, one vector per piece out."""

    def __init__(self, vocabulary: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, HIDDEN)
        self.position = nn.Embedding(512, HIDDEN)
        self.shape = nn.Embedding(SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        nn.init.zeros_(self.shape.weight)

    def forward(self, ids: Tensor, shapes: Tensor, attention_mask: Tensor) -> Tensor:
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.shape(shapes) + self.position(positions)[None]
        x = self.dropout(self.norm(x))
        mask = (1.0 - attention_mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def read_backbone(self, folder: Path) -> None:
        """Take the start weights from a MiniLM checkpoint in BERT's naming."""
        theirs = load_file(folder / "model.safetensors")
        ours = self.state_dict()
        for name in ours:
            if name != "shape.weight":
                ours[name] = theirs[_their_name(name)]
        # All text is one segment: its embedding is part of every word's.
        ours["word.weight"] = (
            ours["word.weight"] + theirs["embeddings.token_type_embeddings.weight"][0]
        )
        self.load_state_dict(ours)


_NAMES = {
    "word": "embeddings.word_embeddings",
    "position": "embeddings.position_embeddings",
    "norm": "embeddings.LayerNorm",
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "output_norm": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "outer_norm": "output.LayerNorm",
}


def _their_name(name: str) -> str:
    parts = name.split(".")
    if parts[0] == "layers":
        return f"encoder.layer.{parts[1]}.{_NAMES[parts[2]]}.{parts[3]}"
    return f"{_NAMES[parts[0]]}.{parts[1]}"


class Network(nn.Module):
    """The encoder with all heads; outputs are named as the runtime expects them."""

    def __init__(
        self, vocabulary: int, sizes: Sizes, *, dropout: float = 0.2, encoder_dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary, encoder_dropout)
        self.dropout = nn.Dropout(dropout)
        self.sent = nn.Linear(HIDDEN, 1)
        self.upos = nn.Linear(HIDDEN, sizes.upos)
        self.xpos = nn.Linear(HIDDEN, sizes.xpos)
        self.lemma = nn.Linear(HIDDEN, sizes.lemma)
        self.ner = nn.Linear(HIDDEN, sizes.ner)
        self.time = nn.Linear(HIDDEN, sizes.time)
        self.event = nn.Linear(HIDDEN, sizes.event)
        self.factuality = nn.Linear(HIDDEN, 1)
        self.attribution = nn.Linear(HIDDEN, sizes.attribution)
        self.mention = nn.Linear(HIDDEN, MENTION)
        # One number more than an antecedent: how likely a mention has none.
        self.anaphor = nn.Linear(MENTION, REFERENCE + 1)
        self.antecedent = nn.Linear(MENTION, REFERENCE)
        self.arc_dep = nn.Linear(HIDDEN, ARC)
        self.arc_head = nn.Linear(HIDDEN, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC, ARC))
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        self.label_dep = nn.Linear(HIDDEN, LABEL)
        self.label_head = nn.Linear(HIDDEN, LABEL)
        self.label = nn.Linear(LABEL, sizes.deprel)

    def forward(
        self, input_ids: Tensor, shape_ids: Tensor, attention_mask: Tensor, words: Tensor
    ) -> dict[str, Tensor]:
        states = self.encoder(input_ids, shape_ids, attention_mask)
        index = words.unsqueeze(-1).expand(-1, -1, HIDDEN)
        # The first piece of a window, [CLS], stands for the root of every tree.
        x = self.dropout(torch.gather(states, 1, index))
        root = self.dropout(states[:, :1])
        candidates = torch.cat([root, x], dim=1)
        dep = F.gelu(self.arc_dep(x))
        head = F.gelu(self.arc_head(candidates))
        arc = dep @ self.arc @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        mention = F.gelu(self.mention(x))
        return {
            "sent": self.sent(x).squeeze(-1),
            "upos": self.upos(x),
            "xpos": self.xpos(x),
            "lemma": self.lemma(x),
            "arc": arc,
            "label_dep": self.label_dep(x),
            "label_head": self.label_head(candidates),
            "ner": self.ner(x),
            "time": self.time(x),
            "event": self.event(x),
            "factuality": self.factuality(x).squeeze(-1),
            "attribution": self.attribution(x),
            "anaphor": self.anaphor(mention),
            "antecedent": self.antecedent(mention),
        }

    def label_scores(self, label_dep: Tensor, label_head: Tensor) -> Tensor:
        """Scores of every relation between words and the heads given for them."""
        scores: Tensor = self.label(F.relu(label_dep + label_head))
        return scores
