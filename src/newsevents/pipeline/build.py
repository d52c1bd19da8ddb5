"""Putting the pipeline together: the encoder, then the components that build on it."""

from __future__ import annotations

from typing import Final

import spacy
from spacy.language import Language

from newsevents.config import ExtractorConfig

ENCODER: Final = "newsevents_encoder"
#: In this order: each reads what those before it found.
COMPONENTS: Final = (
    "newsevents_times",
    "newsevents_quotes",
    "newsevents_speakers",
    "newsevents_actors",
    "newsevents_events",
)
#: spaCy refuses longer texts, for the sake of parsers that hold all of one in
#: memory at once; ours reads window by window.
MAX_CHARACTERS: Final = 10_000_000


def build_pipeline(config: ExtractorConfig) -> Language:
    """The pipeline that `newsevents.load` gives: tokens, the model, the components."""
    nlp = spacy.blank("en")
    nlp.max_length = MAX_CHARACTERS
    model_dir = None if config.model_dir is None else str(config.model_dir)
    nlp.add_pipe(ENCODER, config={"model_dir": model_dir, "threads": config.threads})
    return add_components(nlp)


def add_components(nlp: Language) -> Language:
    """Add the components that a pipeline lacks to its end, and give it back.

    Its own components must come first and set tags, a dependency parse and
    entities; ``nlp.analyze_pipes()`` tells what is missing.
    """
    for name in COMPONENTS:
        if name not in nlp.component_names:
            nlp.add_pipe(name)
    return nlp
