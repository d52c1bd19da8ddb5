"""The mean of several runs' weights: ``python -m training.average RUN RUN --out RUN``.

A run that started from another's weights often lies in the same valley; their mean
is then better than either (Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import torch


def average(runs: list[Path], out: Path) -> None:
    """Write the mean of the best weights of the runs, as a run of its own.

    Raises:
        ValueError: The runs do not have the same labels.
    """
    saved: list[dict[str, Any]] = [torch.load(run / "best.pt") for run in runs]
    if any(each["labels"] != saved[0]["labels"] for each in saved):
        raise ValueError(
            f"{', '.join(map(str, runs))} have other labels; train them on the same data"
        )
    weights = {
        name: torch.stack([each["weights"][name].float() for each in saved]).mean(dim=0)
        for name in saved[0]["weights"]
    }
    out.mkdir(parents=True, exist_ok=True)
    torch.save({"weights": weights, "labels": saved[0]["labels"]}, out / "best.pt")


def main() -> None:
    """Read the command line and average."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("runs", type=Path, nargs="+", help="folders of the runs")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    args = parser.parse_args()
    average(args.runs, args.out)


if __name__ == "__main__":
    main()
