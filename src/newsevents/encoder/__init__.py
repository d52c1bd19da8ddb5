"""The embedded model: token windows in, label scores out, decoded on the ``Doc``."""

from __future__ import annotations

from newsevents.encoder.component import Encoder, load_encoder

__all__ = ["Encoder", "load_encoder"]
