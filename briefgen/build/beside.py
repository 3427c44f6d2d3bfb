"""A second process: it parses what was edited while this one loads the back ends, then checks finished files.

Loading the renderers takes as long as parsing an edited report, and preflight needs a library that nothing else does;
meanwhile a second processor is idle. Where no process can be forked all is done in this one, with the same results.
"""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, Self

import msgspec

from ..diagnostics import Diagnostic
from ..model.base import Value
from ..model.spec import Format

LENGTH = 8
"""Bytes that say how long the message after them is."""


class Finished(Value, frozen=True, kw_only=True):
    """The bytes of an artifact, and what preflight must find in them."""

    format: Format
    data: bytes
    size: int
    marking: str | None


Check = Callable[[Finished], tuple[Diagnostic, ...]]
Found = Callable[[], tuple[Diagnostic, ...]]


class Beside:
    """The second process, forked when it is first needed and ended with the `with` block.

    `load` imports what `check` needs. Of a call that it is begun with nothing comes back, neither value nor error: who
    makes the call again finds in the cache what it kept.
    """

    def __init__(self, load: Callable[[], None], check: Check) -> None:
        self._load, self._check = load, check
        self._child = 0
        self._into: BinaryIO | None = None
        self._out: BinaryIO | None = None
        self._asked = False

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process: it stops when nobody speaks to it any more."""
        for stream in (self._into, self._out):
            if stream:
                with suppress(OSError):
                    stream.close()
        if self._child:
            os.waitpid(self._child, 0)
            self._child = 0

    def begin(self, call: Callable[[], object] | None = None) -> None:
        """Fork the process, if there is none and it is worth it, and have it make a call first."""
        if self._child or not worth():
            return
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        self._child = os.fork()
        if not self._child:
            try:
                os.close(ours_in)
                os.close(ours_out)
                with suppress(Exception):
                    self._serve(call, os.fdopen(theirs_in, "rb"), os.fdopen(theirs_out, "wb"))
            finally:
                os._exit(0)
        os.close(theirs_in)
        os.close(theirs_out)
        self._into, self._out = os.fdopen(ours_out, "wb"), os.fdopen(ours_in, "rb")

    def wait(self) -> None:
        """Wait until the call is through with which the process was begun."""
        if self._out:
            _received(self._out)

    def check(self, finished: Finished) -> Found:
        """Have a file checked, and return what waits for the findings; one is checked at a time."""
        try:
            if not (self._into and self._out):
                return lambda: self._check(finished)
            if self._asked:  # nobody waits for that answer any more
                _received(self._out)
            _send(self._into, msgspec.msgpack.encode(finished))
            self._asked = True
        except OSError:
            return lambda: self._check(finished)
        return lambda: self._answer(finished)

    def _answer(self, finished: Finished) -> tuple[Diagnostic, ...]:
        assert self._out
        answer, self._asked = _received(self._out), False
        if not answer:  # it has died, which is no reason to trust the file
            return self._check(finished)
        return msgspec.msgpack.decode(answer, type=tuple[Diagnostic, ...])

    def _serve(self, call: Callable[[], object] | None, into: BinaryIO, out: BinaryIO) -> None:
        """Live as the second process."""
        if call:
            with suppress(Exception):
                call()
            _send(out, b"done")
        self._load()
        while data := _received(into):
            _send(out, msgspec.msgpack.encode(self._check(msgspec.msgpack.decode(data, type=Finished))))


def worth() -> bool:
    """Tell whether a second process is worth its start: Linux forks cheaply, but not from the midst of threads."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _send(stream: BinaryIO, data: bytes) -> None:
    stream.write(len(data).to_bytes(LENGTH, "big") + data)
    stream.flush()


def _received(stream: BinaryIO) -> bytes:
    """Return the next message; an empty one where there is none."""
    head = stream.read(LENGTH)
    data = stream.read(int.from_bytes(head, "big"))
    return data if len(data) == int.from_bytes(head, "big") else b""
