"""Every example runs as its docstring says, and shows what it is about."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import newsevents
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
SEED_1, SEED_2 = "seeds/000_5d8bdbb9938c1935.txt", "seeds/004_4647ab483ac479eb.txt"

pytestmark = pytest.mark.model

Run = Callable[..., str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run an example with arguments, in the root of the repository, and give its output."""

    def run(name: str, *arguments: str) -> str:
        monkeypatch.chdir(ROOT)
        monkeypatch.setattr(sys, "argv", [name, *arguments])
        runpy.run_path(str(EXAMPLES / name), run_name="__main__")
        return capsys.readouterr().out

    return run


def test_who_said_what(run):
    """Each quote stands with its speaker."""
    lines = run("who_said_what.py", SEED_1).splitlines()
    assert any(line.startswith("Chris Hipkins [") for line in lines)


def test_timeline(run):
    """Events with a time stand in order of time."""
    days = [line[:10] for line in run("timeline.py", SEED_1, "2023-04-11").splitlines()]
    assert days
    assert days == sorted(days)


def test_actors_table(run):
    """The actors of both articles are in one table."""
    lines = run("actors_table.py", SEED_1, SEED_2).splitlines()
    assert lines[0].startswith("article,name,kind")
    assert len({line.partition(",")[0] for line in lines if "Hipkins" in line}) == 2


def test_batch_to_jsonl(run, tmp_path):
    """Each line is a result."""
    output = tmp_path / "results.jsonl"
    run("batch_to_jsonl.py", "seeds", str(output))
    results = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert len(results) == 2
    for result in results:
        newsevents.ExtractionResult.model_validate(result)


def test_batch_goes_on_after_a_bad_file(run, tmp_path):
    """A file that cannot be read costs its own line only."""
    (tmp_path / "1.txt").write_bytes(b"")
    (tmp_path / "2.txt").write_text("The minister resigned on Monday.", encoding="utf-8")
    output = tmp_path / "results.jsonl"
    run("batch_to_jsonl.py", str(tmp_path), str(output))
    assert "The minister resigned" in output.read_text(encoding="utf-8")


def test_who_speaks_of_whom(run):
    """Speakers and those they speak of are counted."""
    lines = run("who_speaks_of_whom.py", SEED_1, SEED_2).splitlines()
    counts = [int(line.split()[0]) for line in lines]
    assert counts
    assert counts == sorted(counts, reverse=True)


def test_actor_graph(run, tmp_path):
    """The file is written, and those with most connections are printed."""
    output = tmp_path / "actors.gexf"
    lines = run("actor_graph.py", SEED_1, SEED_2, str(output)).splitlines()
    assert any("New Zealand" in line for line in lines)
    assert "Stoltenberg" in output.read_text(encoding="utf-8")


def test_spacy_pipeline(run):
    """Tokens and span groups are shown."""
    printed = run("spacy_pipeline.py", "The bridge was closed on Tuesday, the mayor said.")
    assert "newsevents_times: [('Tuesday', 'date')]" in printed


def test_every_example_has_a_test():
    """No example goes unchecked."""
    source = Path(__file__).read_text(encoding="utf-8")
    for path in EXAMPLES.glob("*.py"):
        assert f'"{path.name}"' in source, path.name


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.stem)
def test_docstring_says_how_to_run(path):
    """The first thing one reads is what to type."""
    assert f"python examples/{path.name}" in path.read_text(encoding="utf-8")
