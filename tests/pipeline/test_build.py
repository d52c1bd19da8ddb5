"""The pipeline as a whole: what is in it, and how spaCy finds it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
import spacy

from newsevents import Extractor, ExtractorConfig
from newsevents.pipeline.build import COMPONENTS, ENCODER, SCHEME, add_components, describe_model


def test_every_component_is_an_entry_point():
    """`nlp.add_pipe("newsevents_...")` works without importing newsevents first."""
    found = {entry.name: entry for entry in entry_points(group="spacy_factories")}
    assert {ENCODER, SCHEME, *COMPONENTS} <= set(found)
    for name in (ENCODER, SCHEME, *COMPONENTS):
        assert callable(found[name].load())


def test_pipelines_of_others_stay_quick():
    """spaCy asks for every component whenever anybody builds a pipeline."""
    heavy = "{'onnxruntime', 'dateparser', 'tokenizers'}"
    code = f"import spacy, sys; spacy.blank('en'); print({heavy} & set(sys.modules) or '')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_a_foreign_pipeline_gets_what_it_lacks():
    """What is there stays; its labels are rewritten before our components read them."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("newsevents_quotes")
    add_components(nlp, ExtractorConfig())
    assert set(nlp.pipe_names) == {"sentencizer", SCHEME, *COMPONENTS}
    assert nlp.pipe_names.index(SCHEME) < nlp.pipe_names.index("newsevents_times")
    assert describe_model(nlp) == (f"en_pipeline {nlp.meta['version']}", "")


@pytest.mark.model
def test_the_embedded_pipeline(nlp):
    """Ours is the encoder and the components, in the order in which they build on it."""
    assert tuple(nlp.pipe_names) == (ENCODER, *COMPONENTS)
    name, digest = describe_model(nlp)
    assert name.startswith("newsevents-en ")
    assert len(digest) == 64


@pytest.mark.model
def test_a_result_names_what_made_it(extractor):
    """Library, model, rules and the options that were changed."""
    made = extractor.extract("Rain fell.").provenance
    assert made.model_digest
    assert made.rules_digest
    assert made.config == {}
    other = Extractor(ExtractorConfig(include_reporting=True)).extract("Rain fell.")
    assert other.provenance.config == {"include_reporting": True}
