"""What every test may ask for: the model, the seeds, corpora, golden files."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from spacy.language import Language

    from newsevents import Extractor

ROOT = Path(__file__).parent.parent
#: Where the benchmarks look for corpora, too.
CORPORA = ROOT.parent / "shared" / "corpora"
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))

# The same examples on every run: a red build is red again on the next machine.
settings.register_profile("newsevents", derandomize=True, deadline=None)
settings.load_profile("newsevents")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of this test suite."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite expected results; tests that rewrote something fail",
    )
    parser.addoption(
        "--data",
        type=Path,
        default=os.environ.get("NEWSEVENTS_DATA") or (CORPORA if CORPORA.is_dir() else None),
        help="folder of corpora (default: $NEWSEVENTS_DATA, else ../shared/corpora where it "
        "is there); without one their tests are skipped",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip, with a reason, what this checkout or machine has no data for.

    A missing model cannot go unnoticed: tests/test_wheel.py is not skipped and
    fails where the wheel has none.
    """
    skips = {}
    if not has_model():
        skips["model"] = pytest.mark.skip(reason="this checkout holds no model file")
    if config.getoption("--data") is None:
        skips["corpora"] = pytest.mark.skip(reason=f"no corpora at {CORPORA}: give --data DIR")
    for item in items:
        for name in skips.keys() & {mark.name for mark in item.iter_markers()}:
            item.add_marker(skips[name])


def has_model() -> bool:
    """Whether the package holds a model."""
    folder = files("newsevents.encoder") / "data"
    return folder.is_dir() and any(entry.name.endswith(".onnx") for entry in folder.iterdir())


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline that users get, loaded once; treat it as read-only."""
    import newsevents

    return newsevents.load()


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The extractor that users get, built once."""
    import newsevents

    return newsevents.Extractor()


@pytest.fixture(scope="session")
def corpora(pytestconfig: pytest.Config) -> Path:
    """The folder of corpora given as ``--data``."""
    return Path(pytestconfig.getoption("--data"))


@pytest.fixture
def update_golden(pytestconfig: pytest.Config) -> bool:
    """Whether expected results are to be rewritten."""
    return bool(pytestconfig.getoption("--update-golden"))


@pytest.fixture
def check_golden(*, update_golden: bool) -> Callable[[Path, str], None]:
    """Compare a text with a file that holds what is expected, or rewrite the file."""

    def check(path: Path, actual: str) -> None:
        expected = path.read_text(encoding="utf-8") if path.is_file() else ""
        if update_golden and actual != expected:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8")
            pytest.fail(f"rewrote {path.name}: read the diff, then run without the flag")
        assert actual == expected, f"{path.name}: if that is meant, use --update-golden"

    return check


@pytest.fixture(params=SEEDS, ids=lambda path: path.stem)
def seed(request: pytest.FixtureRequest) -> Path:
    """Each of the two sample articles."""
    return Path(request.param)
