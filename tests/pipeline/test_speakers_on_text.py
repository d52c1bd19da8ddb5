"""Who speaks in running text: the mention as printed, and the actor behind it."""

from __future__ import annotations

import pytest

import newsevents
from newsevents import Extractor

pytestmark = pytest.mark.model

#: Text, then the printed speaker and the actor's name for each quote.
CASES = [
    ("Ann Hill, who said the roof leaked, left.", [("who", "Ann Hill")]),
    ("Ann Hill was quoted as saying that the roof leaked.", [("Ann Hill", "Ann Hill")]),
    ("It was claimed by the union that the mine was unsafe.", [("the union", "the union")]),
    ("As reported by Western Gazette, the mill will close.", [("Western Gazette",) * 2]),
    ("The firm sent a letter saying that the mill would close.", [("The firm", "The firm")]),
    (
        "Nordbank has rejected the offer, saying that it was too low.",
        [("Nordbank", "Nordbank")],
    ),
    ("The meeting ended with Priya Nair calling the plan a disgrace.", [("Priya Nair",) * 2]),
    ("Leeds Crown Court heard that Tom Pike bought petrol.", [(None, None)]),
    ("The jury was told that Tom Pike bought petrol.", [(None, None)]),
    ("MPs heard from Tom Pike that costs had doubled.", [("Tom Pike", "Tom Pike")]),
    (
        "“We were not asked,” said union leader Ann Bevan and councillor Rhys Moore.",
        [("union leader Ann Bevan and councillor Rhys Moore", None)],
    ),
    (
        "“We won,” said Inspector Carla Webb of Leeds Police.",
        [("Inspector Carla Webb of Leeds Police", "Carla Webb")],
    ),
    (
        "A spokesman for Ann Hill said she was ill.",
        [("A spokesman for Ann Hill", "A spokesman for Ann Hill")],
    ),
    (
        (
            "Two officials in the ministry said the dam was unsafe. One of them said: "
            "“It cannot go on.”"
        ),
        [("Two officials in the ministry",) * 2, ("One of them", None)],
    ),
    (
        "The mother of Ann Hill said she was ill.",
        [("The mother of Ann Hill", "The mother of Ann Hill")],
    ),
    (
        "Ann Hill wrote to the council on Monday:\n\n“We have waited long enough.”",
        [("Ann Hill", "Ann Hill")],
    ),
    (
        "“This is what we hear all the time, and it has to stop.”\n\n— Ann Hill, Leeds",
        [("Ann Hill", "Ann Hill")],
    ),
    (
        "Police said two men were held. They said a third was missing.",
        [("Police", "Police"), ("They", "Police")],
    ),
    (
        "Ann Hill said the mill was sold. Her colleague Jorge Ruiz disagrees. He says it is not.",
        [("Ann Hill", "Ann Hill"), ("He", "Jorge Ruiz")],
    ),
    ("“She drove me to training every day,” the 22-year-old said.", [("the 22-year-old", None)]),
    (
        "Residents were angry. One of them, Kari Lunde, declined to say whether she would move.",
        [("One of them", "Kari Lunde")],
    ),
    ("Forecasters warned of floods in the valley.", [("Forecasters", "Forecasters")]),
    (
        (
            "Ann Moss praised her team. Her opposite number, Brian Tull, blamed the referee. “It was "
            "never a penalty,” he said."
        ),
        [("he", "Brian Tull")],
    ),
    (
        (
            "Mats Berg said he would call a vote. Prime Minister Olof Dahl shrugged. “Mr Berg calls "
            "for a vote every month,” he said."
        ),
        [("Mats Berg", "Mats Berg"), ("he", "Olof Dahl")],
    ),
    (
        "Ada Bell said it would rain. As for Lou Tull, he said he was not worried.",
        [("Ada Bell", "Ada Bell"), ("he", "Lou Tull")],
    ),
    (
        (
            "A spokeswoman said most drivers kept to the limit. Cllr Jean Rowe, who represents the "
            "harbour, disputed that. “Come and stand here,” she said."
        ),
        [("A spokeswoman", "A spokeswoman"), ("she", "Jean Rowe")],
    ),
    (
        (
            "Nell Carey has died. Tom Harl, who played with her for 30 years, wept. “Nobody could "
            "silence a room like Nell,” he said."
        ),
        [("he", "Tom Harl")],
    ),
    (
        "Her co-author, Jonas Weil, says the bees may be counting.",
        [("Her co-author", "Jonas Weil")],
    ),
    (
        "A source close to the band said it was over. The source claimed a guitar was thrown.",
        [("A source close to the band",) * 2, ("The source", "A source close to the band")],
    ),
    ("VOTERS STAY AWAY – Jo Smith: “Nobody believes them any more.”", [("Jo Smith", "Jo Smith")]),
    (
        "“There was shouting,” one of the officials said.",
        [("one of the officials", "one of the officials")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_speakers_in_text(
    text: str, expected: list[tuple[str | None, str | None]], extractor: Extractor
):
    """Grammar says who is printed, and reference whom that means; unknown stays unknown."""
    result = extractor.extract(newsevents.parse_text(text))
    found = [
        (
            None if quote.speaker is None else quote.speaker.text,
            None if (actor := result.speaker(quote)) is None else actor.name,
        )
        for quote in result.quotes
    ]
    assert found == expected


def test_whom_a_transcript_speaks_to(extractor: Extractor):
    """In "REED: Minister, ..." Reed is no minister."""
    text = (
        "REED: Minister, farmers say they were never warned.\n\n"
        "BAKER: They were warned twice, Tom.\n\nREED: Thank you, Minister."
    )
    result = extractor.extract(newsevents.parse_text(text))
    speakers = [result.speaker(quote) for quote in result.quotes]
    assert [actor and actor.name for actor in speakers] == ["REED", "BAKER", "REED"]
    assert not any(actor.roles for actor in speakers if actor is not None)


def test_questions_and_answers(extractor: Extractor):
    """Turns of an interview that only tell question from answer have nobody's name."""
    text = (
        "Q: Why did you take the job?\n\nA: I love this choir.\n\n"
        "Q: What will change?\n\nA: We will tour Wales."
    )
    result = extractor.extract(newsevents.parse_text(text))
    printed = [quote.speaker and quote.speaker.text for quote in result.quotes]
    assert printed == ["Q", "A", "Q", "A"]
    assert not any(quote.speaker_id for quote in result.quotes)


def test_headline_words_have_their_speaker(extractor: Extractor):
    """Words quoted in a headline are said by the subject, and the text does not go on with it."""
    text = "Watchdog slams ‘serious failings’ at care home\n\nInspectors went there in May."
    result = extractor.extract(newsevents.parse_text(text))
    assert [quote.speaker and quote.speaker.text for quote in result.quotes] == ["Watchdog"]


def test_i_is_the_speaker(extractor: Extractor):
    """ "I" in a quotation is whoever speaks it, also where the quotation is split."""
    text = "“I saw the captain jump,” said Rosa Medina. “He left us, and I swam.”"
    result = extractor.extract(newsevents.parse_text(text))
    (rosa,) = [actor for actor in result.actors if actor.name == "Rosa Medina"]
    assert [m.span.text for m in rosa.mentions] == ["I", "Rosa Medina", "I"]
