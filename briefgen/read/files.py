"""Bytes of files: where they may lie, how large they may be, and that they are text."""

import hashlib
import os
import stat
from pathlib import Path

import msgspec

from .findings import Findings

REPORT_MOST = 8 * 2**20
"""Bytes that a file of a report may have."""

SPEC_MOST = 2**20
"""Bytes that a brief spec or a theme may have."""


SMALLER = "split it, or leave out what no brief needs"
"""What to do about a file that is too large."""

LOGO_MOST = 2**18
"""Bytes that a logo may have."""


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was read: `name` is relative to the project."""

    name: str
    path: Path
    data: bytes
    sha256: str


def read(
    path: Path, name: str, inside: tuple[Path, ...], most: int, findings: Findings, *, smaller: str = SMALLER
) -> Source | None:
    """Return a file's bytes, or None where it cannot be used; `inside` are the folders it must lie in, resolved."""
    try:
        real = os.path.realpath(path, strict=True)
        if not any(_lies_in(real, folder) for folder in inside):
            findings.error(
                "BG116",
                "the file lies outside the project",
                name,
                hint="copy it into the project; links may not lead out of it",
            )
            return None
        state = os.stat(real)  # noqa: PTH116 -- see `_lies_in`
        if not stat.S_ISREG(state.st_mode):
            findings.error("BG101", "this is not a file", name, hint="a file is needed here, not a folder or a device")
            return None
        if state.st_size > most:
            findings.error(
                "BG102",
                f"the file has {state.st_size / 2**20:.1f} MiB; at most {most / 2**20:g} MiB are read",
                name,
                hint=smaller,
            )
            return None
        with open(real, "rb") as stream:  # noqa: PTH123
            data = stream.read(state.st_size + 1)
    except FileNotFoundError:
        findings.error("BG100", "there is no such file", name, hint="check the name, or create the file")
        return None
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a link that leads to itself
        reason = getattr(error, "strerror", None) or str(error)
        findings.error("BG101", f"the file cannot be read: {reason}", name, hint="check its rights and its links")
        return None
    return Source(name=name, path=path, data=data, sha256=hashlib.sha256(data).hexdigest())


def _lies_in(path: str, folder: Path) -> bool:
    """Tell whether a folder holds a path, both without links; as text, since Path takes four times as long."""
    return path.startswith(os.path.join(folder, ""))  # noqa: PTH118


def lines(data: bytes) -> str:
    """Return the characters of UTF-8, every line ended by a line feed; raises UnicodeDecodeError."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def text(source: Source, findings: Findings) -> str | None:
    """Return the characters of a file, or None where it is not text."""
    from .yamltext import FORBIDDEN

    if source.data[:2] in (b"\xff\xfe", b"\xfe\xff") or 3 * source.data.count(0) > len(source.data) > 0:
        hint = "save it as UTF-8"
        findings.error("BG104", "the file is not UTF-8 but UTF-16", source.name, line=1, column=1, hint=hint)
        return None
    try:
        characters = lines(source.data)
    except UnicodeDecodeError as error:
        before = source.data[: error.start]
        findings.error(
            "BG104",
            f"the file is not UTF-8: byte 0x{source.data[error.start]:02X} cannot stand here",
            source.name,
            line=before.count(b"\n") + 1,
            column=len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1,
            hint="save it as UTF-8",
        )
        return None
    found = FORBIDDEN.search(characters)
    if found is None:
        return characters
    before_it = characters[: found.start()]
    findings.error(
        "BG105",
        f"a control character (U+{ord(found.group()):04X}) stands in the file",
        source.name,
        line=before_it.count("\n") + 1,
        column=len(before_it.rsplit("\n", 1)[-1]) + 1,
        hint="delete it; it is often left over from copying out of another program",
    )
    return None
