"""What holds for every text, news or not."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsevents import Article, ExtractionResult, Extractor, parse_text

pytestmark = pytest.mark.model

#: Pieces that lead into the thick of the rules, to be joined in any order.
PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", " ", " ", "\n", "\n\n", ",", ".", "...", "\u00a0", "\u00ad",
        "he said", "said", "according to", "She", "Mr Holm", "Prime Minister Eva Holm", "NATO",
        "Norland’s", "Norwegian", "Kyiv", "on Tuesday", "last week", "July 11", "2023-04-11",
        "in 1999", "late 2020s", "$10m", "five people", "were arrested", "will not attack",
        "if it signs", "who", "and", "of", "Read more", "(Reuters) -", "Photo: AP", "\ud83d",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=300) | st.lists(PIECES, max_size=40).map(" ".join)


@settings(max_examples=60)
@given(text=TEXTS)
@example(text="")
@example(text=" \n\n ")
@example(text="\ufeff“")
@example(text="a" * 5000)
@example(text="(" * 500)
@example(text="He said " * 200)
def test_every_text_has_a_result(extractor: Extractor, text: str):
    """No text breaks the extraction; its result is whole and the same every time.

    That every span is one of the text is checked by the result itself when it is
    made, and once more when it is read back from JSON.
    """
    article = parse_text(text, published_at="2023-07-10")
    result = extractor.extract(article)
    assert result == extractor.extract(article)
    assert ExtractionResult.model_validate_json(result.model_dump_json()) == result


@settings(max_examples=60)
@given(text=TEXTS)
def test_items_are_in_order_of_their_text(extractor: Extractor, text: str):
    """Ids count actors, quotes, events and times from 1 in the order of the text."""
    result = extractor.extract(text)
    firsts = {
        "a": [actor.mentions[0].span.start for actor in result.actors],
        "q": [quote.content[0].start for quote in result.quotes],
        "e": [min(span.start for span in (e.trigger, *e.mentions)) for e in result.events],
        "t": [time.span.start for time in result.times],
    }
    for starts in firsts.values():
        assert starts == sorted(starts)
    items = (*result.actors, *result.quotes, *result.events, *result.times)
    expected = [f"{sign}{n}" for sign, starts in firsts.items() for n in range(1, len(starts) + 1)]
    assert [item.id for item in items] == expected


@pytest.mark.parametrize(("processes", "batch_size"), [(1, 1), (1, 7), (2, 1), (2, 3)])
def test_batches_and_processes_change_nothing(
    extractor: Extractor, processes: int, batch_size: int
):
    """An article's result is the same alone, in a batch and in another process."""
    articles = [
        Article(id=str(number), text=text)
        for number, text in enumerate(
            [
                "The minister resigned on Monday. “I am tired,” she said.",
                "",
                "Norland gave $10m to Westby, its neighbour, after floods in May killed five.",
                "“We will not sign,” said Eva Holm, who leads the union.",
            ]
        )
    ]
    alone = [extractor.extract(article) for article in articles]
    many = extractor.extract_many(articles, n_process=processes, batch_size=batch_size)
    assert list(many) == alone


def test_long_texts_are_read(extractor: Extractor):
    """A text of many articles' length is read whole."""
    text = "\n\n".join(["“We will not sign,” said Eva Holm on Monday."] * 2000)
    result = extractor.extract(text)
    assert result.article.text == text
