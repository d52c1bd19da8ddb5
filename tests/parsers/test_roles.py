"""What each paragraph is for, by where and how it stands."""

from __future__ import annotations

import pytest

from newsevents.parsers import parse_text

LEAD = "The council in Leeds voted on Monday to close the old bridge for a whole year."
NEXT = "Shops on the north bank fear for their trade, said Jane Doe, who sells boots there."
LAST = "The bridge was opened in 1931 and carries 20,000 cars a day over the river."


def roles(text: str, *, title: str | None = None) -> list[tuple[str, str]]:
    """Role and text of every paragraph."""
    article = parse_text(text, title=title)
    return [(item.role, item.span.text) for item in article.paragraphs]


def odd(text: str, *, title: str | None = None) -> list[tuple[str, str]]:
    """The paragraphs that are no body."""
    return [item for item in roles(text, title=title) if item[0] != "body"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "JANE DOE/Stuff The old bridge.",
            [("credit", "JANE DOE/Stuff"), ("caption", "The old bridge.")],
        ),
        (
            "The old bridge. (AP Photo/Jane Doe)",
            [("caption", "The old bridge."), ("credit", "(AP Photo/Jane Doe)")],
        ),
        (
            "FILE PHOTO: The old bridge. REUTERS/Jane Doe",
            [("caption", "FILE PHOTO: The old bridge."), ("credit", "REUTERS/Jane Doe")],
        ),
        ("Photo: Jane Doe / RNZ", [("credit", "Photo: Jane Doe / RNZ")]),
        ("Advertisement", [("boilerplate", "Advertisement")]),
        ("Read more: Bridge to close", [("boilerplate", "Read more: Bridge to close")]),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_furniture_in_the_body(line: str, parts: list[tuple[str, str]], between: str):
    """Captions, credits and invitations are set apart in either layout."""
    assert odd(between.join((LEAD, NEXT, line, NEXT, LAST))) == parts


@pytest.mark.parametrize(
    "dateline", ["LEEDS, England (AP) —", "LEEDS —", "LEEDS, April 11 (Reuters) -", "(CNN) --"]
)
def test_dateline_is_a_paragraph_of_its_own(dateline: str):
    """The first sentence begins after the dateline, in the same line."""
    text = f"{dateline} {LEAD}\n{NEXT}\n{LAST}"
    assert roles(text)[:2] == [("dateline", dateline), ("body", LEAD)]


def test_place_in_capitals_is_a_dateline_at_the_top_only():
    """Further down "LEEDS — ..." may be anything."""
    assert odd("\n".join((LEAD, NEXT, LAST, f"LEEDS — {LEAD}", NEXT, LAST))) == []


def test_capitals_and_colons_are_no_datelines_in_a_transcript():
    """A place followed by a colon stands once; names of speakers stand many times."""
    assert odd(f"WALLACE: {LEAD}\nPENCE: {NEXT}\nWALLACE: {LAST}") == []
    assert odd(f"ISLAMABAD: {LEAD}\n{NEXT}\n{LAST}") == [("dateline", "ISLAMABAD:")]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_headline_without_a_title(between: str):
    """A short first line without a full stop heads the text below it."""
    article = parse_text(between.join(("Old bridge to close for a year", LEAD, NEXT)))
    assert article.title == "Old bridge to close for a year"
    assert article.paragraphs[0].role == "headline"


@pytest.mark.parametrize(
    "first", [LEAD, "Leeds", "He said:", "Old bridge to close for a year,", "—"]
)
def test_no_headline(first: str):
    """A sentence, a single word or half a clause is no headline."""
    assert "headline" not in dict(roles(f"{first}\n\n{NEXT}\n\n{LAST}"))


def test_title_is_found_in_the_text():
    """The given title is the headline wherever the top repeats it, its site's name apart."""
    text = f"LEEDS POST\n\nWill the old bridge ever open?\n\nBy Jane Doe\n\n{LEAD}\n\n{NEXT}"
    for title in ("Will the old bridge ever open?", "Will the Old Bridge ever open? | Leeds Post"):
        assert odd(text, title=title) == [
            ("header", "LEEDS POST"),
            ("headline", "Will the old bridge ever open?"),
            ("byline", "By Jane Doe"),
        ]


def test_title_that_begins_a_sentence_is_no_headline():
    """A text may open with the words of its title."""
    assert odd(f"{LEAD}\n{NEXT}", title="The council in Leeds voted") == []


def test_title_and_lead_in_one_line():
    """A title glued to the first sentence is parted from it."""
    title = "Old bridge to close for a year"
    assert roles(f"{title} {LEAD}\n{NEXT}", title=title)[:2] == [
        ("headline", title),
        ("body", LEAD),
    ]


def test_cross_heads():
    """Short lines alone between paragraphs head what follows."""
    text = f"{LEAD}\n{NEXT}\nWhat happens next\n{LAST}\n‘A disgrace’\n{NEXT}"
    assert odd(text) == [("header", "What happens next"), ("header", "‘A disgrace’")]


@pytest.mark.parametrize(
    "lines",
    [
        ["Apples", "Pears", "Plums"],
        ["He was freed on Monday"],
        ["“No,” he said."],
        ["What happens next?"],
        ["A line that goes on for longer than any cross-head would"],
    ],
)
def test_unsure_is_body(lines: list[str]):
    """Lists, sentences without a full stop and long lines stay in the news."""
    assert odd("\n".join((LEAD, NEXT, *lines, LAST, NEXT))) == []


def test_short_line_above_a_credit_is_a_caption():
    """What a picture shows stands above the name of who took it."""
    text = f"{LEAD}\n{NEXT}\nThe bridge at night\n(Image: Getty Images)\n{LAST}"
    assert odd(text) == [("caption", "The bridge at night"), ("credit", "(Image: Getty Images)")]


def test_caption_and_credit_in_one_stretch():
    """Between blank lines, the one line beside a credit is its caption, above or below it."""
    below = ["SUPPLIED/MPI\nSilt covers an orchard near the river."]
    above = ["Image\nMs. Doe at her hearing.\nCredit...Jane Doe for The Leeds Post"]
    assert odd("\n\n".join([LEAD, *below, NEXT, *above, LAST])) == [
        ("credit", "SUPPLIED/MPI"),
        ("caption", "Silt covers an orchard near the river."),
        ("boilerplate", "Image"),
        ("caption", "Ms. Doe at her hearing."),
        ("credit", "Credit...Jane Doe for The Leeds Post"),
    ]
    assert odd(f"{LEAD}\nReuters\n{NEXT}\n{LAST}") == [("credit", "Reuters")]


def test_label_before_a_caption():
    """A label with nothing after it names what the next line is."""
    text = f"{LEAD}\n\nImage source, Reuters\nImage caption,\nThe old bridge\n\n{NEXT}"
    assert odd(text) == [
        ("credit", "Image source, Reuters"),
        ("caption", "Image caption,"),
        ("caption", "The old bridge"),
    ]


def test_list_of_links():
    """Items below an invitation to read on belong to it; other lists are news."""
    items = "* The bridge: what we know\n* Old bridges of the north"
    assert odd(f"{LEAD}\n\nREAD MORE:\n{items}\n\n{NEXT}") == [
        ("boilerplate", "READ MORE:"),
        ("boilerplate", "* The bridge: what we know"),
        ("boilerplate", "* Old bridges of the north"),
    ]
    assert odd(f"{LEAD}\n\nThe council will:\n{items}\n\n{NEXT}") == []


def test_long_paragraph_with_a_credit_stays_body():
    """A credit glued to a whole story does not make a caption of the story."""
    text = " ".join([LEAD] * 10) + " (AP Photo/Jane Doe)"
    assert [role for role, _ in roles(text)] == ["body", "credit"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe, John Roe and Ann Poe", ("Jane Doe", "John Roe", "Ann Poe")),
        ("By Jane Doe in Leeds and John Roe in York", ("Jane Doe", "John Roe")),
        ("By Jane Doe, Political Reporter", ("Jane Doe",)),
        ("By J. K. van der Doe | Leeds Post", ("J. K. van der Doe",)),
        ("By Jane Doe, The Associated Press", ("Jane Doe",)),
        ("Jane Doe, Political Reporter", ("Jane Doe",)),
        ("By Associated Press Reporter", ()),
    ],
)
def test_authors(line: str, authors: tuple[str, ...]):
    """Authors are the names of a byline, without jobs, places and agencies."""
    article = parse_text(f"{line}\n{LEAD}\n{NEXT}")
    assert article.authors == authors
    assert article.paragraphs[0].role == "byline"


def test_authors_of_a_sign_off():
    """Who reported is an author; who edited or contributed is not."""
    text = f"{LEAD}\n{NEXT}\n(Reporting by Jane Doe in Leeds and John Roe; Editing by Ann Poe)"
    assert parse_text(text).authors == ("Jane Doe", "John Roe")
    assert parse_text(f"{LEAD}\nAdditional reporting by Jane Doe").authors == ()


@pytest.mark.parametrize("unit", ["11 April 2023 ", "Photo: Jane Doe. ", "(AP) - ", "LEEDS — "])
def test_endless_furniture_is_split_a_few_times(unit: str):
    """A text that is nothing but furniture costs neither the stack nor much time."""
    article = parse_text(unit * 5000)
    assert len(article.paragraphs) < 20
