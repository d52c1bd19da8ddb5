"""What users may rely on: names, signatures, lightness, and types that hold."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import newsevents
from newsevents import models
from tests.conftest import ROOT

NAMES = """
Actor Amount Article ConfigError DependencyError Edge Event ExtractionError ExtractionFailure
ExtractionResult Extractor ExtractorConfig MainEvent Mention ModelError NewsEventsError Paragraph ParseError Participant
PipelineError Provenance Quote Role RuleError TextSpan TimeExpression __version__ extract load parse
parse_text
""".split()

#: Names of parameters with their kinds: `/` and `*` as in a signature.
SIGNATURES = {
    "parse": "(path_or_bytes, *, format, published_at, id, title, url, source)",
    "parse_text": "(text, *, id, title, published_at, url, source)",
    "extract": "(article)",
    "load": "(config)",
    "Extractor": "(config, *, nlp)",
    "Extractor.extract": "(self, article)",
    "Extractor.extract_many": "(self, articles, *, n_process, batch_size, progress, on_error)",
}


def test_public_names():
    """The list of public names changes only when someone means it to."""
    assert sorted(newsevents.__all__) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_public_name_exists_and_is_described(name):
    """Each name can be imported and tells what it is."""
    value = getattr(newsevents, name)
    assert value.__doc__


def test_every_result_model_is_public():
    """Whatever stands in a result can be imported from the top."""
    public = {name for name in models.__all__ if name[0].isupper() and name != "SCHEMA_VERSION"}
    classes = {name for name in public if inspect.isclass(getattr(models, name))}
    assert classes - {"ResultModel"} <= set(newsevents.__all__)


@pytest.mark.parametrize(("path", "expected"), SIGNATURES.items(), ids=SIGNATURES)
def test_signatures(path, expected):
    """Parameters keep their names and kinds."""
    found: object = newsevents
    for name in path.split("."):
        found = getattr(found, name)
    parameters = inspect.signature(found).parameters.values()
    shown = inspect.Signature(
        [
            item.replace(annotation=inspect.Parameter.empty, default=inspect.Parameter.empty)
            for item in parameters
        ]
    )
    assert str(shown) == expected


@pytest.mark.parametrize("statement", ["import newsevents", "import newsevents.cli"])
def test_import_is_light(statement):
    """What is slow to import is imported when it is first needed."""
    heavy = "{'spacy', 'onnxruntime', 'dateparser', 'tokenizers', 'torch'}"
    code = f"{statement}; import sys; print({heavy} & set(sys.modules) or '')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_unknown_names_are_attribute_errors():
    """A misspelt name says what is wrong, as for any module."""
    with pytest.raises(AttributeError, match="extrakt"):
        newsevents.extrakt  # noqa: B018 - the access is what is tested


@pytest.mark.slow
def test_user_code_type_checks():
    """Code of users passes mypy in strict mode, and their mistakes do not."""
    run = subprocess.run(
        [sys.executable, "-m", "mypy", "tests/typing"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
