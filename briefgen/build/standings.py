"""Files and the ledger against the project as it is: which are current, which are outdated, and in what."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from .. import read
from ..diagnostics import Diagnostic
from ..distribute import entries, ledger
from ..distribute.entries import Holding
from ..errors import InputError
from ..model.base import Value
from ..model.changes import Change
from ..model.trace import Trace
from ..preflight.trace import Trouble, examined
from .inputs import Inputs, gather
from .status import changes, views_of

KINDS = (".pdf", ".pptx")
FOREIGN = (Trouble.FORMAT, Trouble.FOREIGN)
"""Why a file in a folder is passed over: nothing in it says that it is ours."""


class Standing(Value, frozen=True, kw_only=True):
    """How a file stands to the project: its record and what changed, or why nothing can be said of it.

    `ours` is false for a file of which nothing says that we made it.
    """

    file: Path
    record: Trace | None = None
    edition: str = ""
    changes: tuple[Change, ...] = ()
    trouble: str = ""
    ours: bool = True


class Held(Value, frozen=True, kw_only=True):
    """A file that somebody holds, and what has changed since; `gone` where the project has no such brief."""

    holding: Holding
    changes: tuple[Change, ...] = ()
    gone: bool = False

    @property
    def outdated(self) -> bool:
        """Tell whether it is no longer what would be sent."""
        return bool(self.changes) or self.gone


def status(path: Path, *, root: Path | None, cache_folder: Path | None) -> tuple[Standing, ...]:
    """Return how a file stands, or each of ours in a folder; raises InputError where there is none."""
    if not path.exists():
        raise InputError((Diagnostic(code="BG950", message=f"there is no {path}", hint="name a file or a folder"),))
    files = sorted(p for p in path.rglob("*") if p.suffix in KINDS and p.is_file()) if path.is_dir() else [path]
    now = _Project(root, cache_folder)
    found = [s for f in files if (s := _standing(f, now)) and (path.is_file() or s.ours)]
    if not found:
        message = f"no file in {path} carries a trace record"
        raise InputError((Diagnostic(code="BG951", message=message, hint="name a folder with files of briefgen's"),))
    return tuple(found)


def holdings(
    path: Path, *, brief: str | None, stale: bool, root: Path | None, cache_folder: Path | None
) -> tuple[Held, ...]:
    """Return who holds what; with `stale` only what is outdated, by the project as it is.

    Raises InputError for a brief that neither the ledger nor the project knows.
    """
    with ledger.reading(path) as book:
        found = entries.holdings(book, brief)
        if brief is not None and not found:
            _known(brief, {h.brief for h in entries.holdings(book)} | {p.stem for p in read.specs(read.find(root))})
        if not stale:
            return tuple(Held(holding=h) for h in found)
        now = _Project(root, cache_folder)
        latest = {(h.recipient, h.key): h for h in found if h.reached}

        @cache
        def since(file: int, name: str) -> Held | None:
            inputs = now.brief(name)
            holding = next(h for h in found if h.file == file)
            if inputs is None:
                return Held(holding=holding, gone=True)
            record = msgspec.json.decode(entries.record(book, file), type=Trace)
            return Held(holding=holding, changes=changes(record, views_of(inputs)))

        out = [replace(one, holding=h) for h in latest.values() if (one := since(h.file, h.brief))]
    return tuple(h for h in out if h.outdated)


def _known(brief: str, known: Collection[str]) -> None:
    if brief not in known:
        near = get_close_matches(brief, known, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"briefs: {', '.join(sorted(known)[:12])}"
        raise InputError((Diagnostic(code="BG938", message=f"nobody was ever given a brief `{brief}`", hint=hint),))


class _Project:
    """The briefs of a project, each read when it is first asked for."""

    def __init__(self, root: Path | None, cache_folder: Path | None) -> None:
        self._root, self._cache = root, cache_folder
        self._known = {p.stem: p for p in read.specs(read.find(root))}
        self._read: dict[str, Inputs] = {}

    def brief(self, name: str) -> Inputs | None:
        """Return a brief as it is now; None where there is none of that name. Raises InputError for a faulty one."""
        if name not in self._known:
            return None
        if name not in self._read:
            path = self._known[name]
            (found,), _ = gather((path,), root=self._root, lengths=(), formats=(), cache=self._cache, epoch=None)
            self._read[name] = found
        return self._read[name]


def _standing(file: Path, now: _Project) -> Standing:
    try:
        data = file.read_bytes()
    except OSError as error:
        return Standing(file=file, trouble=f"cannot be read: {error.strerror}")
    found = examined(data)
    if (record := found.record) is None:
        return Standing(file=file, trouble=(found.trouble or Trouble.FOREIGN).value, ours=found.trouble not in FOREIGN)
    inputs = now.brief(record.brief)
    if inputs is None:
        return Standing(file=file, record=record, trouble=f"the project has no brief `{record.brief}`")
    return Standing(file=file, record=record, edition=inputs.edition, changes=changes(record, views_of(inputs)))


def outdated(found: Iterable[Standing]) -> bool:
    """Tell whether one of the files is outdated."""
    return any(s.changes for s in found)
