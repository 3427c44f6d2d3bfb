"""A plan and the built files -> packages and mails, every step in the ledger before the next is taken.

A run may be killed anywhere and begun again: what was done is not done twice, what was not is done.
"""

import sqlite3
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.changes import Change
from ..model.stakeholders import Channel, Recipient
from . import entries
from .copies import Artifact, Copier
from .entries import Delivery, Holding, State
from .ledger import durable, transaction
from .packing import MAIL, Enclosure, House, folder_of, pack
from .plan import Offer, Parcel, names
from .smtp import Outcome, Post

Now = Callable[[], str]
"""Tells the moment as ISO 8601."""
Artifacts = Mapping[tuple[str, str, str], Artifact]
STEPS = {
    Outcome.SENT: State.DONE,
    Outcome.REFUSED: State.REFUSED,
    Outcome.DEFERRED: State.DEFERRED,
    Outcome.UNCERTAIN: State.HANDED,
}


class Due(Value, frozen=True, kw_only=True):
    """A file that a recipient shall get; `former` is the outdated one that it holds, `changes` what is new."""

    offer: Offer
    former: Holding | None = None
    changes: tuple[Change, ...] = ()


class Task(Value, frozen=True, kw_only=True):
    """What a recipient shall get in this run, and what it holds: current files, and outdated ones that stay."""

    recipient: Recipient
    due: tuple[Due, ...]
    current: int = 0
    outdated: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that the files have in the package."""
        return names(d.offer for d in self.due)


class Told(Value, frozen=True, kw_only=True):
    """What came of a delivery, for the person at the terminal."""

    delivery: int
    recipient: str
    files: tuple[str, ...]
    state: State
    where: str
    detail: str = ""


def tasks(
    parcels: Iterable[Parcel],
    held: Sequence[Holding],
    stale: Callable[[Holding, Offer], tuple[Change, ...]],
    *,
    supersede: bool,
    again: Container[str] = (),
) -> tuple[Task, ...]:
    """Return what each recipient shall get: what it has not, or with `supersede` what it has in an outdated edition.

    Of those in `again` a mail in doubt counts as not arrived.
    """
    arrived = (h for h in held if h.reached and not (h.state is State.HANDED and h.recipient in again))
    latest = {(h.recipient, h.key): h for h in arrived}
    out = []
    for parcel in parcels:
        due: list[Due] = []
        current = outdated = 0
        for offer in parcel.offers:
            former = latest.get((parcel.recipient.id, offer.key))
            if former is None:
                due += [] if supersede else [Due(offer=offer)]
            elif not (changes := stale(former, offer)):
                current += 1
            elif supersede:
                due.append(Due(offer=offer, former=former, changes=changes))
            else:
                outdated += 1
        out.append(Task(recipient=parcel.recipient, due=tuple(due), current=current, outdated=outdated))
    return tuple(out)


def distribute(
    ledger: sqlite3.Connection,
    found: Iterable[Task],
    artifacts: Artifacts,
    copier: Copier,
    house: House,
    passwords: Mapping[str, str],
    top: Path,
    now: Now,
) -> Iterable[Told]:
    """Pack what is due, one recipient after the other, and yield what came of it."""
    for task in found:
        if not task.due:
            continue
        to = task.recipient
        delivery, enclosures = _entered(ledger, task, artifacts, now())
        folder = folder_of(top, to.id, delivery.number)
        after = State.PACKED if to.channel is Channel.SMTP else State.DONE
        if delivery.state is State.PLANNED or not folder.is_dir():
            password = passwords[to.id] if to.secret else None
            made = pack(to, enclosures, folder, copier, house, password, replacing=delivery.begun)
            entries.packed(ledger, delivery.id, made.parts, made.message, after, now())
        yield Told(
            delivery=delivery.id,
            recipient=to.id,
            files=tuple(e.name for e in enclosures),
            state=after,
            where=str(folder),
        )


def _entered(
    ledger: sqlite3.Connection, task: Task, artifacts: Artifacts, at: str
) -> tuple[Delivery, tuple[Enclosure, ...]]:
    """Enter a delivery with all that it needs, as a whole, and return it with what goes into its package."""
    to = task.recipient
    with transaction(ledger):
        made: list[Enclosure] = []
        editions: list[int] = []
        for due, name in zip(task.due, task.names, strict=True):
            offer, artifact = due.offer, artifacts[due.offer.key]
            edition, number = entries.edition(
                ledger, offer.brief, artifact.edition, offer.title, offer.marking, offer.as_of, at
            )
            file = entries.file(
                ledger, edition, offer.length, offer.format, offer.language, artifact.sha256, artifact.record
            )
            editions.append(edition)
            former = due.former.number if due.former else None
            made.append(
                Enclosure(
                    file=file,
                    name=name,
                    artifact=artifact,
                    number=number,
                    copy=0,
                    former=former,
                    changes=due.changes,
                )
            )
        reason = "superseding" if any(d.former for d in task.due) else "new"
        delivery = entries.begin(ledger, to, [(e.file, e.name) for e in made], reason=reason, at=at)
        copies = [entries.copy_number(ledger, edition, to.id) for edition in editions]
    return delivery, tuple(replace(e, copy=c) for e, c in zip(made, copies, strict=True))


class Sending(Value, frozen=True, kw_only=True):
    """What sending needs to know: the ledger, where packages lie, and the time."""

    ledger: sqlite3.Connection
    top: Path
    now: Now


def send(sending: Sending, post: Post, deliveries: Iterable[int]) -> Iterable[Told]:
    """Send those of some deliveries that wait to be sent, and yield what came of each.

    Raises DeliveryError where the server cannot be used; what waits then goes on waiting.
    """
    book, now = sending.ledger, sending.now
    durable(book)
    for one in entries.waiting(book, deliveries):
        path = folder_of(sending.top, one.recipient, one.number) / MAIL
        told = _told(one)
        try:
            message = path.read_bytes()
        except OSError as error:
            detail = f"its mail {path} cannot be read: {error.strerror}"
            entries.step(book, one.id, State.DROPPED, now(), detail)
            yield replace(told, state=State.DROPPED, detail=detail)
            continue
        assert one.address
        entries.step(book, one.id, State.SENDING, now())

        def handing(one: Delivery = one) -> None:
            entries.step(book, one.id, State.HANDED, now())

        result = post.send(one.address, message, handing)
        if result.outcome is not Outcome.UNCERTAIN:  # which is what the ledger says already
            entries.step(book, one.id, STEPS[result.outcome], now(), result.detail)
            yield replace(told, state=STEPS[result.outcome], detail=result.detail)


def doubtful(ledger: sqlite3.Connection, recipients: Container[str]) -> Iterable[Told]:
    """Yield the mails of which nobody knows whether they arrived, those of earlier runs too."""
    for one in entries.uncertain(ledger):
        if one.recipient in recipients:
            yield replace(_told(one), detail=f"look there; --again {one.recipient} sends it once more")


def again(ledger: sqlite3.Connection, names_: Sequence[str], now: Now) -> None:
    """Let mails of which nobody knows whether they arrived be sent once more; raises InputError for others."""
    waiting = entries.uncertain(ledger)
    there = dict.fromkeys(d.recipient for d in waiting)
    wrong = [n for n in names_ if n not in there]
    if wrong:
        hint = f"in doubt are: {', '.join(there)}" if there else "no mail is in doubt; `briefgen ledger` lists all"
        told = (Diagnostic(code="BG941", message=f"no mail to `{n}` is in doubt", hint=hint) for n in wrong)
        raise InputError(tuple(told))
    for one in waiting:
        if one.recipient in names_:
            entries.step(ledger, one.id, State.PACKED, now(), "to be sent again, as asked for")


def _told(one: Delivery) -> Told:
    return Told(delivery=one.id, recipient=one.recipient, files=(), state=one.state, where=one.address or "")
