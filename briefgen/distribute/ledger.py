"""The file of the ledger: opened by one writer at a time, brought up to date, kept safe, and told when it is damaged.

SQLite with a write-ahead log: what is committed survives a killed process, readers never wait. A lock of its own
keeps a second run out until the first is through; it goes with the process that holds it, however that ends.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from ..diagnostics import Diagnostic
from ..errors import InputError
from .schema import MIGRATIONS

BACKUP, LOCK = ".backup", ".lock"
"""What is added to the ledger's name for the copy that is kept of it, and for the lock of the run that writes."""
PRIVATE = 0o600


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Give the ledger to the one run that writes, made if there is none; a copy of it is kept before and after.

    Raises InputError where another run has it, where it is damaged or newer than this code, and for a full disk.
    """
    with ExitStack() as stack:
        stack.enter_context(_refusing(path))
        connection = _ready(path, stack)
        yield connection
        with suppress(sqlite3.Error, OSError):
            _keep(connection, path)


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Give the ledger to a reader; raises InputError where there is none, or none that can be read.

    One that is not up to date, or was only begun, is read from a copy in memory that is.
    """
    if not path.is_file():
        raise _wrong("BG930", f"there is no ledger {path}", "`briefgen distribute` begins one; name it with --ledger")
    # not opened as read-only, which would leave SQLite's files beside the ledger behind
    with _refusing(path), closing(_opened(path)) as connection:
        connection.execute("PRAGMA query_only = ON")
        _sound(connection, path)
        if _version(connection) == len(MIGRATIONS):
            yield connection
            return
        with closing(_dressed(sqlite3.connect(":memory:", isolation_level=None))) as copy:
            connection.backup(copy)
            _migrate(copy, path)
            yield copy


def _ready(path: Path, stack: ExitStack) -> sqlite3.Connection:
    """Return the ledger locked, sound and up to date; the stack closes what is opened."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        stack.enter_context(closing(_locked(path)))
        new = not path.exists()
        _private(path)
        connection = stack.enter_context(closing(_opened(path)))
        connection.execute("PRAGMA journal_mode = WAL")
        if not new:
            _sound(connection, path)
            _keep(connection, path)
    except OSError as error:
        message = f"the ledger {path} cannot be written: {error.strerror or error}"
        raise _wrong("BG932", message, "check the rights of its folder, and that there is space") from error
    _migrate(connection, path)
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make what is written inside stand as a whole, or not at all."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def durable(connection: sqlite3.Connection) -> None:
    """Have each commit reach the disk before it returns, so that not even a power cut undoes what a mail followed."""
    connection.execute("PRAGMA synchronous = FULL")


def _opened(path: Path) -> sqlite3.Connection:
    from urllib.parse import quote

    address = f"file:{quote(path.absolute().as_posix())}?mode=rw"
    connection = _dressed(sqlite3.connect(address, uri=True, isolation_level=None, timeout=10))
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


def _dressed(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _locked(path: Path) -> sqlite3.Connection:
    """Return the lock as long as it is open; it is a database too, since SQLite locks on every system."""
    lock = path.with_name(path.name + LOCK)
    _private(lock)
    held = sqlite3.connect(lock, isolation_level=None, timeout=0)
    try:
        held.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        held.close()
        if "locked" not in str(error):
            raise
        message = f"another run is distributing with the ledger {path}"
        raise _wrong("BG931", message, "wait until it is through; a run that was killed holds nothing") from error
    return held


def _private(path: Path) -> None:
    """Have a file that only its owner reads, made if it is not there; what SQLite puts beside it is alike."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE))
    path.chmod(PRIVATE)


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Take the steps that the ledger has not taken yet, each as a whole."""
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise _wrong("BG934", f"the ledger {path} was written by a later briefgen", "use that one")
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        with transaction(connection):
            for statement in script.split(";"):
                if statement.strip():
                    connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _sound(connection: sqlite3.Connection, path: Path) -> None:
    """Raise InputError for a ledger that is damaged."""
    found = [row[0] for row in connection.execute("PRAGMA quick_check")]
    if found != ["ok"]:
        raise _damaged(path, found[0])


def _keep(connection: sqlite3.Connection, path: Path) -> None:
    """Write a copy of the ledger, whole or not at all."""
    made = path.with_name(f"{path.name}{BACKUP}.new")
    made.unlink(missing_ok=True)
    _private(made)
    with closing(sqlite3.connect(made)) as copy:
        connection.backup(copy)
    made.replace(path.with_name(path.name + BACKUP))


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Tell what SQLite and the system say against a ledger in words."""
    try:
        yield
    except sqlite3.Error as error:
        match getattr(error, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_FULL:
                raise _full(path) from error
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                hint = "close the program that has it open"
                raise _wrong("BG931", f"the ledger {path} is locked", hint) from error
            case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
                raise _damaged(path, str(error)) from error
            case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_IOERR | sqlite3.SQLITE_PERM:
                hint = "check the rights of its folder, and that there is space; network folders often cannot lock"
                raise _wrong("BG932", f"the ledger {path} cannot be used: {error}", hint) from error
            case _:
                raise


def _full(path: Path) -> InputError:
    hint = "free space and run again: what was delivered is in the ledger, what was not will be"
    return _wrong("BG932", f"there is no space left for the ledger {path}", hint)


def _damaged(path: Path, how: str) -> InputError:
    kept = path.with_name(path.name + BACKUP)
    hint = "nothing was changed; restore it from a backup of yours, or begin another with --ledger"
    if kept.is_file():
        hint = (
            f"nothing was changed; {kept.name} beside it is its last sound copy: move the damaged file away (and "
            "what ends in -wal and -shm), give the copy its name, and check by hand what was sent after it was made"
        )
    return _wrong("BG933", f"the ledger {path} is damaged: {how}", hint)


def _wrong(code: str, message: str, hint: str) -> InputError:
    return InputError((Diagnostic(code=code, message=message, hint=hint),))
