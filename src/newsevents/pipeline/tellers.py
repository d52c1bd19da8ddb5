"""Who does the telling at a cue, by grammar: subjects, agents, controllers, owners.

A relative pronoun is a teller as printed ("Smith, who said"); whom it stands for
is asked of `antecedent`.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from newsevents.pipeline.syntax import SUBJECTS, child, children, phrase, preposition
from newsevents.rules.nominals import nouns
from newsevents.rules.reporting import lexicon

RELATIVES: Final = frozenset({"who", "which", "that", "whom"})
NOMINAL: Final = frozenset({"PROPN", "NOUN", "PRON"})
_MODIFIERS: Final = frozenset({"acl", "acl:relcl"})
_DEPENDENT: Final = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp", "acl", "acl:relcl"})
_NAMED: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
#: Verbs whose infinitive has their subject, even behind an object: "used the speech to say".
_SUBJECT_CONTROL: Final = frozenset({"promise", "use", "take", "hold", "issue", "make"})
#: Verbs by which somebody puts words into the world: whoever "released a letter saying
#: that" says it, while "found a letter saying that" leaves it to the letter.
_UTTERING: Final = frozenset(
    {"air", "begin", "blast", "circulate", "deliver", "distribute", "draft", "email", "file"}
    | {"give", "hold", "issue", "launch", "leave", "make", "offer", "post", "produce", "publish"}
    | {"push", "put", "read", "record", "release", "renew", "repeat", "respond", "retweet", "run"}
    | {"send", "share", "sign", "submit", "text", "tweet", "unleash", "unveil", "voice", "write"}
)
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP"})
#: Labels of nouns for those who may speak themselves.
_SPEAKING: Final = frozenset({"PERSON", "GROUP", "ORG", "GPE"})
_PARTS: Final = frozenset({"flat", "compound", "nmod:desc"})
#: Verbs whose passive has the speaker for its subject: "she was quoted as saying".
_QUOTING: Final = frozenset({"quote", "cite"})
_DEPTH: Final = 6


def of_verb(verb: Token, depth: int = _DEPTH) -> Token | None:
    """The subject, or whoever stands in for it, of a reporting verb."""
    if verb.lemma_ == "hear":
        return _informant(verb)
    if verb.lemma_ in _QUOTING and (quoted := child(verb, "nsubj:pass")) is not None:
        return quoted
    if is_passive(verb):
        return _agent(verb)
    return _own(verb) or _beside_participle(verb) or _inherited(verb, depth)


def of_noun(noun: Token) -> Token | None:
    """Whose claim: "his claim", "the claim by Smith", "Smith made the claim"."""
    owner = child(noun, "nmod:poss") or _namesake(noun)
    if owner is not None:
        return owner
    for part in children(noun, "nmod"):
        if preposition(part) in {"by", "from", "of", "among"}:
            return part
    if noun.head.pos_ == "VERB" and _is_uttered(noun):
        return of_verb(noun.head, 2)
    return None


def _is_uttered(noun: Token) -> bool:
    """Whether a verb's subject says what a noun tells: "issued a claim", "replied with one"."""
    if noun.dep_ == "obl":
        return preposition(noun) == "with" and not is_passive(noun.head)
    return noun.dep_ == "obj" and noun.head.lemma_ in _UTTERING


def _namesake(noun: Token) -> Token | None:
    """Whose name stands before it: "a New York Times report that"."""
    return next((part for part in children(noun, "compound") if part.ent_type_ in _NAMED), None)


def antecedent(pronoun: Token) -> Token | None:
    """Whom a relative pronoun stands for: the noun that its clause belongs to."""
    clause, beside = pronoun.head, _noun_before(pronoun)
    for _ in range(_DEPTH):
        if clause.dep_ in _MODIFIERS:
            return beside if _is_crossed(clause.head, pronoun, beside) else clause.head
        if clause.head.i == clause.i:
            break
        clause = clause.head
    return beside


def _is_crossed(noun: Token, pronoun: Token, beside: Token | None) -> bool:
    """Whether a parse hangs "who" on a thing though a name is beside it: "asked Hill, who"."""
    if beside is None or pronoun.lower_ != "who" or beside.pos_ != "PROPN":
        return False
    thing = noun.pos_ == "NOUN" and not _is_of_speakers(noun)
    return thing and not noun.is_ancestor(beside)


def _noun_before(pronoun: Token) -> Token | None:
    """The noun right before the pronoun, by the top of its phrase: "a man, who"."""
    index = pronoun.i - 1
    if index > 0 and pronoun.doc[index].text == ",":
        index -= 1
    if index < 0 or pronoun.doc[index].pos_ not in {"PROPN", "NOUN"}:
        return None
    noun = pronoun.doc[index]
    while noun.head.i < pronoun.i and noun.head.pos_ in NOMINAL and noun.head.i != noun.i:
        noun = noun.head
    return noun


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, as in "asked if it rained, she nodded" too."""
    parts = {part.dep_ for part in verb.children}
    if verb.dep_ == "advcl" and parts.isdisjoint({"aux", *SUBJECTS}):
        # A tagger may take the participle that opens a sentence for a past tense.
        return verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.i < verb.head.i)
    # "he's said" looks like a passive.
    return "nsubj:pass" in parts or ("aux:pass" in parts and parts.isdisjoint(SUBJECTS))


def _own(verb: Token) -> Token | None:
    """A verb's own subject; of two before it, as wrong parses give, the nearer one.

    Or one that a parse gave to the clause behind: "Smith, in a note, said rain fell".
    """
    subjects = [part for part in verb.children if part.dep_ in SUBJECTS]
    before = [part for part in subjects if part.i < verb.i]
    if subjects:
        return before[-1] if before else subjects[0]
    for clause in children(verb, "ccomp"):
        for part in clause.lefts:
            if part.dep_ in SUBJECTS and part.i < verb.i < clause.i:
                return part
    return None


def _inherited(verb: Token, depth: int) -> Token | None:
    """The teller of a verb without a subject of its own."""
    governor = verb.head
    if governor.i == verb.i or depth == 0 or verb.dep_ not in _DEPENDENT:
        return None
    if verb.dep_ in _MODIFIERS:
        return _of_modifier(verb, governor, depth)
    if verb.dep_ == "xcomp" and governor.lemma_ not in _SUBJECT_CONTROL:
        heard = child(governor, "obj", "iobj")
        if heard is not None and heard.i < verb.i:
            return heard
    if verb.tag_ == "VBG" and (judged := _judged(verb, governor)) is not None:
        return judged
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and governor.dep_ == "ccomp":
        # "She said that it rained, adding that ...": hung into what she said.
        return of_verb(governor.head, depth - 1)
    if verb.dep_ == "conj" and governor.dep_ == "ccomp" and _is_apart(verb, governor):
        return of_verb(governor.head, depth - 1)
    own = _own(governor) or child(governor, "nsubj:pass")
    if own is None and _is_headed_by(governor, verb):
        return governor
    return own if own is not None else _inherited(governor, depth - 1)


def _is_apart(verb: Token, member: Token) -> bool:
    """Whether a verb goes on with the sentence and not with the clause a parse gave it to.

    By its form, or its sense: "Hill said he would go and warned us", "... and added that".
    """
    finite = verb.tag_ in _FINITE and member.tag_ not in _FINITE
    helped = any(part.dep_.startswith("aux") for part in member.lefts)
    return (finite and helped) or verb.lemma_ == "add"


def _is_headed_by(noun: Token, verb: Token) -> bool:
    """Whether a parse took the subject for the sentence: "Hill, who had left, said that"."""
    named = noun.pos_ == "PROPN" or _may_speak(noun)
    return named and noun.dep_ == "ROOT" and verb.dep_ == "parataxis" and noun.i < verb.i


def _beside_participle(verb: Token) -> Token | None:
    """Who speaks in "with Smith calling it a mistake", "footage of Smith saying that"."""
    if verb.tag_ != "VBG" or verb.i == 0:
        return None
    noun = verb.nbor(-1)
    while noun.pos_ == "ADV" and noun.i > 0:
        noun = noun.nbor(-1)
    while noun.dep_ in _PARTS and noun.head.i != noun.i:
        noun = noun.head
    if noun.ent_type_ not in _NAMED or noun.pos_ != "PROPN" or noun.i > verb.i:
        return None
    start = phrase(noun).start
    return noun if start and verb.doc[start - 1].lower_ in {"with", "of"} else None


def _judged(verb: Token, governor: Token) -> Token | None:
    """Whose words are judged or quoted: "criticised Smith for saying", "quoted her as saying"."""
    mark = child(verb, "mark", "case")
    if mark is not None and mark.lower_ == "as" and governor.lemma_ in _QUOTING:
        return child(governor, "obj", "nsubj:pass")
    entry = lexicon().verb(governor.lemma_, governor.lower_)
    if mark is None or entry is None or mark.lower_ not in entry.prepositions:
        return None
    return child(governor, "obj", "iobj")


def _of_modifier(verb: Token, noun: Token, depth: int) -> Token | None:
    """Who speaks in "a letter saying that"; in "a chance to say that", who has it."""
    if verb.tag_ == "VBN":
        return _agent(verb)
    if child(noun, "cop") is not None and (described := _own(noun)) is not None:
        return described  # "Smith was the last to leave, saying that"
    if noun.head.i == noun.i:
        return noun
    if any(part.dep_ == "mark" for part in verb.children):
        owner = child(noun, "nmod:poss")
        return owner if owner is not None else of_verb(noun.head, depth - 1)
    if verb.tag_ == "VBG" and noun.i < verb.i and (issuer := _issuer(verb, noun, depth)):
        return issuer
    return noun


def _issuer(verb: Token, noun: Token, depth: int) -> Token | None:
    """Who does what a participle tells, though it follows another noun.

    "The firm rejected the idea, saying that", "the firm sent a letter saying that".
    """
    governor = noun
    while governor.dep_ in {"nmod", "conj", "appos"} and governor.head.i != governor.i:
        governor = governor.head
    if governor.dep_ not in {"obj", "obl", "xcomp"} or governor.head.i > noun.i:
        return None
    action = governor.head
    apart = "," in {_word_before(verb.left_edge).text, verb.left_edge.text}
    uttered = action.lemma_ in _UTTERING and not _may_speak(noun)
    return of_verb(action, depth - 1) if apart or uttered else None


def _may_speak(noun: Token) -> bool:
    """Whether a noun names people or bodies: "left the fans saying" leaves it to the fans."""
    return noun.ent_type_ in _NAMED or _is_of_speakers(noun)


def _is_of_speakers(noun: Token) -> bool:
    """Whether a word is a noun for those who may speak: "fans", "ministry"."""
    known = nouns().get(noun.lower_)
    return known is not None and known.label in _SPEAKING


def _informant(verb: Token) -> Token | None:
    """Whom something is heard from; the court that "heard that" has said nothing."""
    return next((part for part in children(verb, "obl") if preposition(part) == "from"), None)


def _word_before(token: Token) -> Token:
    """The last token before one that is no quotation mark: the comma of “...,” saying."""
    index = token.i - 1
    while index > 0 and token.doc[index].is_quote:
        index -= 1
    return token.doc[max(index, 0)]


def _agent(verb: Token) -> Token | None:
    """Who is behind a passive: "it was claimed by Smith", "as stated in the report"."""
    as_told = any(part.lower_ == "as" and part.i < verb.i for part in verb.children)
    for part in children(verb, "obl"):
        case = preposition(part)
        if part.dep_ == "obl:agent" or case == "by" or (as_told and case == "in"):
            return part
    return None
