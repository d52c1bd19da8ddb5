"""Putting the pipeline together: the encoder, then the components that build on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

import spacy
from spacy.language import Language

from newsevents.config import ExtractorConfig
from newsevents.pipeline import factories

if TYPE_CHECKING:
    from newsevents.encoder import Encoder

ENCODER: Final = "newsevents_encoder"
#: Stands in the encoder's place where another pipeline has annotated the Docs.
SCHEME: Final = "newsevents_scheme"
#: In this order: each reads what those before it found.
COMPONENTS: Final = (
    "newsevents_times",
    "newsevents_quotes",
    "newsevents_speakers",
    "newsevents_actors",
    "newsevents_events",
    "newsevents_lead",
)
#: spaCy refuses longer texts, for the sake of parsers that hold all of one in
#: memory at once; ours reads window by window.
MAX_CHARACTERS: Final = 10_000_000


def build_pipeline(config: ExtractorConfig) -> Language:
    """The pipeline that `newsevents.load` gives: tokens, the model, the components."""
    factories.register()
    nlp = spacy.blank("en")
    nlp.max_length = MAX_CHARACTERS
    model_dir = None if config.model_dir is None else str(config.model_dir)
    nlp.add_pipe(ENCODER, config={"model_dir": model_dir, "threads": config.threads})
    return add_components(nlp, config)


def add_components(nlp: Language, config: ExtractorConfig) -> Language:
    """Add the components that a pipeline lacks to its end, and give it back.

    Its own components must come first and set tags, a dependency parse and
    entities; ``nlp.analyze_pipes()`` tells what is missing.
    """
    factories.register()
    missing = COMPONENTS if ENCODER in nlp.component_names else (SCHEME, *COMPONENTS)
    options = {"newsevents_events": {"include_reporting": config.include_reporting}}
    for name in missing:
        if name not in nlp.component_names:
            nlp.add_pipe(name, config=options.get(name, {}))
    return nlp


def describe_model(nlp: Language) -> tuple[str, str]:
    """Name and version of the model of a pipeline, and the SHA-256 of its network.

    Of a pipeline that is not ours only the name is known.
    """
    if ENCODER in nlp.component_names:
        model = cast("Encoder", nlp.get_pipe(ENCODER)).model
        return f"{model.meta.name} {model.meta.version}", model.digest
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}", ""
