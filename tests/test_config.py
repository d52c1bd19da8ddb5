"""Options: described, checked, and told apart from the defaults."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from pydantic import ValidationError

from newsevents import ConfigError, ExtractorConfig


@pytest.mark.parametrize("name", ExtractorConfig.model_fields)
def test_every_option_is_described(name):
    """Each option says what it does."""
    assert ExtractorConfig.model_fields[name].description


@pytest.mark.parametrize(
    ("options", "what"),
    [
        ({"threads": 0}, "threads: Input should be greater than or equal to 1"),
        ({"threads": "many"}, "threads: Input should be a valid integer"),
        ({"thread": 2}, "thread: Extra inputs are not permitted"),
    ],
)
def test_bad_options_tell_the_good_ones(options, what):
    """A wrong value or name says which, and what the options are."""
    with pytest.raises(ConfigError, match=rf"{what}.*The options are model_dir, threads, include"):
        ExtractorConfig(**options)


def test_only_what_was_changed_is_told():
    """A result names options that differ from the defaults, as plain data."""
    assert ExtractorConfig().changed() == {}
    assert ExtractorConfig(model_dir=Path("m")).changed() == {"model_dir": "m"}


def test_config_is_frozen_and_can_be_sent():
    """An option cannot change after a result was made with it; processes get a copy."""
    config = ExtractorConfig(threads=2)
    with pytest.raises(ValidationError):
        config.threads = 3
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301 - made here
