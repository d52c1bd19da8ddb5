"""Who said what: every quote of an article with its speaker.

python examples/who_said_what.py seeds/000_5d8bdbb9938c1935.txt
"""

from __future__ import annotations

import sys

import newsevents


def main(path: str) -> None:
    """Print speaker, cue and quote, in order of appearance."""
    result = newsevents.extract(newsevents.parse(path))
    for quote in result.quotes:
        speaker = result.speaker(quote)
        if speaker is not None:
            name = speaker.name
        else:  # As printed, where it is nobody known: "officials".
            name = quote.speaker.text if quote.speaker else "somebody"
        cue = f" [{quote.cue.text}]" if quote.cue else ""
        print(f"{name}{cue} ({quote.kind}): {quote.text}")


if __name__ == "__main__":
    main(*sys.argv[1:])
