"""Articles of several kinds, paragraph by paragraph."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsevents.parsers import parse

HERE = Path(__file__).parent
ARTICLES = sorted((HERE / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_roles_are_golden(path: Path, check_golden: Callable[[Path, str], None]):
    """Paragraphs, roles, date, title and authors of a known article do not change unmeant."""
    article = parse(path)
    facts = article.model_dump(mode="json", include={"title", "published_at", "authors"})
    facts["paragraphs"] = [[item.role, item.span.text] for item in article.paragraphs]
    expected = json.dumps(facts, indent=1, ensure_ascii=False) + "\n"
    check_golden(path.with_suffix(".json"), expected)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(path: Path, newline: str):
    """Windows and other line ends give the same article."""
    text = path.read_text(encoding="utf-8")
    assert parse(text.replace("\n", newline).encode()) == parse(text.encode())


def test_seed_layout(seed: Path):
    """A sample's captions and credits are set apart, and its date is found where it has one."""
    article = parse(seed)
    odd = [(item.role, item.span.text) for item in article.paragraphs if item.role != "body"]
    if not seed.name.startswith("000"):
        assert (odd, article.published_at) == ([], None)
        return
    assert str(article.published_at) == "2023-04-11"
    caption = "Prime Minister Chris Hipkins has been invited to attend a Nato summit."
    assert odd[:3] == [
        ("header", "date 2023-04-11"),
        ("credit", "ROBERT KITCHIN/Stuff"),
        ("caption", caption),
    ]
    assert [role for role, _ in odd[3:]] == ["credit", "caption"]
