"""The mean of several runs' weights: ``python -m training.average RUN RUN --out RUN``.

A run that started from another's weights often lies in the same valley; their mean
is then better than either (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch
from torch import Tensor


def average(runs: list[Path], out: Path, *, shares: list[float] | None = None) -> None:
    """Write the mean of the best weights of the runs, as a run of its own.

    A head that only some of the runs trained is the mean of theirs. ``shares`` says
    how much each run counts, all the same if not given.

    Raises:
        ValueError: The runs do not have the same labels.
    """
    saved: list[dict[str, Any]] = [torch.load(run / "best.pt") for run in runs]
    labels: dict[str, list[str]] = {}
    for each in saved:
        if any(labels.get(head, names) != names for head, names in each["labels"].items()):
            raise ValueError(
                f"{', '.join(map(str, runs))} have other labels; train them on the same data"
            )
        labels |= each["labels"]
    weights = {
        name: _mean(
            [
                (each["weights"][name].float(), share)
                for each, share in zip(saved, shares or [1.0] * len(saved), strict=True)
                if name in each["weights"]
            ]
        )
        for name in dict.fromkeys(name for each in saved for name in each["weights"])
    }
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": weights, "labels": labels}, out / "best.pt")


def _mean(weighted: list[tuple[Tensor, float]]) -> Tensor:
    total = sum(share for _, share in weighted)
    return torch.stack([weight * (share / total) for weight, share in weighted]).sum(dim=0)


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("runs", type=Path, nargs="+", help="folders of the runs")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--shares", type=float, nargs="+", help="how much each run counts")
    args = parser.parse_args()
    average(args.runs, args.out, shares=args.shares)


if __name__ == "__main__":
    main()
