"""The documentation: its code runs and prints what it says, its tables are the code's."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

import newsevents
from newsevents import errors, models
from newsevents.cli import app
from scripts import generate_docs
from tests.conftest import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
#: A block of Python, and the block of text right after it: what it prints.
EXAMPLE = re.compile(
    r"```python\n(?P<code>.*?)```\n(?:\n```text\n(?P<output>.*?)```\n)?", re.DOTALL
)
WITH_EXAMPLES = [page for page in PAGES if EXAMPLE.search(page.read_text(encoding="utf-8"))]


def name_of(page: Path) -> str:
    """The page's name as the id of its test."""
    return page.stem


@pytest.mark.model
@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name_of)
def test_examples_print_what_the_page_says(page, check_golden, monkeypatch):
    """Every example runs, from top to bottom, and prints the text below it."""
    monkeypatch.chdir(ROOT)
    namespace: dict[str, Any] = {"__name__": "__main__"}

    def run(match: re.Match[str]) -> str:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            # Lines of a traceback are those of the page.
            before = match.string.count("\n", 0, match.start("code"))
            exec(compile("\n" * before + match["code"], page, "exec"), namespace)  # noqa: S102
        shown = f"```python\n{match['code']}```\n"
        output = printed.getvalue()
        return shown + (f"\n```text\n{output}```\n" if output else "")

    check_golden(page, EXAMPLE.sub(run, page.read_text(encoding="utf-8")))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_tables_are_those_of_the_code(page):
    """Tables of fields and the tree of errors say what the code says."""
    written = page.read_text(encoding="utf-8")
    assert generate_docs.fill_in(written) == written, "run: python scripts/generate_docs.py"


def test_every_result_model_has_a_table():
    """No model of a result lacks a description of its fields."""
    page = (ROOT / "docs" / "03-results.md").read_text(encoding="utf-8")
    described = set(re.findall(r"<!-- fields: (\w+) -->", page))
    assert described == {
        name
        for name, value in vars(models).items()
        if isinstance(value, type)
        and issubclass(value, models.ResultModel)
        and value is not models.ResultModel
    }


def test_every_field_is_described():
    """Each field of each result has a description of its own."""
    for name in models.__all__:
        for field, info in getattr(getattr(models, name), "model_fields", {}).items():
            assert info.description, f"{name}.{field}"


def test_published_schema_is_that_of_the_models():
    """The JSON schema in the documentation is the one that results follow."""
    published = (ROOT / "docs" / "schema.json").read_text(encoding="utf-8")
    assert published == generate_docs.schema(), "run: python scripts/generate_docs.py"


def test_tree_of_errors_is_complete():
    """The tree in the docstring has every exception, with its own first line."""
    drawn = dict(re.findall(r"[├└]── (\w+) +(.+)", errors.__doc__ or ""))
    classes = {
        name: value
        for name, value in vars(errors).items()
        if isinstance(value, type)
        and issubclass(value, errors.NewsEventsError)
        and value is not errors.NewsEventsError
    }
    assert drawn.keys() == classes.keys()
    for name, said in drawn.items():
        assert classes[name].__base__ is errors.NewsEventsError
        assert (classes[name].__doc__ or "").lower().startswith(f"{said}.".lower())
        assert name in newsevents.__all__


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page):
    """Links to files of the repository exist."""
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_commands_and_options_exist():
    """Whatever the page on the command line names is known to the command."""
    page = (ROOT / "docs" / "09-command-line.md").read_text(encoding="utf-8")
    commands = typer.main.get_group(app).commands
    for name, arguments in re.findall(r"^\$ newsevents (\w+)(.*)$", page, re.MULTILINE):
        known = {option for item in commands[name].params for option in item.opts}
        assert set(re.findall(r" (--[a-z-]+)", arguments)) <= known
    known = {option for item in commands["extract"].params for option in item.opts}
    described = set(re.findall(r"^\| `(--[a-z-]+)`", page, re.MULTILINE))
    assert described == {option for option in known if option.startswith("--")}


def test_schema_command_prints_the_published_schema():
    """`newsevents schema` and the documentation give one schema."""
    assert CliRunner().invoke(app, ["schema"]).stdout == generate_docs.schema()
