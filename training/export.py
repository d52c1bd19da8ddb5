"""From a trained run to the model folder of the package.

``python -m training.export --run RUN --out DIR`` writes ``encoder.onnx`` (int8, or
fp32 with ``--fp32``), ``labels.npz``, ``tokenizer.json``, ``lemmas.json`` and
``meta.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from newsevents.encoder.pieces import SHAPES
from training.config import TrainConfig
from training.labels import Labels
from training.lexicon import write_lexicon
from training.network import HIDDEN, INNER, Network
from training.prepare import load_tokenizer
from training.train import make_table

log = logging.getLogger("training")

INPUTS = ("input_ids", "shape_ids", "attention_mask", "words")
OUTPUTS = (
    "sent", "upos", "xpos", "lemma", "arc", "label_dep", "label_head",
    "ner", "time", "event", "factuality", "attribution", "anaphor", "antecedent",
)  # fmt: skip
#: Layers from the top whose down projection stays in full precision.
FULL_DOWN = 3
_CHOSEN = {"upos", "xpos", "lemma"}


class ByteEmbedding(nn.Module):
    """An embedding table in int8, with one scale for each of its rows.

    One scale for the whole table, which the quantiser would choose, serves rare
    words badly: their rows are small.
    """

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].to(torch.float32) * self.scale[ids]


class Graph(nn.Module):
    """The network as the runtime calls it: a tuple, tags already chosen."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, input_ids: Tensor, shape_ids: Tensor, attention_mask: Tensor, words: Tensor
    ) -> tuple[Tensor, ...]:
        out = self.network(input_ids, shape_ids, attention_mask, words)
        return tuple(out[name].argmax(-1) if name in _CHOSEN else out[name] for name in OUTPUTS)


def export(run: Path, out: Path, config: TrainConfig, data: Path, *, int8: bool) -> None:
    """Write the model folder for the best weights of a run."""
    out.mkdir(parents=True, exist_ok=True)
    saved: dict[str, Any] = torch.load(run / "best.pt")
    labels = Labels(saved["labels"])
    network = Network(make_table().vocabulary, labels.sizes())
    network.load_state_dict(saved["weights"])
    network.eval()
    if int8:
        network.encoder.word = ByteEmbedding(network.encoder.word.weight.detach())
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        _write_graph(network, plain)
        _check_graph(network, plain)
        if int8:
            _quantise(plain, out / "encoder.onnx")
        else:
            onnx.save(onnx.load(plain), out / "encoder.onnx")
    np.savez(
        out / "labels.npz",
        weight=network.label.weight.detach().numpy().T.astype(np.float32),
        bias=network.label.bias.detach().numpy().astype(np.float32),
    )
    load_tokenizer().save(str(out / "tokenizer.json"), pretty=False)
    write_lexicon(data, out / "lemmas.json")
    _write_meta(out, labels, config)


def _write_graph(network: Network, path: Path) -> None:
    # Shapes of an example only; every dimension is dynamic.
    ids = torch.ones((2, 9), dtype=torch.long)
    words = torch.tensor([[1, 2, 4], [1, 3, 5]])
    pieces, count = {0: "batch", 1: "pieces"}, {0: "batch", 1: "count"}
    # The newer exporter (dynamo=True) gives a graph with other scores than the
    # network's: upos agrees on 61 of 100 words where this one agrees on all.
    torch.onnx.export(
        Graph(network).eval(),
        (ids, ids * 0, ids, words),
        path,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes={name: count if name == "words" else pieces for name in INPUTS},
        opset_version=17,
        dynamo=False,
    )


def _check_graph(network: Network, path: Path) -> None:
    """Make sure that the exported graph says what the network says.

    Raises:
        RuntimeError: It does not; the exporter has changed something.
    """
    numbers = np.random.default_rng(0)
    shape = (2, 40)
    feed = {
        "input_ids": numbers.integers(1000, 20000, shape),
        "shape_ids": numbers.integers(0, SHAPES, shape),
        "attention_mask": np.ones(shape, dtype=np.int64),
        "words": np.tile(np.arange(1, 31), (2, 1)),
    }
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    found = session.run(list(OUTPUTS), feed)
    with torch.no_grad():
        expected = Graph(network).eval()(*(torch.from_numpy(feed[name]) for name in INPUTS))
    for name, ours, theirs in zip(OUTPUTS, found, expected, strict=True):
        if name not in _CHOSEN and not np.allclose(ours, theirs.numpy(), atol=1e-3):
            raise RuntimeError(f"the exported graph gives other scores for {name}")


def _quantise(plain: Path, path: Path) -> None:
    """Weights of the encoder to int8, one scale per output channel.

    The heads stay as they are: they are small, and what they lose shows at once. So
    do the last down projections, whose inputs have the widest range.
    """
    graph = onnx.load(plain).graph
    shapes = {i.name: tuple(i.dims) for i in graph.initializer}
    nodes = [node for node in graph.node if node.op_type in {"MatMul", "Gemm"}]
    weights = {node.name: shapes.get(node.input[1], ()) for node in nodes}
    small = [name for name, shape in weights.items() if np.prod(shape) < HIDDEN * HIDDEN]
    down = [name for name, shape in weights.items() if shape == (INNER, HIDDEN)]
    quantize_dynamic(
        plain,
        path,
        per_channel=True,
        # Seven bits: processors without VNNI add up pairs of products in 16 bits,
        # which eight would overflow.
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=[*small, *down[-FULL_DOWN:]],
        extra_options={"MatMulConstBOnly": True},
    )


def _write_meta(out: Path, labels: Labels, config: TrainConfig) -> None:
    files = ("encoder.onnx", "labels.npz", "tokenizer.json", "lemmas.json")
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in files}
    meta = {
        "format": 2,
        "name": config.name,
        "version": config.version,
        "max_pieces": config.max_pieces,
        "labels": labels.tables,
        "digests": digests,
    }
    (out / "meta.json").write_text(
        json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    log.info("%s: %s", out, {n: (out / n).stat().st_size for n in files})


def main() -> None:
    """Read the command line and export."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--run", type=Path, required=True, help="folder of the run")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument(
        "--config",
        type=Path,
        default=Path(__file__).parent / "config.yaml",
        help="options of the run",
    )
    parser.add_argument(
        "--data", type=Path, default=Path("../shared/corpora"), help="folder of the corpora"
    )
    parser.add_argument("--fp32", action="store_true", help="leave the weights as they are")
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    export(args.run, args.out, TrainConfig.read(args.config), args.data, int8=not args.fp32)


if __name__ == "__main__":
    main()
