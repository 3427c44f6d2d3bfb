"""Formats and who sits in them: a line each, a seat for each actor."""

from enum import Enum

import msgspec

from .base import Value
from .caption import SpecBase, Words


class Seat(Enum):
    """What an actor is in a format: its host, in it in full, in it in part, or said not to be in it."""

    HOST = "host"
    FULL = "full"
    PART = "part"
    ABSENT = "absent"


USUAL = {
    "host": Seat.HOST,
    "chair": Seat.HOST,
    "lead": Seat.HOST,
    "sponsor": Seat.HOST,
    "member": Seat.FULL,
    "participant": Seat.FULL,
    "partner": Seat.FULL,
    "observer": Seat.PART,
    "guest": Seat.PART,
    "invited": Seat.PART,
    "candidate": Seat.PART,
    "suspended": Seat.PART,
    "not invited": Seat.ABSENT,
    "absent": Seat.ABSENT,
    "withdrawn": Seat.ABSENT,
}
"""The seats of common statuses; others must be given theirs."""


class SeatsSpec(SpecBase, frozen=True, kw_only=True, tag="seats", tag_field="kind"):
    """Groups, a line each, and the actors in them; without `actors`, all that the report names in one.

    `statuses` are the seats of statuses that have none by themselves, `beneath` what is said below a group's name.
    """

    groups: tuple[str, ...]
    actors: tuple[str, ...] = ()
    statuses: dict[str, Seat] = msgspec.field(default_factory=dict)
    beneath: tuple[tuple[str, str], ...] = ()
    emphasis: str | None = None


class Bloc(Value, frozen=True, kw_only=True):
    """Actors that sit alike in every format: they share a column, with a seat each."""

    actors: tuple[str, ...]
    names: tuple[str, ...]
    stressed: bool = False


class Format(Value, frozen=True, kw_only=True):
    """A format: its name, what it is, and what each bloc is in it, None where the report does not say.

    `full` and `part` count its seats, `printed` says so, and how many there are if not all are shown.
    """

    id: str
    name: str
    about: str
    seats: tuple[Seat | None, ...]
    full: int
    part: int
    printed: str


class Seats(Value, frozen=True, kw_only=True, tag="seats"):
    """Formats against blocs; `counts` say in how many formats each bloc is, `key` what seats stand for.

    `named` heads the counts of formats, `held` those of blocs.
    """

    words: Words
    blocs: tuple[Bloc, ...]
    formats: tuple[Format, ...]
    counts: tuple[str, ...]
    key: tuple[tuple[Seat | None, str], ...]
    named: str
    held: str
