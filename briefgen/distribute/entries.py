"""What is written into the ledger and read from it: editions, deliveries with their steps, and who holds what."""

import sqlite3
from collections.abc import Iterable, Sequence
from enum import Enum

from ..model.base import Value
from ..model.stakeholders import Recipient
from .ledger import transaction


class State(Enum):
    """How far a delivery has come; HANDED: a server had all of a mail, and nothing says whether it took it."""

    PLANNED = "planned"
    PACKED = "packed"
    SENDING = "sending"
    HANDED = "handed"
    DONE = "done"
    DEFERRED = "deferred"
    REFUSED = "refused"
    DROPPED = "dropped"


REACHED = (State.DONE, State.HANDED)
"""States in which a recipient has, or may have, what was sent."""
WAITING = (State.PACKED, State.SENDING, State.DEFERRED)
"""States of a mail that can be sent: no server has had all of it."""


class Part(Value, frozen=True, kw_only=True):
    """A file in a package: its name there, and the hash and size of the copy."""

    file: int
    name: str
    sha256: str = ""
    size: int = 0
    marked: bool = False
    locked: bool = False


class Delivery(Value, frozen=True, kw_only=True):
    """A package for a recipient; `number` counts the recipient's packages and names the folder.

    `begun` tells whether an earlier run began it.
    """

    id: int
    recipient: str
    number: int
    channel: str
    address: str | None
    state: State
    begun: bool = True


class Holding(Value, frozen=True, kw_only=True):
    """A file that a recipient has, or should have: which, of which edition, and how it went."""

    delivery: int
    file: int
    recipient: str
    name: str
    organisation: str | None
    brief: str
    edition: str
    number: int
    title: str
    length: str
    format: str
    language: str
    marking: str | None
    copy: int
    sha256: str
    channel: str
    state: State
    at: str
    detail: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what a newer edition of it has in common with it."""
        return self.brief, self.length, self.format

    @property
    def reached(self) -> bool:
        """Tell whether the recipient has it, or may have it."""
        return self.state in REACHED


def edition(
    ledger: sqlite3.Connection, brief: str, edition: str, title: str, marking: str | None, as_of: str, at: str
) -> tuple[int, int]:
    """Return the key and the number of an edition, entered where it is new."""
    known = ledger.execute("SELECT id, number FROM editions WHERE brief = ? AND edition = ?", (brief, edition))
    if row := known.fetchone():
        return row["id"], row["number"]
    (last,) = ledger.execute("SELECT coalesce(max(number), 0) FROM editions WHERE brief = ?", (brief,)).fetchone()
    values = (brief, edition, last + 1, title, marking, as_of, at)
    made = ledger.execute(
        "INSERT INTO editions (brief, edition, number, title, marking, as_of, first_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    assert made.lastrowid is not None
    return made.lastrowid, last + 1


def file(
    ledger: sqlite3.Connection, edition: int, length: str, format: str, language: str, sha256: str, record: bytes
) -> int:
    """Return the key of an edition's file, entered where it is new."""
    place = (edition, length, format)
    known = ledger.execute("SELECT id FROM files WHERE edition = ? AND length = ? AND format = ?", place).fetchone()
    if known:
        return int(known["id"])
    made = ledger.execute(
        "INSERT INTO files (edition, length, format, language, sha256, record) VALUES (?, ?, ?, ?, ?, ?)",
        (*place, language, sha256, record),
    )
    assert made.lastrowid is not None
    return made.lastrowid


def copy_number(ledger: sqlite3.Connection, edition: int, recipient: str) -> int:
    """Return the number of a recipient's copies of an edition, the next free one at the first question."""
    place = (edition, recipient)
    known = ledger.execute("SELECT number FROM copies WHERE edition = ? AND recipient = ?", place).fetchone()
    if known:
        return int(known["number"])
    (last,) = ledger.execute("SELECT coalesce(max(number), 0) FROM copies WHERE edition = ?", (edition,)).fetchone()
    ledger.execute("INSERT INTO copies (edition, recipient, number) VALUES (?, ?, ?)", (*place, last + 1))
    return int(last) + 1


def begin(
    ledger: sqlite3.Connection, to: Recipient, parts: Sequence[tuple[int, str]], *, reason: str, at: str
) -> Delivery:
    """Return the delivery of files by key and name: the one that was begun and not finished, else a new one.

    Others of the recipient that were begun and hold one of the files, in this edition or another, are dropped: they
    never left.
    """
    ledger.execute(
        "INSERT INTO recipients (id, name, organisation) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET name = excluded.name, organisation = excluded.organisation",
        (to.id, to.name, to.organisation),
    )
    wanted = {key for key, _ in parts}
    kinds = {_kind(ledger, key) for key in wanted}
    begun = "d.recipient = ? AND s.state IN ('planned', 'packed', 'sending', 'deferred')"
    for one in _deliveries(ledger, begun, to.id):
        held = {r["file"] for r in ledger.execute("SELECT file FROM parts WHERE delivery = ?", (one.id,))}
        if held == wanted and (one.channel, one.address) == (to.channel.value, to.email):
            return one
        if kinds & {_kind(ledger, key) for key in held}:
            step(ledger, one.id, State.DROPPED, at, "another package took its place")
    (last,) = ledger.execute("SELECT coalesce(max(number), 0) FROM deliveries WHERE recipient = ?", (to.id,)).fetchone()
    made = ledger.execute(
        "INSERT INTO deliveries (recipient, number, channel, address, reason) VALUES (?, ?, ?, ?, ?)",
        (to.id, last + 1, to.channel.value, to.email, reason),
    ).lastrowid
    assert made is not None
    ledger.executemany("INSERT INTO parts (delivery, file, name) VALUES (?, ?, ?)", [(made, k, n) for k, n in parts])
    step(ledger, made, State.PLANNED, at)
    return Delivery(
        id=made,
        recipient=to.id,
        number=last + 1,
        channel=to.channel.value,
        address=to.email,
        state=State.PLANNED,
        begun=False,
    )


def packed(
    ledger: sqlite3.Connection, delivery: int, parts: Iterable[Part], message: str | None, state: State, at: str
) -> None:
    """Enter that a package is complete: the hashes of its copies, and the id of its mail."""
    with transaction(ledger):
        ledger.executemany(
            "UPDATE parts SET sha256 = ?, size = ?, marked = ?, locked = ? WHERE delivery = ? AND file = ?",
            [(p.sha256, p.size, p.marked, p.locked, delivery, p.file) for p in parts],
        )
        ledger.execute("UPDATE deliveries SET message = ? WHERE id = ?", (message, delivery))
        step(ledger, delivery, state, at)


def step(ledger: sqlite3.Connection, delivery: int, state: State, at: str, detail: str = "") -> None:
    """Enter a step of a delivery, committed at once where no transaction is open."""
    values = (delivery, state.value, at, detail)
    ledger.execute("INSERT INTO steps (delivery, state, at, detail) VALUES (?, ?, ?, ?)", values)


def waiting(ledger: sqlite3.Connection, deliveries: Iterable[int]) -> tuple[Delivery, ...]:
    """Return those of some deliveries that are mails that can be sent, in their order."""
    found = (one for key in deliveries for one in _deliveries(ledger, "d.id = ?", key))
    return tuple(d for d in found if d.channel == "smtp" and d.state in WAITING)


def uncertain(ledger: sqlite3.Connection) -> tuple[Delivery, ...]:
    """Return the mails of which nobody knows whether they arrived."""
    return tuple(_deliveries(ledger, "s.state = 'handed'"))


def holdings(ledger: sqlite3.Connection, brief: str | None = None) -> tuple[Holding, ...]:
    """Return all files of deliveries that were not dropped, by brief, edition, recipient and time."""
    rows = ledger.execute(
        "SELECT d.id AS delivery, f.id AS file, d.recipient, r.name, r.organisation, e.brief, e.edition, e.number, "
        "e.title, f.length, f.format, f.language, e.marking, coalesce(c.number, 0) AS copy, "
        "coalesce(p.sha256, '') AS sha256, d.channel, s.state, s.at, s.detail "
        "FROM parts p JOIN deliveries d ON d.id = p.delivery JOIN states s ON s.delivery = d.id "
        "JOIN files f ON f.id = p.file JOIN editions e ON e.id = f.edition JOIN recipients r ON r.id = d.recipient "
        "LEFT JOIN copies c ON c.edition = e.id AND c.recipient = d.recipient "
        "WHERE s.state <> 'dropped' AND (? IS NULL OR e.brief = ?) "
        "ORDER BY e.brief, e.number, d.recipient, d.id, p.name",
        (brief, brief),
    )
    return tuple(Holding(**{**dict(row), "state": State(row["state"])}) for row in rows)


def record(ledger: sqlite3.Connection, file: int) -> bytes:
    """Return the trace record of a file, by its key."""
    data: bytes = ledger.execute("SELECT record FROM files WHERE id = ?", (file,)).fetchone()["record"]
    return data


def _kind(ledger: sqlite3.Connection, file: int) -> tuple[str, str, str]:
    """Return what a file has in common with its other editions: brief, length and format."""
    row = ledger.execute(
        "SELECT e.brief, f.length, f.format FROM files f JOIN editions e ON e.id = f.edition WHERE f.id = ?", (file,)
    ).fetchone()
    return row["brief"], row["length"], row["format"]


def _deliveries(ledger: sqlite3.Connection, condition: str, *values: str | int) -> list[Delivery]:
    rows = ledger.execute(
        "SELECT d.id, d.recipient, d.number, d.channel, d.address, s.state FROM deliveries d "
        f"JOIN states s ON s.delivery = d.id WHERE {condition} ORDER BY d.id",
        values,
    )
    return [Delivery(**{**dict(row), "state": State(row["state"])}) for row in rows]
