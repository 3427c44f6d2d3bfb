"""What was made once, kept in a folder of the caller's: by content and by the version of this code.

A damaged or missing entry is a miss, and a folder that cannot be written is no error. An entry appears whole or not at
all.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import msgspec

from . import __version__

DIGEST = hashlib.sha256().digest_size
_turns = count()


@cache
def version() -> str:
    """Return a hash that changes when the package's own modules do, told by their sizes and times."""
    digest = hashlib.sha256(__version__.encode())
    for entry in _modules(str(Path(__file__).parent)):
        state = entry.stat()
        digest.update(f"{entry.name} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _modules(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda e: e.name)
    for entry in entries:
        if entry.is_dir():
            yield from _modules(entry.path)
        elif entry.name.endswith(".py"):
            yield entry


def key(kind: str, parts: Iterable[str | bytes]) -> str:
    """Return the name of a cached value of a kind, made by this code from the given contents."""
    digest = hashlib.sha256(f"{kind}\n{version()}\n".encode())
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(data)}\n".encode() + data)
    return digest.hexdigest()


def get(folder: Path | None, room: str, name: str, kind: Any) -> Any:
    """Return a cached value of a type, or None where there is none or it is damaged."""
    if folder is None:
        return None
    try:
        data = _place(folder, room, name).read_bytes()
        whole = hashlib.sha256(data[DIGEST:]).digest() == data[:DIGEST]
        return msgspec.msgpack.decode(data[DIGEST:], type=kind) if whole else None
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def learn(*kinds: Any) -> None:
    """Have msgspec take types apart, which it does when it first decodes one."""
    for kind in kinds:
        msgspec.msgpack.Decoder(kind)


def put(folder: Path | None, room: str, name: str, value: object) -> None:
    """Keep a value in a room of a folder; None as a folder keeps nothing."""
    if folder is None:
        return
    data = msgspec.msgpack.encode(value)
    target = _place(folder, room, name)
    # not by tempfile, which takes longer to load than a warm reading takes
    beside = target.with_name(f".new-{os.getpid()}-{next(_turns)}-{name[:8]}")
    with suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with beside.open("xb") as stream:
                stream.write(hashlib.sha256(data).digest() + data)
            beside.replace(target)
        except OSError:
            beside.unlink(missing_ok=True)
            raise


def _place(folder: Path, room: str, name: str) -> Path:
    return folder / room / name[:2] / name
