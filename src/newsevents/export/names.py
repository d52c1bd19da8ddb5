"""Ids and lists as words for a reader."""

from __future__ import annotations

from collections.abc import Iterable

from newsevents.models import Event, ExtractionResult, ParticipantRole, Role


def joined(parts: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(parts)


def role_text(role: Role) -> str:
    """A role in one line: "Foreign Minister (Ukraine)"."""
    return f"{role.title} ({role.organization})" if role.organization else role.title


def participant_names(result: ExtractionResult, event: Event, role: ParticipantRole) -> list[str]:
    """Who has a role in an event, each once: actors by name, others as printed."""
    names = []
    for part in event.participants:
        if part.role == role:
            actor = result.actor(part.actor_id)
            names.append(actor.name if actor else part.span.text)
    return list(dict.fromkeys(names))
