"""Names under which components leave what they found on a ``Doc``.

Everything is a native span group, so a ``Doc`` survives ``to_bytes`` and worker
processes. In each group ``span.label_`` says what kind of thing it is and
``span.id_`` ties the parts of one quote or one event together; where a group
needs a second value, ``span.kb_id_`` carries it.
"""

from __future__ import annotations

from typing import Final

#: Paragraphs; label: the paragraph's role.
PARAGRAPHS: Final = "newsevents_paragraphs"
#: Time expressions; label: TIMEX3 type; kb_id: TIMEX3 value or empty.
TIMES: Final = "newsevents_times"
#: Time spans as the encoder sees them, before the grammar; label: TIMEX3 type.
TIME_CANDIDATES: Final = "newsevents_time_candidates"
#: Event triggers as the encoder sees them; label: class; kb_id: probability.
TRIGGER_CANDIDATES: Final = "newsevents_trigger_candidates"
#: Parts of attributions as the encoder sees them; label: CONTENT, SOURCE, CUE (of speech) or
#: STANCE (of a thought or an act).
ATTRIBUTION_CANDIDATES: Final = "newsevents_attribution_candidates"
#: Pieces of quotes; label: kind; id: the quote.
QUOTES: Final = "newsevents_quotes"
#: Reporting cues; label: how the quote was found (rule id); id: the quote.
CUES: Final = "newsevents_cues"
#: Speakers as printed; label: rule id; id: the quote.
SPEAKERS: Final = "newsevents_speakers"
#: Actor mentions; label: entity type; kb_id: name, nominal or pronoun.
ACTORS: Final = "newsevents_actors"
#: Triggers of events; label: event type; id: the event; kb_id: factuality.
TRIGGERS: Final = "newsevents_triggers"
#: Light and aspectual verbs that stand with a trigger; id: the event.
SUPPORTS: Final = "newsevents_supports"
#: Participants; label: role; id: the event.
PARTICIPANTS: Final = "newsevents_participants"
#: Around events; label: ``time`` or ``place``; id: the event.
CIRCUMSTANCES: Final = "newsevents_circumstances"
#: Clauses of headline and lead; label: ``verb`` or a part of the clause; id: the clause;
#: kb_id: ``told``, ``reported`` or ``reporting``.
CLAUSES: Final = "newsevents_clauses"
#: Amounts; label: unit; id: the event; kb_id: value and currency.
AMOUNTS: Final = "newsevents_amounts"

#: ``doc.user_data`` key of the encoder's factuality: one number for every token
#: (0 for white space); negative: does not happen; positive: does; from -3 to 3.
FACTUALITY: Final = "newsevents_factuality"
#: ``doc.user_data`` key of what the encoder says of reference: a row for every token,
#: first what it may take up, then the score of taking up nothing, then what it offers.
REFERENCE_VECTORS: Final = "newsevents_reference_vectors"
#: ``doc.user_data`` key of the publication date as an ISO string (or absent).
PUBLISHED_AT: Final = "newsevents_published_at"
