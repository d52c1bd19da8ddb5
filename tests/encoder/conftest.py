"""A tiny model and a pipeline with it, for all tests of the encoder."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import newsevents.encoder  # registers the component
from tests.encoder.tiny import write_tiny_model

assert newsevents.encoder


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model whose windows hold 40 pieces."""
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="session")
def tiny(tiny_model: Path) -> Language:
    """A pipeline of spaCy's tokeniser and the encoder with the tiny model."""
    nlp = spacy.blank("en")
    nlp.add_pipe("newsevents_encoder", config={"model_dir": str(tiny_model)})
    return nlp
