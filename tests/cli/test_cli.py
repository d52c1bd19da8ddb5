"""The `newsevents` command: what it reads, writes, reports and returns."""

from __future__ import annotations

import csv
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import newsevents.cli.inputs
from newsevents import Article, ExtractionFailure, ExtractionResult, ModelError
from newsevents.cli import app, main
from tests.results import TEXT, make_result


class FakeExtractor:
    """Finds the same in every article; cannot bear the word "poison"."""

    def __init__(self, config: object) -> None:
        self.config = config

    def extract_many(
        self, articles: Iterable[Article], **_: object
    ) -> Iterator[ExtractionResult | ExtractionFailure]:
        """A result or a failure for each article."""
        for article in articles:
            if "poison" in article.text:
                error = "ValueError: cannot\nread poison"
                yield ExtractionFailure(article_id=article.id, stage="annotate", error=error)
            else:
                yield make_result(article.id)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, in which the command runs."""
    monkeypatch.setattr(newsevents.cli.inputs, "Extractor", FakeExtractor)
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "deep/c.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    return tmp_path


def run(*words: str, stdin: bytes | None = None) -> Result:
    """What the command prints and returns."""
    return CliRunner(env={"COLUMNS": "80"}).invoke(app, list(words), input=stdin)


def ids(result: Result) -> list[str]:
    """Ids of the articles in JSON Lines."""
    return [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()]


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a.txt"], ["a"]),
        (["b.txt", "a.txt", "b.txt"], ["b", "a"]),
        (["."], ["a", "b", "c"]),
        (["*.txt"], ["a", "b"]),
        (["**/*.txt"], ["a", "b", "c"]),
        (["deep", "notes.md"], ["c", "notes"]),
    ],
    ids=str,
)
def test_what_is_read(paths, expected):
    """Files, folders and patterns, each file once, in a fixed order."""
    result = run("extract", *paths)
    assert (result.exit_code, ids(result)) == (0, expected)


@pytest.mark.usefixtures("news")
def test_standard_input():
    """`-` reads an article from a pipe."""
    result = run("extract", "-", stdin=TEXT.encode())
    assert (result.exit_code, ids(result)) == (0, ["stdin"])


def test_absolute_pattern(news):
    """A pattern may start at the root."""
    assert ids(run("extract", f"{news}/*.txt")) == ["a", "b"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_no_text(news):
    """A name in an old encoding does not keep an article from being written."""
    Path(os.fsdecode(os.fsencode(news) + b"/caf\xe9.txt")).write_text(TEXT)
    assert "caf\ufffd" in ids(run("extract", "."))


def test_a_bad_file_is_reported_and_the_others_go_on(news):
    """Path and reason on stderr, one line each; the rest is done; status 1."""
    (news / "b.txt").write_text("poison")
    (news / "empty.txt").write_bytes(b"")
    (news / "hollow").mkdir()
    result = run("extract", "a.txt", "b.txt", "empty.txt", "gone.txt", "hollow", "deep")
    assert (result.exit_code, ids(result)) == (1, ["a", "c"])
    told = [line for line in result.stderr.splitlines() if line.startswith("newsevents: ")]
    for name, reason in [
        ("b.txt", "cannot read poison"),
        ("empty.txt", "empty"),
        ("gone.txt", "no such file"),
        ("hollow", "no .txt file"),
    ]:
        assert [line for line in told if name in line and reason in line], name
    assert len(told) == 4
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("news")
def test_a_batch_shows_its_progress():
    """Several articles have a bar on stderr; one has none, and neither has the screen."""
    assert "3/3" in run("extract", ".").stderr
    assert run("extract", "a.txt").stderr == ""


@pytest.mark.usefixtures("news")
def test_json():
    """One article is an object, several are an array."""
    assert json.loads(run("extract", "a.txt", "--format", "json").stdout)["article"]["id"] == "a"
    assert len(json.loads(run("extract", ".", "--format", "json").stdout)) == 3


def test_output_file(news):
    """`-o` writes a file and nothing to standard output."""
    result = run("extract", ".", "-o", "r.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert len((news / "r.jsonl").read_text().splitlines()) == 3


def test_output_is_kept_where_nothing_was_found(news):
    """A command that extracts nothing leaves an old file alone."""
    (news / "r.jsonl").write_text("old")
    assert run("extract", "gone.txt", "-o", "r.jsonl").exit_code == 1
    assert (news / "r.jsonl").read_text() == "old"


def test_tables(news):
    """Tables are for reading, or CSV files in a folder."""
    shown = run("extract", "a.txt", "--format", "table").stdout
    assert "Eva Holm" in shown
    assert "possible" in shown
    run("extract", ".", "--format", "table", "-o", "tables")
    with (news / "tables" / "quotes.csv").open(newline="") as file:
        assert [row["speaker_name"] for row in csv.DictReader(file)] == ["Eva Holm"] * 3


@pytest.mark.usefixtures("news")
def test_show_without_colour():
    """In a pipe, signs stand for colours and 80 columns are enough."""
    shown = run("show", "a.txt").stdout
    assert "On <Monday> [Norland] *gave* $10m to the flood fund. “«We had to act,»”" in shown
    assert "«quote»" in shown
    assert "2023-05-01" in shown
    assert re.search(r"what +gave \$10m\n", re.sub(" +\n", "\n", shown))
    assert "\x1b" not in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.usefixtures("news")
def test_show_several():
    """Each article is shown after the other."""
    assert run("show", "a.txt", "b.txt").stdout.count("Main event") == 2


def test_schema():
    """The schema has the names of the result contract."""
    schema = json.loads(run("schema").stdout)
    assert {"actors", "quotes", "events", "times", "main_event"} <= set(schema["properties"])
    assert schema["properties"]["quotes"]["description"]


def test_version():
    """The version is that of the package."""
    assert run("--version").stdout == f"newsevents {newsevents.__version__}\n"


@pytest.mark.parametrize("words", [(), ("extract",), ("show",), ("schema",)], ids=str)
def test_help_teaches(words):
    """Every command has examples, and fits 80 columns."""
    shown = run(*words, "--help").stdout
    assert "Example" in shown
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.usefixtures("news")
@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["extract", "a.txt", "--published-at", "lately"], "lately"),
        (["extract", "a.txt", "-o", "no/such/folder/r.jsonl"], "no/such/folder"),
        (["extract", "a.txt", "-o", "."], "cannot be written"),
    ],
    ids=str,
)
def test_wrong_use_is_told_in_a_line(words, what, monkeypatch, capsys):
    """What is wrong, where and what to do, without a traceback; status 2."""
    monkeypatch.setattr("sys.argv", ["newsevents", *words])
    with pytest.raises(SystemExit) as caught:
        main()
    shown = capsys.readouterr().err
    assert caught.value.code == 2
    assert shown.startswith("newsevents: ")
    assert what in shown
    assert len(shown.splitlines()) == 1


@pytest.mark.usefixtures("news")
def test_a_missing_model_is_told_in_a_line(monkeypatch, capsys):
    """Without a model nothing is done, and the remedy is told."""

    def missing(*_: object, **__: object) -> None:
        raise ModelError.missing(Path("encoder.onnx"))

    monkeypatch.setattr(FakeExtractor, "extract_many", missing)
    monkeypatch.setattr("sys.argv", ["newsevents", "show", "a.txt"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert "Reinstall newsevents" in capsys.readouterr().err
