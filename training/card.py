"""The model card, made from measured figures: ``python -m training.card``.

Reads the JSON of ``python -m benchmarks.model --json`` for the shipped model and
for the same weights in fp32, and writes ``docs/model-card.md``.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.model import CEILINGS, FLOORS, holds

HERE = Path(__file__).parent
Figures = Mapping[str, float]


def card(meta: Mapping[str, Any], int8: Figures, fp32: Figures, cnn: Figures) -> str:
    """The whole card as Markdown."""
    template = (HERE / "card.md").read_text(encoding="utf-8")
    sources = yaml.safe_load((HERE / "corpora.yaml").read_text(encoding="utf-8"))
    parts = {
        "name": meta["name"],
        "version": meta["version"],
        "digest": meta["digests"]["encoder.onnx"],
        "start_weights": "{name}, {licence}".format(**sources["start_weights"]),
        "labels": "\n".join(_labels(meta["labels"])),
        "corpora": "\n".join(_corpora(sources["corpora"])),
        "figures": "\n".join(_figures(int8, fp32, cnn)),
        "missed": _missed(int8),
        "loss": _loss(int8, fp32),
    }
    for name, value in parts.items():
        template = template.replace("{{ " + name + " }}", value)
    return template


def _labels(labels: Mapping[str, list[str]]) -> Iterator[str]:
    for head, names in labels.items():
        plain = list(dict.fromkeys(name.removeprefix("B-").removeprefix("I-") for name in names))
        shown = ", ".join(f"`{name}`" for name in plain[:20])
        yield f"| {head} | {len(names)} | {shown}{', ...' if len(plain) > 20 else ''} |"


def _corpora(corpora: list[dict[str, Any]]) -> Iterator[str]:
    for corpus in corpora:
        heads = ", ".join(corpus["heads"])
        yield (
            f"| {corpus['name']} | {heads} | {corpus['words']} | {corpus['licence']} "
            f"| {corpus['origin']} |"
        )


def _figures(int8: Figures, fp32: Figures, cnn: Figures) -> Iterator[str]:
    for name, value in int8.items():
        floor = FLOORS.get(name, CEILINGS.get(name))
        cells = (value, fp32.get(name), cnn.get(name), floor)
        yield f"| {name} | " + " | ".join(map(_cell, cells)) + " |"


def _cell(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.3f}" if value < 10 else f"{value:,.0f}"


def _missed(int8: Figures) -> str:
    missed = [name for name, value in int8.items() if holds(name, value) is False]
    if not missed:
        return "All floors hold."
    return "Below their floor: " + ", ".join(missed) + "."


def _loss(int8: Figures, fp32: Figures) -> str:
    accuracy = [name for name in FLOORS if name in int8 and name in fp32 and FLOORS[name] < 1]
    worst = max(accuracy, key=lambda name: fp32[name] - int8[name])
    lost = fp32[worst] - int8[worst]
    return f"What int8 loses most against fp32 is {lost:.4f} ({worst})."


def main() -> None:
    """Read the command line and write the card."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--int8", type=Path, required=True, help="figures of the shipped model")
    parser.add_argument(
        "--fp32", type=Path, required=True, help="figures of the same weights in fp32"
    )
    parser.add_argument(
        "--model",
        type=Path,
        default=HERE.parent / "src/newsevents/encoder/data",
        help="folder of the shipped model",
    )
    parser.add_argument("--out", type=Path, default=HERE.parent / "docs/model-card.md")
    args = parser.parse_args()
    int8, fp32 = (json.loads(path.read_text(encoding="utf-8")) for path in (args.int8, args.fp32))
    meta = json.loads((args.model / "meta.json").read_text(encoding="utf-8"))
    text = card(meta, int8["model"], fp32["model"], int8["cnn"])
    args.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
