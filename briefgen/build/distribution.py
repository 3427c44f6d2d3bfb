"""Specs + stakeholders -> deliveries: planned, built, checked, packed, sent, each step in the ledger."""

import datetime as dt
import os
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import cache, partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from .. import read
from ..diagnostics import Diagnostic, Severity
from ..distribute import entries, ledger, run
from ..distribute.copies import Copier, unmarkable
from ..distribute.entries import Holding, State
from ..distribute.packing import House
from ..distribute.passwords import Ask, passwords
from ..distribute.plan import Offer, Plan, plan
from ..distribute.run import Artifacts, Task, Told, tasks
from ..distribute.smtp import Credentials, Post
from ..errors import InputError
from ..model.base import Value
from ..model.changes import Change
from ..model.markings import Markings
from ..model.stakeholders import Channel, Sender, Stakeholders
from ..model.trace import Trace
from ..resources import asset
from . import build
from .inputs import Inputs, gather
from .offers import artifacts, offers
from .status import changes, guarded, views_of

LEDGER, TEMPLATES = "distribution.sqlite", "templates"
USER, PASSWORD = "BRIEFGEN_SMTP_USER", "BRIEFGEN_SMTP_PASSWORD"
MAIL_GROWTH, MAIL_REST = 1.38, 48 * 1024
"""By how much a file grows in a mail, and how many bytes a mail has besides."""
Since = Callable[[int, str], tuple[Change, ...]]
"""Tells what has changed since, by a file's key in the ledger and its brief."""
FAILED = frozenset({State.REFUSED, State.DEFERRED, State.HANDED, State.DROPPED})


class Asked(Value, frozen=True, kw_only=True):
    """What a run is asked to do: with which briefs, for whom, where to, and how far."""

    specs: tuple[Path, ...]
    stakeholders: Path
    output: Path
    built: Path
    only: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    ledger: Path | None = None
    root: Path | None = None
    cache: Path | None = None
    epoch: int | None = None
    supersede: bool = False
    send: bool = False

    @property
    def book(self) -> Path:
        """Return where the ledger is."""
        return self.ledger or self.output / LEDGER


class Prepared(Value, frozen=True, kw_only=True):
    """What is known before anything is written: who gets what, and what is worth knowing."""

    inputs: tuple[Inputs, ...]
    stakeholders: Stakeholders
    plan: Plan
    tasks: tuple[Task, ...]
    told: tuple[Diagnostic, ...]


def prepare(asked: Asked) -> Prepared:
    """Return who gets what; raises InputError, above all where somebody would get what it may not have."""
    project = read.find(asked.root)
    found, markings = read.stakeholders(asked.stakeholders, project), read.markings(project)
    wanted, warnings = gather(
        asked.specs, root=asked.root, lengths=(), formats=(), cache=asked.cache, epoch=asked.epoch
    )
    try:
        made = plan(found.value, offers(wanted), markings, asked.only)
    except InputError as error:
        raise InputError(read.located(error.diagnostics, project)) from error
    left: tuple[Diagnostic, ...] = ()
    if asked.book.is_file():
        with ledger.reading(asked.book) as book:
            held, since = entries.holdings(book), _since(wanted, markings, partial(entries.record, book))
            due = _due(asked, made, held, since)
            left = tuple(_left(asked, made, held, since)) if asked.supersede else ()
    else:
        due = _due(asked, made, (), _since(wanted, markings, lambda _: b""))
    told = (*found.diagnostics, *warnings, *read.located(made.told, project), *left)
    return Prepared(inputs=wanted, stakeholders=found.value, plan=made, tasks=due, told=told)


def distribute(
    asked: Asked, prepared: Prepared, *, ask: Ask, now: Callable[[], dt.datetime], tell: Callable[[Told], None]
) -> bool:
    """Do what was prepared, and tell what came of each delivery; returns whether all went well.

    Raises InputError where something is wrong that is known before the first package is written, DeliveryError where
    the mail server cannot be used.
    """
    project = read.find(asked.root)
    due = [t for t in prepared.tasks if t.due]
    try:
        secrets = passwords((t.recipient for t in due), _folder(asked, prepared), ask)
        done = build(asked.specs, output=asked.built, root=asked.root, cache_folder=asked.cache, epoch=asked.epoch)
        there = artifacts(prepared.inputs, done.briefs, asked.built)
        _possible(due, there, prepared.stakeholders.sender)
    except InputError as error:
        raise InputError(read.located(error.diagnostics, project)) from error
    moment = now() if asked.epoch is None else dt.datetime.fromtimestamp(asked.epoch, dt.UTC)
    house = House(
        sender=prepared.stakeholders.sender,
        markings=read.markings(project),
        colours={k: v for i in prepared.inputs for k, v in i.theme.marking.colours.items()},
        templates=(project.root / TEMPLATES, asset(TEMPLATES)),
        moment=moment.replace(microsecond=0),
    )
    post = _post(prepared.stakeholders.sender) if asked.send else None
    well = True

    def at() -> str:
        return now().isoformat(timespec="seconds")

    def note(told: Told) -> None:
        nonlocal well
        well = well and told.state not in FAILED
        tell(told)

    with ledger.writing(asked.book) as book:
        run.again(book, asked.again, at)
        since = _since(prepared.inputs, house.markings, partial(entries.record, book))
        found = _due(asked, prepared.plan, entries.holdings(book), since)
        packed = []
        for one in run.distribute(book, found, there, Copier(_check), house, secrets, asked.output, at):
            packed.append(one.delivery)
            note(one)
        if post:
            with closing(post):
                for one in run.send(run.Sending(ledger=book, top=asked.output, now=at), post, packed):
                    note(one)
        for one in run.doubtful(book, {p.recipient.id for p in prepared.plan.parcels}):
            note(one)
    return well


def _post(sender: Sender | None) -> Post | None:
    """Return the way to the mail server, if there is one; raises InputError for half of its credentials."""
    if sender is None or sender.server is None:
        return None
    user, password = os.environ.get(USER), os.environ.get(PASSWORD)
    if user and password:
        return Post(sender, Credentials(user=user, password=password))
    if user or password:
        lacking = USER if password else PASSWORD
        hint = f"give {USER} and {PASSWORD}, or neither"
        raise InputError((Diagnostic(code="BG926", message=f"the environment has no {lacking}", hint=hint),))
    return Post(sender, None)


def _since(wanted: Iterable[Inputs], house: Markings, record: Callable[[int], bytes]) -> Since:
    """Return what tells, of a file by its key in the ledger, what has changed in its brief since.

    What the brief may not show by now is gone, without a word of it: notes quote what has changed, old and new.
    """
    views = {i.name: (views_of(i), guarded(i, house)) for i in wanted}

    @cache
    def since(file: int, brief: str) -> tuple[Change, ...]:
        if brief not in views:
            return ()
        view, kept = views[brief]
        found = changes(msgspec.json.decode(record(file), type=Trace), view)
        return tuple(replace(c, old="", new=None) if f"{c.kind}/{c.id}" in kept else c for c in found)

    return since


def _due(asked: Asked, made: Plan, held: tuple[Holding, ...], since: Since) -> tuple[Task, ...]:
    def stale(holding: Holding, offer: Offer) -> tuple[Change, ...]:
        return since(holding.file, offer.brief)

    return tasks(made.parcels, held, stale, supersede=asked.supersede, again=asked.again)


def _left(asked: Asked, made: Plan, held: Iterable[Holding], since: Since) -> Iterable[Diagnostic]:
    """Yield who holds an outdated edition and is given no new one, since nothing says that it receives the brief."""
    given = {(p.recipient.id, o.key) for p in made.parcels for o in p.offers}
    latest = {(h.recipient, h.key): h for h in held if h.reached and (not asked.only or h.recipient in asked.only)}
    left = [h for who, h in latest.items() if who not in given and since(h.file, h.brief)]
    for name, brief, whole in dict.fromkeys((h.recipient, h.brief, h.name) for h in left):
        yield Diagnostic(
            code="BG937",
            severity=Severity.WARNING,
            message=f"`{name}` ({whole}) holds an outdated edition of `{brief}` and gets no new one: nothing here says "
            "that it receives it",
            hint="tell the person yourself, or add it to what the recipient receives",
        )


def _folder(asked: Asked, prepared: Prepared) -> Path:
    """Return the folder from which files named by the stakeholders' file are looked for."""
    path = Path(prepared.stakeholders.origin.file)
    return (path if path.is_absolute() else read.find(asked.root).root / path).parent


def _possible(due: Iterable[Task], there: Artifacts, sender: Sender | None) -> None:
    """Raise InputError for marks that cannot be set, and for mails that are too large."""
    wrong: list[Diagnostic] = []
    for task in due:
        to = task.recipient
        found = [unmarkable(to, d.offer, there[d.offer.key].dress) for d in task.due if d.offer.format == "pdf"]
        wrong += list(dict.fromkeys(f for f in found if f))[:1]
        size = sum(len(there[d.offer.key].data) for d in task.due) * MAIL_GROWTH + MAIL_REST
        if to.channel is not Channel.FOLDER and sender and size > sender.most:
            wrong.append(
                Diagnostic(
                    code="BG928",
                    message=f"the mail to `{to.id}` would have {size / 2**20:.1f} MiB, and {sender.most / 2**20:.3g} "
                    "MiB are allowed",
                    file=to.origin.file,
                    path=to.origin.path,
                    hint="send fewer formats or lengths, write `delivery: folder`, or raise `most_mib` of the sender",
                )
            )
    if wrong:
        raise InputError(tuple(wrong))


def _check(format_: str, data: bytes, marking: str | None) -> tuple[Diagnostic, ...]:
    """Return what breaks a promise in a marked copy."""
    from ..preflight import pdf, pptx

    found = pdf.check(data, marking=marking) if format_ == "pdf" else pptx.check(data, marking=marking)
    return tuple(d for d in found if d.severity is Severity.ERROR)
