"""A model folder with a network of a few random numbers: the right shapes, no sense."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers

from newsevents.encoder.pieces import SHAPES

WIDTH = 8
HIDDEN = 6
LABELS = {
    "upos": ["NOUN", "VERB", "PROPN", "PRON", "PUNCT"],
    "xpos": ["NN", "VBD", "NNP", "PRP", "."],
    "deprel": ["nsubj", "root", "obj", "punct"],
    "lemma": ["=", "l", "l-1+", "w:be"],
    "ner": ["O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC"],
    "time": ["O", "B-DATE", "I-DATE"],
    "event": ["O", "occurrence", "reporting"],
    "attribution": ["O", "B-CONTENT", "I-CONTENT", "B-CUE", "I-CUE"],
}
LEMMAS = {"NN": {"children": "child"}, "VBD": {"left": "leave"}}


def write_tiny_model(folder: Path, *, max_pieces: int = 40) -> Path:
    """Write all files of a model into a folder and give the folder back."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = _tokenizer()
    tokenizer.save(str(folder / "tokenizer.json"))
    onnx.save(_graph(tokenizer.get_vocab_size()), folder / "encoder.onnx")
    numbers = np.random.default_rng(1)
    relations = len(LABELS["deprel"])
    np.savez(
        folder / "labels.npz",
        weight=numbers.standard_normal((HIDDEN, relations)).astype(np.float32),
        bias=np.zeros(relations, dtype=np.float32),
    )
    (folder / "lemmas.json").write_text(json.dumps(LEMMAS), encoding="utf-8")
    meta = {
        "format": 2,
        "name": "tiny",
        "version": "0",
        "max_pieces": max_pieces,
        "labels": LABELS,
        "digests": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest()
            for name in ("encoder.onnx", "labels.npz", "tokenizer.json", "lemmas.json")
        },
    }
    (folder / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    return folder


def _tokenizer() -> Tokenizer:
    letters = [chr(code) for code in range(33, 127) if not chr(code).isupper()]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters]
    pieces += ["##" + letter for letter in letters]
    vocabulary = {piece: number for number, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token="[UNK]"))  # noqa: S106 - no password
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.decoder = decoders.WordPiece()
    return tokenizer


def _graph(vocabulary: int) -> onnx.ModelProto:
    numbers = np.random.default_rng(0)
    constants: dict[str, np.ndarray] = {
        "pieces": numbers.standard_normal((vocabulary, WIDTH)),
        "shapes": numbers.standard_normal((SHAPES, WIDTH)),
        "places": numbers.standard_normal((16, WIDTH)),
        "root": numbers.standard_normal((1, WIDTH)),
        "sent_weight": numbers.standard_normal((WIDTH, 1)),
        "sent_bias": np.full(1, -3.0),
    }
    for name, size in _SIZES.items():
        constants[f"{name}_weight"] = numbers.standard_normal((WIDTH, size))
    tensors = [
        numpy_helper.from_array(value.astype(np.float32), name) for name, value in constants.items()
    ]
    tensors.append(numpy_helper.from_array(np.array([0]), "batch"))
    tensors.append(numpy_helper.from_array(np.array([1]), "column"))
    tensors.append(numpy_helper.from_array(np.array(16), "period"))
    node = helper.make_node
    nodes = [
        node("Gather", ["pieces", "input_ids"], ["by_piece"]),
        node("Gather", ["shapes", "shape_ids"], ["by_shape"]),
        node("Add", ["by_piece", "by_shape"], ["sum"]),
        node("Squeeze", ["sum", "batch"], ["all"]),
        node("Squeeze", ["words", "batch"], ["first"]),
        node("Gather", ["all", "first"], ["forms"]),
        node("Mod", ["first", "period"], ["place"]),
        node("Gather", ["places", "place"], ["by_place"]),
        node("Add", ["forms", "by_place"], ["rows"]),
        node("Concat", ["root", "rows"], ["rooted"], axis=0),
        node("MatMul", ["rows", "sent_weight"], ["sent_column"]),
        node("Squeeze", ["sent_column", "column"], ["sent_row"]),
        node("Add", ["sent_row", "sent_bias"], ["sent_flat"]),
        node("MatMul", ["rows", "arc_weight"], ["arc_rows"]),
        node("Transpose", ["rooted"], ["arc_columns"]),
        node("MatMul", ["arc_rows", "arc_columns"], ["arc_flat"]),
        node("MatMul", ["rows", "label_dep_weight"], ["label_dep_flat"]),
        node("MatMul", ["rooted", "label_head_weight"], ["label_head_flat"]),
        node("MatMul", ["rows", "factuality_weight"], ["factuality_column"]),
        node("Squeeze", ["factuality_column", "column"], ["factuality_flat"]),
    ]
    nodes += [
        node("MatMul", ["rows", f"{name}_weight"], [f"{name}_flat"])
        for name in ("ner", "time", "event", "attribution", "anaphor", "antecedent")
    ]
    for name in ("upos", "xpos", "lemma"):
        nodes.append(node("MatMul", ["rows", f"{name}_weight"], [f"{name}_scores"]))
        nodes.append(node("ArgMax", [f"{name}_scores"], [f"{name}_flat"], axis=1, keepdims=0))
    nodes += [node("Unsqueeze", [f"{name}_flat", "batch"], [name]) for name in _OUTPUTS]
    inputs = ("input_ids", "shape_ids", "attention_mask", "words")
    graph = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(name, TensorProto.INT64, [1, None]) for name in inputs],
        [helper.make_tensor_value_info(name, kind, None) for name, kind in _OUTPUTS.items()],
        tensors,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


_SIZES = {
    "arc": WIDTH,
    "label_dep": HIDDEN,
    "label_head": HIDDEN,
    "factuality": 1,
    "anaphor": HIDDEN + 1,
    "antecedent": HIDDEN,
    **{name: len(labels) for name, labels in LABELS.items() if name != "deprel"},
}
_OUTPUTS = {
    "sent": TensorProto.FLOAT,
    "upos": TensorProto.INT64,
    "xpos": TensorProto.INT64,
    "lemma": TensorProto.INT64,
    "arc": TensorProto.FLOAT,
    "label_dep": TensorProto.FLOAT,
    "label_head": TensorProto.FLOAT,
    "ner": TensorProto.FLOAT,
    "time": TensorProto.FLOAT,
    "event": TensorProto.FLOAT,
    "factuality": TensorProto.FLOAT,
    "attribution": TensorProto.FLOAT,
    "anaphor": TensorProto.FLOAT,
    "antecedent": TensorProto.FLOAT,
}
