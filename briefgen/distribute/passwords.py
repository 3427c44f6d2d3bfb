"""Where a password is asked for -> the password; it is returned and nowhere else kept, shown or written."""

import os
import stat
from collections.abc import Callable, Iterable
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import InputError
from ..model.stakeholders import Recipient

Ask = Callable[[str], str | None]
"""Asks a person for the password of the recipient named; None where nobody can be asked."""
LEAST, MOST = 8, 127
"""Characters, and bytes in UTF-8 (PDF takes no more: ISO 32000-2, 7.6.4.3.4)."""


def passwords(recipients: Iterable[Recipient], folder: Path, ask: Ask) -> dict[str, str]:
    """Return each recipient's password, of those who have one; files are looked for from a folder on.

    Raises InputError with every password that cannot be had or is none.
    """
    out: dict[str, str] = {}
    wrong: list[Diagnostic] = []
    for one in recipients:
        if one.secret is None:
            continue
        try:
            out[one.id] = _usable(_found(one, folder, ask))
        except ValueError as error:
            wrong.append(
                Diagnostic(
                    code="BG926",
                    message=f"the password of `{one.id}` {error}",
                    file=one.origin.file,
                    path=(*one.origin.path, "password"),
                    hint=f"it comes from {_place(one)} and has {LEAST} characters or more",
                )
            )
    if wrong:
        raise InputError(tuple(wrong))
    return out


def _place(one: Recipient) -> str:
    assert one.secret
    match one.secret.source:
        case "env":
            return f"the environment variable {one.secret.name}"
        case "file":
            return f"the first line of the file {one.secret.name}"
        case _:
            return "a prompt"


def _found(one: Recipient, folder: Path, ask: Ask) -> str | None:
    assert one.secret
    match one.secret.source:
        case "env":
            return os.environ.get(one.secret.name)
        case "file":
            path = folder / one.secret.name
            try:
                with path.open("rb") as stream:
                    if os.name == "posix" and stat.S_IMODE(os.fstat(stream.fileno()).st_mode) & 0o077:
                        raise ValueError("lies in a file that others may read: take their rights away (chmod 600)")
                    return stream.readline(1024).decode("utf-8-sig").rstrip("\r\n")
            except UnicodeDecodeError:
                raise ValueError("is not UTF-8") from None
            except OSError as error:
                raise ValueError(f"cannot be read: {error.strerror}") from None
        case _:
            return ask(one.name)


def _usable(password: str | None) -> str:
    if not password:
        raise ValueError("is not given")
    if len(password) < LEAST:
        raise ValueError("is too short")
    if len(password.encode()) > MOST:
        raise ValueError("is too long")
    if not password.isprintable():
        raise ValueError("has characters that cannot be typed")
    return password
