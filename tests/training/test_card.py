"""The model card says what was measured, of the model that is shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from training.card import card

ROOT = Path(__file__).parents[2]
MODEL = ROOT / "src" / "newsevents" / "encoder" / "data" / "meta.json"
META = {
    "name": "tiny",
    "version": "0.1",
    "digests": {"encoder.onnx": "abc"},
    "labels": {"ner": ["O", "B-ORG", "I-ORG"]},
}


def test_card_tells_floors_that_are_missed() -> None:
    """A figure below its floor is named, not hidden in the table."""
    text = card(META, {"EWT LAS": 0.80}, {"EWT LAS": 0.81}, {"EWT LAS": 0.70})
    assert "Below their floor: EWT LAS." in text
    assert "| EWT LAS | 0.800 | 0.810 | 0.700 | 0.890 |" in text
    assert "0.0100 (EWT LAS)" in text
    assert "{{" not in text


def test_labels_are_listed_without_bio() -> None:
    """The table of outputs names kinds, not tags."""
    text = card(META, {"EWT LAS": 0.9}, {"EWT LAS": 0.9}, {})
    assert "| ner | 3 | `O`, `ORG` |" in text
    assert "All floors hold." in text


@pytest.mark.skipif(not MODEL.exists(), reason="no model in the checkout")
def test_card_is_of_the_shipped_model() -> None:
    """A new model needs a new card: run `python -m training.card`."""
    digest = json.loads(MODEL.read_text(encoding="utf-8"))["digests"]["encoder.onnx"]
    assert digest in (ROOT / "docs" / "model-card.md").read_text(encoding="utf-8")
