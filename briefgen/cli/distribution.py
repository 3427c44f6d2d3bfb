"""The verbs that send and look after what was sent: distribute, status, ledger."""

import datetime as dt
import sys
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import show
from .options import FILE, FOLDER, PROJECT, default_cache, epoch

if TYPE_CHECKING:
    from ..build.standings import Held, Standing
    from ..distribute.run import Task, Told
    from ..model.changes import Change

STALE, UNDELIVERED = 3, 5
STATES = {
    "planned": "not packed",
    "packed": "waits to be sent",
    "sending": "waits to be sent",
    "handed": "in doubt",
    "done": "done",
    "deferred": "put off by the server",
    "refused": "refused",
    "dropped": "not sent",
}
CHANNELS = {"folder": "folder", "eml": "folder with a mail to send on", "smtp": "mail"}


@click.command()
@click.argument("specs", nargs=-1, type=FILE, metavar="[SPEC]...")
@click.option("--to", "stakeholders", type=FILE, required=True, metavar="FILE", help="Who receives what (YAML).")
@click.option("--only", multiple=True, metavar="ID", help="Only this recipient; may be repeated.")
@click.option("--dry-run", is_flag=True, help="Say who would get what, and write nothing.")
@click.option("--supersede", is_flag=True, help="Give the new edition to those who hold an outdated one.")
@click.option("--send", is_flag=True, help="Send the mails of recipients with `delivery: smtp`.")
@click.option("--again", multiple=True, metavar="ID", help="With --send: once more to this recipient, where in doubt.")
@click.option("--ledger", type=FILE, metavar="FILE", help="The ledger (default: DIR/distribution.sqlite).")
@click.option(
    "-o",
    "--output",
    type=FOLDER,
    default=Path("distribution"),
    metavar="DIR",
    help="Where packages go (default: distribution).",
)
@click.option("--built", type=FOLDER, default=Path("out"), metavar="DIR", help="Where briefs are built (default: out).")
@PROJECT
@click.option("--cache-dir", type=FOLDER, metavar="DIR", help="Where drawings and parsed files are kept.")
def distribute(
    specs: tuple[Path, ...],
    stakeholders: Path,
    only: tuple[str, ...],
    dry_run: bool,
    supersede: bool,
    send: bool,
    again: tuple[str, ...],
    ledger: Path | None,
    output: Path,
    built: Path,
    project: Path | None,
    cache_dir: Path | None,
) -> None:
    """Give each recipient the files it receives: all briefs of the project, or those of the SPECs named."""
    from ..build import distribution as run

    if again and not send:
        raise click.UsageError("--again needs --send")
    asked = run.Asked(
        specs=specs,
        stakeholders=stakeholders,
        only=(*only, *(a for a in again if only and a not in only)),
        again=again,
        output=output,
        built=built,
        ledger=ledger,
        root=project,
        cache=cache_dir or default_cache(),
        epoch=epoch(),
        supersede=supersede,
        send=send,
    )
    prepared = run.prepare(asked)
    show.diagnostics(prepared.told)
    if dry_run:
        for task in prepared.tasks:
            show.say(_planned(task, supersede=supersede))
        show.say("nothing was written")
        return
    for task in prepared.tasks:
        if task.outdated:
            show.say(_planned(task, supersede=supersede))

    def tell(one: "Told") -> None:
        show.say(_told(one))

    if not run.distribute(asked, prepared, ask=_ask, now=lambda: dt.datetime.now(dt.UTC), tell=tell):
        sys.exit(UNDELIVERED)
    show.say(f"ledger: {asked.book}")


def _ask(name: str) -> str | None:
    """Ask for a password twice; None where nobody sits at a terminal."""
    if not sys.stdin.isatty():
        return None
    answer: str = click.prompt(f"Password of {name}", hide_input=True, confirmation_prompt=True)
    return answer


def _planned(task: "Task", *, supersede: bool) -> str:
    to = task.recipient
    about = ", ".join(p for p in (to.name, to.organisation) if p)
    how = [CHANNELS[to.channel.value], *(["marked"] if to.mark else []), *(["with a password"] if to.secret else [])]
    lines = [f"{to.id} ({about}): {', '.join(how)}"]
    for due, name in zip(task.due, task.names, strict=True):
        former = f"  (instead of edition {due.former.number})" if due.former else ""
        lines.append(f"    {name}{former}")
    if task.current:
        lines.append(f"    has {task.current} file(s) that are current")
    if task.outdated and not supersede:
        lines.append(f"    holds {task.outdated} outdated file(s): --supersede gives it the new edition")
    return "\n".join(lines)


def _told(one: "Told") -> str:
    detail = f": {one.detail}" if one.detail else ""
    many = f"{len(one.files)} file(s) in " if one.files else ""
    return f"{one.recipient}  {STATES[one.state.value]}  {many}{one.where}{detail}"


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE|DIR")
@PROJECT
@click.option("--cache-dir", type=FOLDER, metavar="DIR", help="Where parsed files are kept.")
def status(path: Path, project: Path | None, cache_dir: Path | None) -> None:
    """Say whether a FILE, or each in a DIR, is current, and if not what changed on which page."""
    from ..build.standings import outdated
    from ..build.standings import status as run

    found = run(path, root=project, cache_folder=cache_dir or default_cache())
    for one in found:
        show.say(_standing(one))
    if outdated(found):
        sys.exit(STALE)
    if any(s.trouble for s in found):
        sys.exit(1)


def _standing(one: "Standing") -> str:
    if one.trouble:
        return f"{one.file}: {one.trouble}"
    assert one.record
    if not one.changes:
        return f"{one.file}: current (edition {one.record.edition})"
    head = f"{one.file}: stale (edition {one.record.edition}, now {one.edition})"
    return "\n".join([head, *(_changed(c, one.record.format) for c in one.changes)])


def _changed(change: "Change", format_: str) -> str:
    word = "slide" if format_ == "pptx" else "page"
    at = f" ({word}{'s' if len(change.at) > 1 else ''} {', '.join(map(str, change.at))})" if change.at else ""
    head = f"    {change.kind} {change.id}".rstrip() + at
    if change.old == change.new:
        return f"{head}\n        {change.new}\n      changed in what is not its words: status, date, speaker or marking"
    old = f"\n      - {change.old}" if change.old else ""  # an event that no timeline of the file draws has no words
    new = f"+ {change.new}" if change.new is not None else "no longer there, or no longer to be shown"
    return f"{head}{old}\n      {new}"


@click.command()
@click.option("--brief", metavar="ID", help="Only this brief.")
@click.option("--stale", is_flag=True, help="Only what is outdated, by the project as it is; exit code 3 if any is.")
@click.option(
    "--ledger",
    "file",
    type=FILE,
    default=Path("distribution/distribution.sqlite"),
    metavar="FILE",
    help="The ledger (default: distribution/distribution.sqlite).",
)
@PROJECT
@click.option("--cache-dir", type=FOLDER, metavar="DIR", help="Where parsed files are kept.")
def ledger(brief: str | None, stale: bool, file: Path, project: Path | None, cache_dir: Path | None) -> None:
    """List who holds what: edition and copy, when and how it was given, and what came of it."""
    from ..build.standings import holdings

    found = holdings(file, brief=brief, stale=stale, root=project, cache_folder=cache_dir or default_cache())
    for _, some in groupby(found, lambda h: (h.holding.brief, h.holding.edition)):
        show.say(_edition(list(some)))
    if stale and found:
        sys.exit(STALE)
    if not found:
        show.say("nobody holds an outdated edition" if stale else "the ledger has no delivery")


def _edition(found: "list[Held]") -> str:
    """Return who holds an edition, a line for each delivery, and what has changed since in which file."""
    first = found[0].holding
    lines = [f"{first.brief}, edition {first.number} ({first.edition})"]
    for _, some in groupby(found, lambda h: h.holding.delivery):
        parts = [h.holding for h in some]
        h = parts[0]
        copy = f", copy {h.copy}" if h.copy else ""
        detail = f" ({h.detail})" if h.detail and h.state.value != "done" else ""
        files = ", ".join(f"{p.length} {p.format}" for p in parts)
        lines.append(
            f"    {h.recipient} ({h.name}){copy}: {files}; {h.channel}, {STATES[h.state.value]}{detail}, {h.at}"
        )
    if any(h.gone for h in found):
        return "\n".join([*lines, "  the project has no such brief any more"])
    for (length, format_), since in {(h.holding.length, h.holding.format): h.changes for h in found}.items():
        if since:
            lines += [f"  outdated in {length} {format_}:", *(_changed(c, format_) for c in since)]
    return "\n".join(lines)
