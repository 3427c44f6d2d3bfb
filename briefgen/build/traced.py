"""A finished file -> its trace record, or what is wrong with the file in words. No project is asked."""

from pathlib import Path

import msgspec
from msgspec.structs import replace

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.base import Value
from ..model.spec import Format
from ..model.trace import Trace, TracedUnit
from ..preflight.trace import Trouble, examined

SIZE_MOST = 1 << 29
"""Bytes that a brief or deck may have; none of ours comes near."""

CODES = {Trouble.DAMAGED: "BG910", Trouble.ENCRYPTED: "BG910", Trouble.RECORD: "BG910"}
HINTS = {
    Trouble.FORMAT: "name a .pdf or .pptx that briefgen has built",
    Trouble.FOREIGN: "briefgen did not build it, or another program has stripped its metadata: take the file as built",
    Trouble.LATER: "a later briefgen built it: use that one",
    Trouble.RECORD: "another program has changed it: take the file as it was built",
    Trouble.DAMAGED: "fetch it again, or take the file as it was built",
    Trouble.ENCRYPTED: "save it without a password first",
}


class Traced(Value, frozen=True, kw_only=True):
    """A file by its path as it was named, its number of pages or slides, and its record."""

    file: str
    size: int
    record: Trace

    @property
    def part(self) -> str:
        """Return what the file's parts are called: page or slide."""
        return "page" if self.record.format == Format.PDF.value else "slide"

    def rows(self, number: int | None = None) -> list[tuple[int | None, TracedUnit]]:
        """Return each page or slide, or only one of them, with its units in the order of the brief."""
        placed = [(at, unit) for unit in self.record.units for at in unit.at or (None,)]
        chosen = [row for row in placed if number is None or row[0] == number]
        return sorted(chosen, key=lambda row: row[0] or 0)

    def as_json(self, number: int | None = None) -> str:
        """Return the record as JSON, with file and size; of one page or slide only, if it is given."""
        shown = {unit.id for _, unit in self.rows(number)}
        record = replace(self.record, units=tuple(u for u in self.record.units if u.id in shown))
        told = {"file": self.file, f"{self.part}s": self.size, **msgspec.to_builtins(record)}
        return msgspec.json.format(msgspec.json.encode(told), indent=2).decode()


def trace(path: Path, *, page: int | None = None) -> Traced:
    """Return the record of a file; raises InputError for a file that has none, or not so many pages or slides."""
    found = examined(_bytes(path))
    if found.record is None:
        trouble = found.trouble or Trouble.FOREIGN
        raise _refused(CODES.get(trouble, "BG909"), f"{path} {trouble.value}", HINTS[trouble])
    traced = Traced(file=path.as_posix(), size=found.size, record=found.record)
    if page is not None and page > found.size:
        count = f"{found.size} {traced.part}{'' if found.size == 1 else 's'}"
        raise _refused("BG911", f"{path} has no {traced.part} {page}", f"it has {count}")
    return traced


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            what = "is a folder" if path.is_dir() else "is no file" if path.exists() else "is not there"
            raise _refused("BG908", f"{path} {what}", "name one .pdf or .pptx")
        if path.stat().st_size > SIZE_MOST:
            raise _refused("BG909", f"{path} is too large to be a brief", HINTS[Trouble.FORMAT])
        return path.read_bytes()
    except OSError as error:
        raise _refused("BG908", f"{path} cannot be read: {error.strerror or error}", "check its rights") from error


def _refused(code: str, message: str, hint: str) -> InputError:
    return InputError((Diagnostic(code=code, message=message, hint=hint),))
