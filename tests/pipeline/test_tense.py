"""Tense of the verb that governs an expression."""

from __future__ import annotations

import pytest

from newsevents.pipeline.tense import TenseFinder
from newsevents.rules.times import Tense
from tests.builders import make_doc


@pytest.mark.parametrize(
    ("table", "tense"),
    [
        ("He/PRON/nsubj/2 left/VERB/root/0/leave/VBD on/ADP/case/4 Friday/PROPN/obl/2", "past"),
        ("He/PRON/nsubj/3 will/AUX/aux/3/will/MD leave/VERB/root/0/leave/VB on/ADP/case/5 Friday/PROPN/obl/3", "future"),
        ("He/PRON/nsubj/3 is/AUX/aux/3/be/VBZ leaving/VERB/root/0/leave/VBG on/ADP/case/5 Friday/PROPN/obl/3", "future"),
        ("He/PRON/nsubj/2 leaves/VERB/root/0/leave/VBZ on/ADP/case/4 Friday/PROPN/obl/2", "future"),
        ("He/PRON/nsubj/2 likes/VERB/root/0/like/VBZ Friday/PROPN/obj/2", "present"),
        ("He/PRON/nsubj/4 may/AUX/aux/4/may/MD have/AUX/aux/4/have/VB left/VERB/root/0/leave/VBN on/ADP/case/6 Friday/PROPN/obl/4", "past"),
        ("He/PRON/nsubj/3 was/AUX/cop/3/be/VBD due/ADJ/root/0/due/JJ to/PART/mark/5/to/TO speak/VERB/xcomp/3/speak/VB on/ADP/case/7 Friday/PROPN/obl/5", "future"),
        ("He/PRON/nsubj/2 failed/VERB/root/0/fail/VBD to/PART/mark/4/to/TO speak/VERB/xcomp/2/speak/VB on/ADP/case/6 Friday/PROPN/obl/4", "past"),
        ("He/PRON/nsubj/2 agreed/VERB/root/0/agree/VBD to/PART/mark/4/to/TO speak/VERB/xcomp/2/speak/VB on/ADP/case/6 Friday/PROPN/obl/4", "future"),
        ("A/DET/det/2 summit/NOUN/root/0 held/VERB/acl/2/hold/VBN on/ADP/case/5 Friday/PROPN/obl/3", "past"),
        ("A/DET/det/2 summit/NOUN/root/0 planned/VERB/acl/2/plan/VBN for/ADP/case/5 Friday/PROPN/obl/3", "future"),
        ("He/PRON/nsubj/3 will/AUX/aux/3/will/MD attend/VERB/root/0/attend/VB the/DET/det/6 Friday/PROPN/compound/6 meeting/NOUN/obj/3", "future"),
        ("He/PRON/nsubj/3 had/AUX/aux/3/have/VBD waited/VERB/root/0/wait/VBN since/ADP/case/5 Friday/PROPN/obl/3", "past"),
        ("Talks/NOUN/root/0 until/ADP/case/3 Friday/PROPN/nmod/1", "future"),
        ("Jo/PROPN/nsubj/3 to/PART/mark/3/to/TO leave/VERB/root/0/leave/VB on/ADP/case/5 Friday/PROPN/obl/3", "future"),
        ("It/PRON/nsubj/4 had/AUX/aux/4/have/VBD been/AUX/cop/4/be/VBN due/ADJ/root/0/due/JJ on/ADP/case/6 Friday/PROPN/obl/4", "past"),
        ("He/PRON/nsubj/5 could/AUX/aux/5/can/MD not/PART/advmod/5 be/AUX/aux:pass/5/be/VB reached/VERB/root/0/reach/VBN Friday/PROPN/obl/5", "past"),
        ("They/PRON/nsubj/3 have/AUX/aux/3/have/VBP waited/VERB/root/0/wait/VBN until/ADP/case/5 Friday/PROPN/obl/3", "future"),
        ("They/PRON/nsubj/2 stayed/VERB/root/0/stay/VBD until/ADP/case/4 Friday/PROPN/obl/2", "past"),
        ("Friday/PROPN/root/0", None),
        ("He/PRON/nsubj/5 is/AUX/aux/5/be/VBZ to/PART/mark/5/to/TO be/AUX/aux:pass/5/be/VB tried/VERB/root/0/try/VBN on/ADP/case/7 Friday/PROPN/obl/5", "future"),
        ("It/PRON/nsubj/5 was/AUX/aux/5/be/VBD to/PART/mark/5/to/TO be/AUX/aux:pass/5/be/VB tried/VERB/root/0/try/VBN on/ADP/case/7 Friday/PROPN/obl/5", "future"),
        ("He/PRON/nsubj/4 has/AUX/aux/4/have/VBZ not/PART/advmod/4 said/VERB/root/0/say/VBN whether/SCONJ/mark/7 to/PART/mark/7/to/TO run/VERB/ccomp/4/run/VB on/ADP/case/9 Friday/PROPN/obl/7", "future"),
        ("The/DET/det/2 vote/NOUN/nsubj/5 is/AUX/cop/5/be/VBZ on/ADP/case/5 Friday/PROPN/root/0", "future"),
        ("The/DET/det/2 vote/NOUN/nsubj/5 was/AUX/cop/5/be/VBD on/ADP/case/5 Friday/PROPN/root/0", "past"),
    ],
)  # fmt: skip
def test_tense(table: str, tense: Tense | None):
    """The verb above an expression, its auxiliaries and its governor tell the tense."""
    doc = make_doc(table)
    start = doc.text.index("Friday")
    assert TenseFinder(doc)(start, start + len("Friday")) == tense
