"""Titles as phrases: the words around a head such as "minister", and whose office it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from spacy.symbols import ADJ, ADP, DET, NOUN, PROPN, VERB
from spacy.tokens import Doc, Span, Token

from newsevents.models.actors import RoleStatus
from newsevents.pipeline.heads import HYPHENS, HeadReader
from newsevents.pipeline.owners import OwnerReader, Range
from newsevents.rules.offices import marks, status_marks, title_only_heads

_LONGEST: Final = 10
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their"})
_AT: Final = frozenset({"of", "at", "for", "with", "from", "in", "to"})
#: An "ambassador in Kyiv" is not Kyiv's, and one "to Chile" not Chile's.
_ELSEWHERE: Final = frozenset({"in", "from", "to"})


class Office(NamedTuple):
    """A title with its owner, as token bounds; ``mark`` stands apart: "former US President"."""

    start: int
    end: int
    owner: Range | None = None
    mark: Range | None = None
    status: RoleStatus | None = None


class TitleReader:
    """Reads the titles of one Doc, given its names."""

    def __init__(self, doc: Doc, names: list[Span]) -> None:
        self._doc = doc
        self._heads = HeadReader(doc)
        self._owners = OwnerReader(doc, names)

    def is_head(self, token: Token) -> bool:
        """Whether a noun is that of an office: "chairman", "fly-half"."""
        if self._owners.is_named(token.i) or token.lower_ in title_only_heads():
            return False
        size = self._heads.size(token.i + 1)
        return size > 0 and not self._heads.is_wished(token.i + 1 - size)

    def ending_at(self, end: int) -> list[Office]:
        """The titles in front of a name: "US Secretary of State", "poet and critic"."""
        size = self._heads.with_phrases(end)
        if not size or self._heads.is_wished(end - size):
            return []
        pieces = list(self._pieces(self._widened(end - size, end), end - size, end))
        first = self._owned(*pieces[0])
        offices = [first]
        for begin, stop in pieces[1:]:
            owner = self._owners.inside(begin, stop)
            if owner is None and self._is_plain(begin, stop):
                owner = first.owner
            offices.append(Office(begin, stop, owner, first.mark))
        return [self._with_status(office) for office in offices]

    def around(self, heads: list[Token]) -> list[Office]:
        """The titles of coordinated nouns: "co-founder and chief executive of Acme"."""
        offices = [self._around(head) for head in heads if self.is_head(head)]
        for at, (office, after) in enumerate(pairwise(offices), start=1):
            if after.owner is None and self._owned_before(office) and self._adjoin(office, after):
                offices[at] = after._replace(owner=office.owner)
        for at, (office, after) in enumerate(pairwise(offices)):
            shared = self._owned_behind(after) and not self._begins_anew(office, after)
            if office.owner is None and shared and self._adjoin(office, after):
                offices[at] = office._replace(owner=after.owner)
        return [self._with_status(office) for office in offices]

    def counted(self, index: int) -> Office:
        """The title that ends here, nouns only: "leader" of "the second Danish leader"."""
        begin = index
        while begin > 0 and self._doc[begin - 1].pos == NOUN:
            if self._owners.is_named(begin - 1):
                break
            begin -= 1
        return self._with_status(self._owned(begin, index + 1))

    def with_owner_behind(self, office: Office, index: int) -> Office:
        """A title before a name with the organisation behind it: "Judge Ada Bell of the ..."."""
        if office.owner is not None:
            return office
        return office._replace(owner=self._owners.behind_name(index, self._sentence_end(index)))

    # How far a title reaches

    def _widened(self, begin: int, end: int) -> int:
        """The title's first token: "foreign policy high representative"."""
        titled = self._doc[end - 1].text[:1].isupper()
        while begin > max(0, end - _LONGEST) and not self._doc[begin].is_sent_start:
            token = self._doc[begin - 1]
            glued = not token.whitespace_ and token.text in HYPHENS
            joined = glued or self._hyphened(begin - 1)
            if not joined and self._owners.name_ending_at(begin - 1):
                break
            if not (joined or self._modifies(token, titled=titled)):
                break
            begin -= 1
        while begin < end - 1 and self._doc[begin].lower_ in {*HYPHENS, "and"}:
            begin += 1
        return begin

    def _hyphened(self, index: int) -> bool:
        """Whether a hyphen follows: "Oscar" of "Oscar-winning"."""
        after = self._doc[index + 1]
        return after.text in HYPHENS and not self._doc[index].whitespace_

    def _modifies(self, token: Token, *, titled: bool) -> bool:
        word = token.lower_
        if word in marks():
            return True
        if word in _ARTICLES:
            return False
        if word in {"and", "."}:
            return token.i > 0 and bool(self._heads.size(token.i))
        if token.pos == VERB:
            return token.i > 0 and self._doc[token.i - 1].text in HYPHENS
        if self._doc[token.i + 1].lower_ == "and":
            return bool(self._heads.size(token.i + 1))
        fits = token.pos in (ADJ, NOUN, PROPN) or (token.pos == 0 and token.is_title)
        return (
            fits and token.is_alpha and (not titled or token.text[:1].isupper() or word == "vice")
        )

    def _pieces(self, begin: int, last: int, end: int) -> Iterator[Range]:
        """A title cut where another is added: "poet" and "critic" of "poet and critic"."""
        for index in range(begin + 1, last):
            if self._doc[index].lower_ == "and" and self._heads.size(index):
                yield begin, index
                begin = index + 1
        yield begin, end

    def _around(self, head: Token) -> Office:
        end = self._heads.end_of(head.i + 1)
        begin = self._widened(head.i + 1 - max(self._heads.with_phrases(head.i + 1), 1), end)
        # "the chairman and former chief" are two titles.
        *_, (begin, _) = self._pieces(begin, head.i, end)
        office = self._owned(begin, end)
        title_end, owner = self._right_of(head, end)
        return Office(office.start, title_end, office.owner or owner, office.mark)

    def _right_of(self, head: Token, end: int) -> tuple[int, Range | None]:
        """Where the title ends, and the organisation after "of" or "at"."""
        last = self._last_of(head, end)
        index = end
        while index <= last:
            token = self._doc[index]
            if token.is_punct or token.pos == VERB or token.is_space:
                break
            if token.lower_ in _AT:
                owner = self._owners.after(index + 1, last)
                if owner is not None and not self._is_elsewhere(token, owner):
                    return index, owner
                if owner is not None:
                    # An "ambassador to Chile" is one; who is one in Kyiv may go home.
                    index = owner[1] if token.lower_ == "to" else index
                    break
            index += 1
        while index > end and self._doc[index - 1].pos in (ADP, DET):
            index -= 1
        goes_on = index > end + 1 and self._doc[end].lower_ in _AT
        return (index if goes_on else end), None

    def _is_elsewhere(self, word: Token, owner: Range) -> bool:
        """Whether a place is merely where the office is held, or sent to."""
        place = self._owners.name_ending_at(owner[1] - 1)
        return word.lower_ in _ELSEWHERE and place is not None and place.label_ != "ORG"

    def _last_of(self, head: Token, end: int) -> int:
        """The last token that may belong to a title; another one after "and" does not."""
        last = max(head.right_edge.i, self._doc[end - 1].right_edge.i)
        if end < len(self._doc) and self._doc[end].lower_ == "of":
            last = max(last, min(end + 5, self._sentence_end(end)))
        others = [
            child.left_edge.i - 1
            for child in head.rights
            if child.dep_ == "conj" and self.is_head(child) and child.left_edge.i > end - 1
        ]
        return min([last, head.i + _LONGEST, *others])

    def _sentence_end(self, index: int) -> int:
        """The last token of the sentence, as far as an owner may be."""
        last = min(index + 2 * _LONGEST, len(self._doc) - 1)
        while index < last and not self._doc[index + 1].is_sent_start:
            index += 1
        return index

    # Owners and marks

    def _owned(self, begin: int, end: int) -> Office:
        """A title with what stands left of it: "Nato's", "former US"."""
        owner = self._owners.before(begin)
        ministry = self._owners.at_start(begin, end)
        if ministry is not None:
            first = ministry[0] if owner is None else owner[0]
            mark = (begin, ministry[0]) if ministry[0] > begin else self._mark_before(first)
            return Office(ministry[1], end, (first, ministry[1]), mark)
        if owner is not None:
            return Office(begin, end, owner, self._mark_before(owner[0]))
        return Office(begin, end, self._owners.inside(begin, end))

    def _mark_before(self, index: int) -> Range | None:
        """The mark before an owner: "former" of "former US president", "ex" of "ex-US"."""
        before = index - 1 - self._heads.glued(index - 1)
        if before < 0:
            return None
        if self._heads.glued(before - 1):  # "one-time"
            words = self._doc[before - 2 : before + 1].text.lower()
            return (before - 2, before + 1) if words in marks() else None
        return (before, before + 1) if self._doc[before].lower_ in marks() else None

    def _with_status(self, office: Office) -> Office:
        """The office with what its marks say: "former", "acting", "-elect"."""
        words = [self._doc[i].lower_ for i in range(office.start, office.end)]
        if office.mark is not None:
            mark = self._doc[slice(*office.mark)]
            words.extend([mark.text.lower(), mark[0].lower_])
        table = status_marks()
        found = next((table[word] for word in words if word in table), None)
        return office if found is None else office._replace(status=found)

    def _owned_before(self, office: Office) -> bool:
        return office.owner is not None and office.owner[1] <= office.start

    def _owned_behind(self, office: Office) -> bool:
        return office.owner is not None and office.owner[0] >= office.end

    def _is_plain(self, begin: int, end: int) -> bool:
        """Whether a title may be at the same place as the one before: "Acme's owner and chief".

        Of "a former Acme chairman and presidential candidate" Acme is only the first's.
        """
        modifiers = self._doc[begin : end - max(self._heads.size(end), 1)]
        return all(token.lower_ in marks() for token in modifiers)

    def _begins_anew(self, office: Office, after: Office) -> bool:
        """Whether an owner is only the second title's: "a lawyer and former head of Acme"."""
        marked = after.mark is not None or self._doc[after.start].lower_ in status_marks()
        return marked or (office.start > 0 and self._doc[office.start - 1].lower_ in {"a", "an"})

    def _adjoin(self, office: Office, after: Office) -> bool:
        """Whether nothing but a comma or "and" stands between two titles."""
        between = self._doc[office.end : after.start]
        return len(between) <= 2 and all(t.lower_ in {",", "and", "&"} for t in between)
