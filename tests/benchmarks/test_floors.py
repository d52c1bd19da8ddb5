"""The shipped model holds its floors; they may be raised, never lowered."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.model import FLOORS, MEASURES, load_ours
from newsevents.encoder.model import MODEL_DIR


@pytest.mark.model
@pytest.mark.corpora
@pytest.mark.slow
@pytest.mark.parametrize("measure", MEASURES)
def test_figures_hold_their_floors(measure: str, corpora: Path) -> None:
    """Every accuracy that has a floor is at or above it on the development sets."""
    figures = MEASURES[measure](load_ours(MODEL_DIR), corpora)
    missed = {name: value for name, value in figures.items() if value < FLOORS.get(name, 0.0)}
    assert not missed
    assert FLOORS.keys() & figures.keys()
