"""The spaCy pipeline alone: tags, dependencies, names and span groups.

python examples/spacy_pipeline.py "The bridge was closed on Tuesday, the mayor said."
"""

from __future__ import annotations

import sys

import newsevents
from newsevents import keys


def main(text: str) -> None:
    """Print what the model says of each token, then what the components found."""
    nlp = newsevents.load()
    doc = nlp(text)
    for token in doc:
        print(f"{token.text:15}{token.lemma_:15}{token.pos_:7}{token.dep_:12}{token.head.text}")
    print("names:", [(entity.text, entity.label_) for entity in doc.ents])
    for key in (keys.TIMES, keys.QUOTES, keys.SPEAKERS, keys.ACTORS, keys.TRIGGERS):
        print(f"{key}:", [(span.text, span.label_) for span in doc.spans.get(key, [])])


if __name__ == "__main__":
    main(*sys.argv[1:])
