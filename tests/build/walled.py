"""A build behind walls, for a process of its own: no sockets, no other programs, and a list of all files opened.

    python -m tests.build.walled PROJECT LOG

The log gets the path of each file that is opened, one a line, also by processes that are forked.
"""

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "urllib.", "http.", "ftplib.")


class NoSocket(socket.socket):
    """A socket that nobody gets."""

    def __init__(self, *_: object, **__: object) -> None:
        raise AssertionError("a socket was asked for")


class NoProgram(subprocess.Popen[bytes]):
    """A program that nobody runs."""

    def __init__(self, *_: object, **__: object) -> None:
        raise AssertionError("a program was asked for")


def main(project: Path, log: int) -> None:
    """Build the briefs of a project; `log` is a file descriptor."""
    import matplotlib.font_manager  # noqa: F401 -- lists the machine's fonts, by a program, when first imported

    from briefgen.build import build

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
            os.write(log, os.fsencode(os.path.realpath(arguments[0])) + b"\n")
        elif event.startswith(FORBIDDEN):
            os.write(2, f"forbidden: {event} {arguments}\n".encode())
            os._exit(70)

    socket.socket = NoSocket  # type: ignore[misc]
    subprocess.Popen = NoProgram  # type: ignore[misc]
    sys.addaudithook(watch)
    build((), output=project / "out", root=project, cache_folder=project / "cache")


if __name__ == "__main__":
    main(Path(sys.argv[1]), os.open(sys.argv[2], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
