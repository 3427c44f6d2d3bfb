"""The ledger as a file: private, one writer, up to date, kept, and clear about what is wrong with it."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from briefgen.distribute import entries, ledger, schema
from briefgen.distribute.entries import Part, State
from briefgen.errors import InputError
from briefgen.model.stakeholders import Channel
from tests.distribute.support import recipient
from tests.support.project import ROOT

AT = "2021-11-20T09:30:00+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "d" / "distribution.sqlite"


def delivered(path: Path, who: str = "amina", edition: str = "aaaaaaaaaaaa") -> None:
    """Enter a file that a recipient has."""
    with ledger.writing(path) as book, ledger.transaction(book):
        key, _ = entries.edition(book, "calm", edition, "Moscow wants calm", None, "2021-11-14", AT)
        file = entries.file(book, key, "short", "pdf", "en", "0" * 64, b"{}")
        one = entries.begin(book, recipient(who), [(file, "Calm.pdf")], reason="new", at=AT)
        entries.copy_number(book, key, who)
        book.execute("UPDATE parts SET sha256 = ? WHERE delivery = ?", ("1" * 64, one.id))
        entries.step(book, one.id, State.DONE, AT)


def holders(path: Path) -> list[tuple[str, str, int, int]]:
    with ledger.reading(path) as book:
        return [(h.recipient, h.edition, h.number, h.copy) for h in entries.holdings(book)]


def test_what_was_entered_is_read_again(path: Path) -> None:
    delivered(path)
    delivered(path, "boris")
    delivered(path, "boris", "bbbbbbbbbbbb")
    assert holders(path) == [("amina", "a" * 12, 1, 1), ("boris", "a" * 12, 1, 2), ("boris", "b" * 12, 2, 1)]


def test_ledger_copy_and_lock_are_for_their_owner_alone(path: Path) -> None:
    old = os.umask(0)
    try:
        delivered(path)
        with ledger.writing(path) as book:
            book.execute("INSERT INTO recipients (id, name) VALUES ('x', 'X')")
            modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    finally:
        os.umask(old)
    ends = ("", ".backup", ".lock", ".lock-journal", "-wal", "-shm")
    assert set(modes) == {f"distribution.sqlite{end}" for end in ends}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_it_keeps_a_write_ahead_log(path: Path) -> None:
    with ledger.writing(path) as book:
        assert book.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_reading_leaves_nothing_behind(path: Path) -> None:
    delivered(path)
    before = sorted(p.name for p in path.parent.iterdir())
    holders(path)
    assert sorted(p.name for p in path.parent.iterdir()) == before


def test_a_second_writer_is_kept_out_and_a_reader_is_not(path: Path) -> None:
    delivered(path)
    with ledger.writing(path) as book:
        with pytest.raises(InputError) as caught, ledger.writing(path):
            pass
        assert caught.value.diagnostics[0].code == "BG931"
        assert "another run is distributing" in str(caught.value)
        with ledger.transaction(book):
            assert holders(path) == [("amina", "a" * 12, 1, 1)]
    delivered(path, "boris")


def test_a_writer_that_was_killed_holds_nothing(path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from briefgen.distribute import ledger\n"
        "with ledger.writing(Path(sys.argv[1])) as book:\n"
        "    book.execute('BEGIN'); book.execute(\"INSERT INTO recipients (id, name) VALUES ('x', 'X')\")\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, path], cwd=ROOT, check=False)
    assert done.returncode == -9
    delivered(path)
    assert holders(path) == [("amina", "a" * 12, 1, 1)]


@pytest.mark.parametrize("damage", [b"this is no database at all, whatever it is called" * 30, None])
def test_a_damaged_ledger_is_told_and_left_alone(path: Path, damage: bytes | None) -> None:
    for n in range(40):
        delivered(path, f"recipient-{n}")
    whole = path.read_bytes()
    path.write_bytes(damage or whole[:4096] + b"\xa5" * 8192 + whole[12288:])
    broken = path.read_bytes()
    for opened in (ledger.writing, ledger.reading):
        with pytest.raises(InputError) as caught, opened(path):
            pass
        assert caught.value.diagnostics[0].code == "BG933"
        assert "distribution.sqlite.backup beside it is its last sound copy" in str(caught.value)
    assert path.read_bytes() == broken
    path.with_name(path.name + ".backup").replace(path)
    assert len(holders(path)) == 40


def test_a_copy_is_kept_as_of_the_last_run(path: Path) -> None:
    delivered(path)
    delivered(path, "boris")
    assert holders(path.with_name("distribution.sqlite.backup")) == holders(path)


def test_a_ledger_of_a_later_briefgen_is_not_touched(path: Path) -> None:
    delivered(path)
    with closing(sqlite3.connect(path)) as book:
        book.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    for opened in (ledger.writing, ledger.reading):
        with pytest.raises(InputError, match="was written by a later briefgen"), opened(path):
            pass


def test_a_ledger_of_an_earlier_briefgen_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    delivered(path)
    step = "ALTER TABLE recipients ADD COLUMN note TEXT; UPDATE recipients SET note = 'kept';"
    monkeypatch.setattr(ledger, "MIGRATIONS", (*schema.MIGRATIONS, step))
    before = path.read_bytes()
    with ledger.reading(path) as book:
        assert [tuple(r) for r in book.execute("SELECT id, note FROM recipients")] == [("amina", "kept")]
    assert path.read_bytes() == before, "a reader changes nothing"
    with ledger.writing(path) as book:
        assert [tuple(r) for r in book.execute("SELECT id, note FROM recipients")] == [("amina", "kept")]
    assert holders(path) == [("amina", "a" * 12, 1, 1)]


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    delivered(path)
    monkeypatch.setattr(ledger, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE extra (x); NONSENSE;"))
    with pytest.raises(sqlite3.OperationalError), ledger.writing(path):
        pass
    monkeypatch.undo()
    with ledger.writing(path) as book:
        assert book.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone()[0] == 0


def overfill(path: Path) -> None:
    with ledger.writing(path) as book:
        pages = book.execute("PRAGMA page_count").fetchone()[0]
        book.execute(f"PRAGMA max_page_count = {pages}")
        with ledger.transaction(book):
            book.execute("INSERT INTO recipients (id, name) VALUES ('x', ?)", ("x" * 100_000,))


def test_a_full_disk_is_told(path: Path) -> None:
    delivered(path)
    with pytest.raises(InputError, match="no space left for the ledger"):
        overfill(path)
    assert holders(path) == [("amina", "a" * 12, 1, 1)]


def test_a_ledger_that_was_only_begun_when_the_disk_was_full_is_an_empty_one(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert holders(path) == []
    delivered(path)
    assert holders(path) == [("amina", "a" * 12, 1, 1)]


def test_a_folder_in_the_ledgers_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "l").mkdir()
    with pytest.raises(InputError, match="BG932"), ledger.writing(tmp_path / "l"):
        pass


def test_no_ledger_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no ledger"), ledger.reading(tmp_path / "l"):
        pass


def entered(
    book: sqlite3.Connection, *files: tuple[str, str], who: str = "amina", **fields: object
) -> entries.Delivery:
    """Begin a delivery of files by edition and length."""
    parts = []
    for edition, length in files:
        key, _ = entries.edition(book, "calm", edition, "t", None, "2021-11-14", AT)
        parts.append((entries.file(book, key, length, "pdf", "en", "0" * 64, b"{}"), f"{length}.pdf"))
    return entries.begin(book, recipient(who, **fields), parts, reason="new", at=AT)


def test_a_delivery_that_was_begun_is_taken_up_again(path: Path) -> None:
    with ledger.writing(path) as book:
        first = entered(book, ("a", "short"), ("a", "full"))
        again = entered(book, ("a", "full"), ("a", "short"))
    assert (first.begun, again.begun) == (False, True)
    assert (again.id, again.number) == (first.id, 1)


@pytest.mark.parametrize(
    ("files", "fields"),
    [
        ([("b", "short")], {}),
        ([("a", "short"), ("a", "full")], {}),
        ([("a", "short")], {"channel": Channel.EML}),
        ([("a", "short")], {"email": "new@example.org"}),
    ],
)
def test_one_that_was_begun_gives_way_to_what_is_wanted_now(
    path: Path, files: list[tuple[str, str]], fields: dict[str, object]
) -> None:
    with ledger.writing(path) as book:
        first = entered(book, ("a", "short"))
        second = entered(book, *files, **fields)
        assert second.number == 2
        states = dict(book.execute("SELECT delivery, state FROM states").fetchall())
    assert states == {first.id: "dropped", second.id: "planned"}


def test_what_has_been_delivered_never_gives_way(path: Path) -> None:
    with ledger.writing(path) as book:
        first = entered(book, ("a", "short"))
        entries.packed(book, first.id, [Part(file=1, name="short.pdf", sha256="1" * 64)], None, State.DONE, AT)
        entered(book, ("b", "short"))
        assert [s for _, s in book.execute("SELECT delivery, state FROM states").fetchall()] == ["done", "planned"]
