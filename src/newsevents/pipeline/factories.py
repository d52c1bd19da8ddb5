"""Where spaCy finds the components: the targets of the ``spacy_factories`` entry points.

spaCy resolves all of them whenever any pipeline is built, by anybody. This module
itself imports nothing; each component registers itself when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

#: Target of an entry point: the module and the name of the factory in it.
_FACTORIES: Final = {
    "make_encoder": ("newsevents.encoder.component", "make_encoder"),
    "make_scheme": ("newsevents.encoder.schemes", "make_scheme"),
    "make_times": ("newsevents.pipeline.times", "make_time_finder"),
    "make_quotes": ("newsevents.pipeline.quotes", "make_quote_finder"),
    "make_speakers": ("newsevents.pipeline.speakers", "make_speaker_finder"),
    "make_actors": ("newsevents.pipeline.actors", "make_actor_finder"),
    "make_events": ("newsevents.pipeline.events", "make_event_finder"),
    "make_lead": ("newsevents.pipeline.lead", "make_lead_reader"),
}


def __getattr__(name: str) -> Any:
    if name not in _FACTORIES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, factory = _FACTORIES[name]
    return getattr(import_module(module), factory)


def register() -> None:
    """Make all components known to spaCy, whether or not it sees the entry points.

    It does not in a program that was frozen into one file, for example.
    """
    for module, _ in _FACTORIES.values():
        import_module(module)
