"""What the heads learn from."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="training needs torch")


def test_references_choose_among_earlier_mentions() -> None:
    """Later words and words that are no mention are never chosen; a first mention takes up none."""
    from training.losses import references
    from training.windows import IGNORE

    entity = torch.tensor([[0, IGNORE, 1, 0]])
    scores, right = references(torch.ones(1, 4, 3), torch.ones(1, 4, 2), entity)
    assert (scores[0, 3] > -1e3).tolist() == [True, True, False, True, False]
    assert right[0, 0].tolist() == [True, False, False, False, False]
    assert right[0, 2].tolist() == [True, False, False, False, False]
    assert right[0, 3].tolist() == [False, True, False, False, False]


def test_mean_of_runs_with_other_heads(tmp_path: object) -> None:
    """A head that one run alone trained is that run's; labels that differ are refused."""
    from pathlib import Path

    from training.average import average

    folder = Path(str(tmp_path))
    runs = [folder / "a", folder / "b"]
    weights = [{"x": torch.zeros(2)}, {"x": torch.ones(2), "head": torch.ones(1)}]
    labels = [{"ner": ["O"]}, {"ner": ["O"], "attribution": ["O"]}]
    for run, each, names in zip(runs, weights, labels, strict=True):
        run.mkdir()
        torch.save({"weights": each, "labels": names}, run / "best.pt")
    average(runs, folder / "mean")
    saved = torch.load(folder / "mean" / "best.pt")
    assert saved["weights"]["x"].tolist() == [0.5, 0.5]
    assert saved["weights"]["head"].tolist() == [1.0]
    assert saved["labels"] == labels[1]
    average(runs, folder / "mean", shares=[3, 1])
    assert torch.load(folder / "mean" / "best.pt")["weights"]["x"].tolist() == [0.25, 0.25]
    torch.save({"weights": weights[0], "labels": {"ner": ["O", "B-X"]}}, runs[0] / "best.pt")
    with pytest.raises(ValueError, match="other labels"):
        average(runs, folder / "mean")
