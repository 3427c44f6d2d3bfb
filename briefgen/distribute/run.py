"""A plan and the built files -> packages and mails, every step in the ledger before the next is taken.

A run may be killed anywhere and begun again: what was done is not done twice, what was not is done.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import DeliveryError
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
Changed = Callable[[Artifact, bytes], tuple[Change, ...]]
"""Tells what of a former edition's record is no longer so, beside the file that there is now."""
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


class Told(Value, frozen=True, kw_only=True):
    """What came of a delivery, for the person at the terminal."""

    recipient: str
    name: str
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
) -> tuple[Task, ...]:
    """Return what each recipient shall get: what it has not, or with `supersede` what it has in an outdated edition."""
    latest = {(h.recipient, h.key): h for h in held if h.reached}
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
        if delivery.state is State.PLANNED or not folder.is_dir():
            made = pack(to, enclosures, folder, copier, house, passwords.get(to.id), replacing=delivery.begun)
            after = State.PACKED if to.channel is Channel.SMTP else State.DONE
            entries.packed(ledger, delivery.id, made.parts, made.message, after, now())
        else:
            after = delivery.state
        yield Told(
            recipient=to.id, name=to.name, files=tuple(e.name for e in enclosures), state=after, where=str(folder)
        )


def _entered(
    ledger: sqlite3.Connection, task: Task, artifacts: Artifacts, at: str
) -> tuple[Delivery, tuple[Enclosure, ...]]:
    """Enter a delivery with all that it needs, as a whole, and return it with what goes into its package."""
    to = task.recipient
    with transaction(ledger):
        made: list[Enclosure] = []
        editions: list[int] = []
        for due, name in zip(task.due, names(d.offer for d in task.due), strict=True):
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
    return delivery, tuple(
        Enclosure(
            file=e.file, name=e.name, artifact=e.artifact, number=e.number, copy=c, former=e.former, changes=e.changes
        )
        for e, c in zip(made, copies, strict=True)
    )


def send(
    ledger: sqlite3.Connection, post: Post, recipients: Mapping[str, Recipient], top: Path, now: Now
) -> Iterable[Told]:
    """Send the mails that wait, of the recipients given, and yield what came of each.

    Raises DeliveryError where the server cannot be used; what waits then goes on waiting.
    """
    durable(ledger)
    for one in entries.outbox(ledger, recipients):
        path = folder_of(top, one.recipient, one.number) / MAIL
        told = Told(
            recipient=one.recipient,
            name=recipients[one.recipient].name,
            files=(),
            state=State.REFUSED,
            where=one.address or "",
        )
        try:
            message = path.read_bytes()
        except OSError as error:
            detail = f"its mail {path} cannot be read: {error.strerror}"
            entries.step(ledger, one.id, State.DROPPED, now(), detail)
            yield _with(told, State.DROPPED, detail)
            continue
        assert one.address
        entries.step(ledger, one.id, State.SENDING, now())
        result = post.send(
            one.address,
            message,
            lambda one=one: entries.step(ledger, one.id, State.HANDED, now()),  # type: ignore[misc]
        )
        if result.outcome is not Outcome.UNCERTAIN:  # which is what the ledger says already
            entries.step(ledger, one.id, STEPS[result.outcome], now(), result.detail)
        yield _with(told, STEPS[result.outcome], result.detail)


def again(ledger: sqlite3.Connection, names_: Sequence[str], now: Now) -> None:
    """Let mails of which nobody knows whether they arrived be sent once more; raises DeliveryError for others."""
    waiting = {d.recipient: d for d in entries.uncertain(ledger)}
    wrong = [n for n in names_ if n not in waiting]
    if wrong:
        listed = ", ".join(waiting) or "none"
        raise DeliveryError(
            tuple(
                Diagnostic(
                    code="BG941",
                    message=f"no mail to `{name}` is in doubt",
                    hint=f"in doubt are: {listed}; `briefgen ledger` lists all",
                )
                for name in wrong
            )
        )
    for name in names_:
        entries.step(ledger, waiting[name].id, State.PACKED, now(), "to be sent again, as asked for")


def _with(told: Told, state: State, detail: str) -> Told:
    return Told(
        recipient=told.recipient,
        name=told.name,
        files=told.files,
        state=state,
        where=told.where,
        detail=detail,
    )
