"""A folder of values by key. A damaged or missing entry is a miss; a folder that cannot be written is no error."""

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")


class Cache:
    """Values as msgpack under FOLDER/ROOM/KEY; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, room: str, key: str, type_: type[T]) -> T | None:
        """Return the value, or None if it is not there or cannot be read."""
        if self.folder is None:
            return None
        try:
            return msgspec.msgpack.decode((self.folder / room / key).read_bytes(), type=type_)
        except (OSError, msgspec.MsgspecError, ValueError):
            return None

    def put(self, room: str, key: str, value: object) -> None:
        """Keep a value; written beside and renamed, so that no reader sees half of it."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            home = self.folder / room
            home.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=home, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as f:
                    f.write(msgspec.msgpack.encode(value))
                Path(name).replace(home / key)
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
