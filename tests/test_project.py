"""The project's own files agree with each other."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points, version

import pytest
import yaml

import newsevents
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FACTORIES = PROJECT["project"]["entry-points"]["spacy_factories"]


def test_one_version():
    """The version is the same wherever it is written."""
    number = PROJECT["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert newsevents.__version__ == version("newsevents") == number == citation["version"]


def test_changelog_has_its_form():
    """Changes stand under a version and under what kind of change they are."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert headings[0] == "Unreleased"
    kinds = set(re.findall(r"^### (.+)", text, re.MULTILINE))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_check_left_out_has_a_reason():
    """Beside every ignored rule stands why."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    codes = re.findall(r'^    "[A-Z]{1,4}\d*",(.*)$', text, re.MULTILINE)
    assert codes
    assert all(re.fullmatch(r" +# .{10,}", reason) for reason in codes)


@pytest.mark.parametrize(("name", "target"), FACTORIES.items(), ids=FACTORIES)
def test_component_is_declared(name, target):
    """spaCy finds each component by its entry point, without an import before."""
    (found,) = entry_points(group="spacy_factories", name=name)
    assert found.value == target
    assert callable(found.load())


def test_component_declarations_are_light():
    """spaCy asks for them all whenever a pipeline is made, by anybody: that must cost little."""
    heavy = "{'onnxruntime', 'dateparser', 'tokenizers'}"
    code = f"import spacy, sys; spacy.blank('de'); print({heavy} & set(sys.modules) or '')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_every_corpus_is_attributed():
    """Whatever trained the weights is named where its licence asks for it."""
    said = (ROOT / "NOTICE").read_text(encoding="utf-8")
    sources = yaml.safe_load((ROOT / "training" / "corpora.yaml").read_text(encoding="utf-8"))
    for corpus in sources["corpora"]:
        assert re.split(r" ?[,(]", corpus["name"])[0] in said, corpus["name"]


def test_no_index_but_the_usual_one():
    """Nothing is installed from anywhere else than where pip looks by itself."""
    for name in ("pyproject.toml", "Makefile", ".ci/run"):
        assert not re.search(r"index-url|find-links|https?://", (ROOT / name).read_text("utf-8"))


def test_make_knows_its_targets():
    """`make help` tells of every target, and every benchmark is there."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", "")
    phony, benchmarks = (
        re.findall(rf"^{name} (.+)$", makefile, re.MULTILINE)[0].split()
        for name in (r"\.PHONY:", "BENCHMARKS :=")
    )
    told = re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE)
    assert sorted(told) == sorted(set(phony) - {"$(BENCHMARKS)"})
    for name in benchmarks:
        assert (ROOT / "benchmarks" / f"{name.removeprefix('bench-')}.py").is_file(), name


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX:"])
def test_nothing_is_left_open(word):
    """What is not done stands in no comment."""
    for path in (ROOT / "src").rglob("*.py"):
        assert word not in path.read_text(encoding="utf-8"), path
