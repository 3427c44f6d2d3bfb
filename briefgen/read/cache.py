"""What was read once, kept in a folder of the caller's: by content and by the version of this code."""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .. import __version__

T = TypeVar("T")


@cache
def version() -> str:
    """Return a hash that changes when the code does that makes cached values: this package and the model."""
    here = Path(__file__).parent
    digest = hashlib.sha256(__version__.encode())
    for folder in (here, here / "shapes", here.parent / "model"):
        for entry in sorted(os.scandir(folder), key=lambda e: e.name):
            if entry.name.endswith(".py"):
                state = entry.stat()
                digest.update(f"{entry.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def key(kind: str, parts: Iterable[str]) -> str:
    """Return the name of a cached value made from the given contents."""
    digest = hashlib.sha256(f"{kind}\n{version()}\n".encode())
    for part in parts:
        digest.update(part.encode() + b"\n")
    return digest.hexdigest()


def get(folder: Path | None, name: str, kind: Any) -> Any:
    """Return a cached value of a type, or None where there is none or it is damaged."""
    if folder is None:
        return None
    try:
        data = (folder / "read" / name[:2] / name).read_bytes()
        return msgspec.msgpack.decode(data[32:], type=kind) if hashlib.sha256(data[32:]).digest() == data[:32] else None
    except (OSError, msgspec.DecodeError, ValueError):
        return None


def put(folder: Path | None, name: str, value: object) -> None:
    """Keep a value; a folder that cannot be written to is not worth a word."""
    if folder is None:
        return
    import tempfile  # takes longer to load than all that a warm reading does

    data = msgspec.msgpack.encode(value)
    target = folder / "read" / name[:2] / name
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(hashlib.sha256(data).digest() + data)
            Path(temporary).replace(target)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
