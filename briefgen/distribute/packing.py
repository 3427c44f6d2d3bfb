"""A recipient's files -> a folder that appears whole: copies, cover note, checksums, and the mail if there is one.

What is written here is for one person: folders and files are their owner's alone.
"""

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.changes import Change
from ..model.markings import Markings
from ..model.stakeholders import Channel, Recipient, Sender
from .copies import Artifact, Copier, mark_of
from .cover import Contents, Enclosed, Note, note, templates
from .entries import Part
from .mail import Envelope, mail, message_id
from .names import file_name

SUMS, MAIL = "SHA256SUMS", "message.eml"
COVERS = ("cover.txt", "cover.html")
STAGING = ".briefgen-new-"
PLAIN = "#FFFFFF"
"""The colour of a marking that has none of its own."""


class Enclosure(Value, frozen=True, kw_only=True):
    """A file that goes into a package: its key in the ledger, its name, edition and copy number, and what changed.

    `former` is the number of the edition that it takes the place of.
    """

    file: int
    name: str
    artifact: Artifact
    number: int
    copy: int
    former: int | None = None
    changes: tuple[Change, ...] = ()


class House(Value, frozen=True, kw_only=True):
    """What all packages of a run have in common; `moment` (UTC) dates mails."""

    sender: Sender | None
    markings: Markings
    colours: dict[str, str]
    templates: tuple[Path, ...]
    moment: dt.datetime


class Packed(Value, frozen=True, kw_only=True):
    """A package that stands in its folder, and the id of its mail."""

    parts: tuple[Part, ...]
    message: str | None


def folder_of(top: Path, recipient: str, number: int) -> Path:
    """Return the folder of a recipient's package."""
    return top / file_name(recipient) / f"delivery-{number}"


def pack(
    to: Recipient,
    enclosures: tuple[Enclosure, ...],
    folder: Path,
    copier: Copier,
    house: House,
    password: str | None,
    *,
    replacing: bool,
) -> Packed:
    """Write a package; raises InputError where there is no room, or where another stands in its place.

    `replacing` allows the package that an earlier run wrote and did not enter into the ledger.
    """
    files: dict[str, bytes] = {}
    parts = []
    for one in enclosures:
        mark = mark_of(to, one.artifact.offer, one.copy)
        data = files[one.name] = copier.copy(one.artifact, mark, password)
        digest = hashlib.sha256(data).hexdigest()
        marked, locked = mark is not None, password is not None
        parts.append(Part(file=one.file, name=one.name, sha256=digest, size=len(data), marked=marked, locked=locked))
    cover = _cover(to, enclosures, house, locked=password is not None)
    sums = "".join(f"{p.sha256}  {p.name}\n" for p in parts).encode()
    written = {**files, SUMS: sums, COVERS[0]: cover.text.encode(), COVERS[1]: cover.html.encode()}
    message = None
    if to.channel is not Channel.FOLDER:
        assert house.sender
        assert to.email
        message = message_id(house.sender, to.id, folder.name, *(p.sha256 if not p.locked else p.name for p in parts))
        envelope = Envelope(sender=house.sender, name=to.name, address=to.email, moment=house.moment, message=message)
        attached = [*files.items(), (SUMS, sums)]
        written[MAIL] = mail(envelope, cover, attached, draft=to.channel is Channel.EML)
    _write(folder, written, replacing=replacing)
    return Packed(parts=tuple(parts), message=message)


def _cover(to: Recipient, enclosures: tuple[Enclosure, ...], house: House, *, locked: bool) -> Note:
    """Return the note that goes with a package, in the first language of its reader that has templates."""
    briefs: dict[str, list[Enclosure]] = {}
    for one in enclosures:
        briefs.setdefault(one.artifact.offer.brief, []).append(one)
    offers = [e.artifact.offer for e in enclosures]
    marking = house.markings.strictest(o.marking for o in offers)
    sender = house.sender
    contents = Contents(
        name=to.name,
        sender=sender.name if sender else offers[0].issuer,
        contact=sender.email if sender else offers[0].contact,
        marking=marking,
        colour=house.colours.get(marking or "", PLAIN),
        limited=house.markings.above(marking, None),
        briefs=tuple(_enclosed(some) for some in briefs.values()),
        marked=to.mark is not None,
        locked=locked,
        unarchival=locked and any(o.format == "pdf" for o in offers),
    )
    languages = to.languages or (offers[0].furniture,)
    return note(templates(house.templates, languages), contents)


def _enclosed(some: list[Enclosure]) -> Enclosed:
    """Return a brief as its note tells of it; what changed is told once, for its longest file."""
    offer = some[0].artifact.offer
    told = max(some, key=lambda e: len(e.changes))
    return Enclosed(
        title=offer.title,
        number=some[0].number,
        as_of=offer.day,
        marking=offer.marking,
        slides=told.artifact.offer.format == "pptx",
        files=tuple(e.name for e in some),
        abridged=offer.abridged,
        former=next((e.former for e in some if e.former is not None), None),
        changes=told.changes,
    )


def _write(folder: Path, files: Mapping[str, bytes], *, replacing: bool) -> None:
    """Make a folder of files appear whole under its name."""
    staging = folder.parent / f"{STAGING}{folder.name}"
    try:
        for above in (folder.parent.parent, folder.parent):
            above.mkdir(parents=True, exist_ok=True, mode=0o700)  # the mode is that of the last folder alone
        shutil.rmtree(staging, ignore_errors=True)  # what a killed run left
        staging.mkdir(mode=0o700)
        for name, data in files.items():
            with os.fdopen(os.open(staging / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
                stream.write(data)
        if folder.exists():
            if not replacing:
                raise _unknown(folder)
            shutil.rmtree(folder)
        staging.rename(folder)
    except OSError as error:
        raise InputError(
            (
                Diagnostic(
                    code="BG929",
                    message=f"the package {folder} cannot be written: {error.strerror or error}",
                    hint="free space or check the rights of the folder, and run again: what is done is in the ledger",
                ),
            )
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _unknown(folder: Path) -> InputError:
    return InputError(
        (
            Diagnostic(
                code="BG935",
                message=f"the package {folder} is there already, and the ledger knows nothing of it",
                hint="name the ledger that does with --ledger, or take another folder with -o",
            ),
        )
    )
