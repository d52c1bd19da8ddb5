"""Results of the two sample articles, as somebody read and accepted them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newsevents import Extractor, parse
from tests.conftest import SEEDS

pytestmark = pytest.mark.model

EXPECTED = Path(__file__).parent / "expected"
#: The date of the article that does not tell its own.
DATES = {"004_4647ab483ac479eb": "2023-07-10"}


def test_result_is_golden(
    seed: Path, extractor: Extractor, check_golden: Callable[[Path, str], None]
):
    """The result for a known article changes only when someone means it to."""
    result = extractor.extract(parse(seed, published_at=DATES.get(seed.stem)))
    found = result.model_dump(mode="json", exclude={"provenance"})
    text = json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    check_golden(EXPECTED / f"{seed.stem}.json", text)


def test_without_a_date_relative_times_mean_nothing(extractor: Extractor):
    """An article with no date is never read as if it were published today."""
    (path,) = (path for path in SEEDS if path.stem in DATES)
    result = extractor.extract(parse(path))
    assert result.article.published_at is None
    assert [time.span.text for time in result.times if time.kind != "duration" and time.value] == []
