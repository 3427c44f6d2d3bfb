"""A run: what each recipient shall get, what is packed, what is sent, and that nothing is done twice."""

import errno
import hashlib
import os
import shutil
import stat
import zipfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace

from briefgen.distribute import entries, ledger, packing, run
from briefgen.distribute.copies import Artifact
from briefgen.distribute.entries import Holding, State
from briefgen.distribute.plan import Offer, Parcel, names
from briefgen.distribute.run import Task, Told
from briefgen.distribute.smtp import Clock, Post
from briefgen.errors import DeliveryError, InputError
from briefgen.model.changes import Change
from briefgen.model.stakeholders import Channel, Recipient, Secret
from tests.distribute.post_office import PostOffice, authority, post_office, trusting
from tests.distribute.support import artifact, at, copier, deck, house, offer, pdf, recipient, sender, server

AT = "2021-11-20T09:30:00+00:00"
CHANGE = (Change(kind="unit", id="talks", at=(1,), old="Talks on 8 July.", new="Talks on 9 July."),)


class Desk:
    """A ledger and a folder, and runs on them."""

    def __init__(self, top: Path) -> None:
        self.top, self.path = top, top / "distribution.sqlite"
        self.house = house()
        self.stale: set[str] = set()  # editions that are outdated
        self.passwords: dict[str, str] = {}

    def tasks(
        self,
        who: Sequence[Recipient],
        files: Sequence[Artifact],
        *,
        supersede: bool = False,
        again: tuple[str, ...] = (),
    ) -> tuple[Task, ...]:
        parcels = [Parcel(recipient=r, offers=(o := tuple(a.offer for a in files)), names=names(o)) for r in who]

        def stale(held: Holding, _: Offer) -> tuple[Change, ...]:
            return CHANGE if held.edition in self.stale else ()

        held: tuple[Holding, ...] = ()
        if self.path.exists():
            with ledger.reading(self.path) as book:
                held = entries.holdings(book)
        return run.tasks(parcels, held, stale, supersede=supersede, again=again)

    def run(
        self,
        who: Sequence[Recipient],
        *files: Artifact,
        post: Post | None = None,
        supersede: bool = False,
        again: tuple[str, ...] = (),
    ) -> list[Told]:
        there = {a.offer.key: a for a in files}
        with ledger.writing(self.path) as book:
            run.again(book, again, lambda: AT)
            due = self.tasks(who, files, supersede=supersede, again=again)
            told = list(run.distribute(book, due, there, copier(), self.house, self.passwords, self.top, lambda: AT))
            if post:
                sending = run.Sending(ledger=book, top=self.top, now=lambda: AT)
                told += run.send(sending, post, [t.delivery for t in told])
            told += run.doubtful(book, {r.id for r in who})
        return told

    def states(self) -> list[tuple[str, int, str]]:
        with ledger.reading(self.path) as book:
            rows = book.execute(
                "SELECT recipient, number, state FROM deliveries d JOIN states s ON s.delivery = d.id ORDER BY d.id"
            )
            return [tuple(r) for r in rows]

    def steps(self) -> list[str]:
        with ledger.reading(self.path) as book:
            return [r["state"] for r in book.execute("SELECT state FROM steps ORDER BY id")]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "distribution")


def test_a_package_has_files_note_and_checksums(desk: Desk) -> None:
    (told,) = desk.run([recipient()], artifact())
    folder = desk.top / "amina" / "delivery-1"
    assert told == Told(
        delivery=1,
        recipient="amina",
        files=("Calm - short - 2021-11-14 - en.pdf",),
        state=State.DONE,
        where=str(folder),
    )
    found = at(folder)
    assert list(found) == ["Calm - short - 2021-11-14 - en.pdf", "SHA256SUMS", "cover.html", "cover.txt"]
    assert found["Calm - short - 2021-11-14 - en.pdf"] == artifact().data
    digest = hashlib.sha256(artifact().data).hexdigest()
    assert found["SHA256SUMS"].decode() == f"{digest}  Calm - short - 2021-11-14 - en.pdf\n"
    assert "Dear Amina," in found["cover.txt"].decode()
    with ledger.reading(desk.path) as book:
        (held,) = entries.holdings(book)
    assert (held.sha256, held.copy, held.number, held.state) == (digest, 1, 1, State.DONE)


def test_packages_are_for_their_owner_alone(desk: Desk) -> None:
    desk.path = desk.top.parent / "ledger.sqlite"  # which else makes the folder of both
    desk.top = desk.top.parent / "apart"
    old = os.umask(0)
    try:
        desk.run([recipient(channel=Channel.EML)], artifact())
    finally:
        os.umask(old)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in desk.top.parent.rglob("*")}
    assert {m for n, m in modes.items() if n in ("apart", "amina", "delivery-1")} == {0o700}
    assert {m for n, m in modes.items() if "." in n or n == "SHA256SUMS"} == {0o600}


def test_a_second_run_has_nothing_to_do(desk: Desk) -> None:
    who = [recipient("amina"), recipient("boris", channel=Channel.EML)]
    assert len(desk.run(who, artifact())) == 2
    before = at(desk.top / "amina") | at(desk.top / "boris")
    assert desk.run(who, artifact()) == []
    assert at(desk.top / "amina") | at(desk.top / "boris") == before
    assert [t.current for t in desk.tasks(who, [artifact()])] == [1, 1]


def test_a_new_recipient_and_a_new_file_are_all_that_is_packed(desk: Desk) -> None:
    amina, boris = recipient("amina"), recipient("boris")
    desk.run([amina], artifact())
    more = artifact(offer(length="one-page"))
    told = desk.run([amina, boris], artifact(), more)
    assert [(t.recipient, len(t.files)) for t in told] == [("amina", 1), ("boris", 2)]
    assert desk.states() == [("amina", 1, "done"), ("amina", 2, "done"), ("boris", 1, "done")]


def test_an_outdated_edition_is_told_and_given_way_to_only_when_asked(desk: Desk) -> None:
    desk.run([recipient()], artifact(edition="a" * 12))
    desk.stale.add("a" * 12)
    new = artifact(edition="b" * 12)
    (task,) = desk.tasks([recipient()], [new])
    assert (task.due, task.current, task.outdated) == ((), 0, 1)
    assert desk.run([recipient()], new) == []
    (told,) = desk.run([recipient(), recipient("boris")], new, supersede=True)
    assert told.recipient == "amina"
    cover = (desk.top / "amina" / "delivery-2" / "cover.txt").read_text("utf-8")
    assert "It takes the place of edition 1" in cover
    assert "was: Talks on 8 July.\n    now: Talks on 9 July.\n" in cover
    assert "edition 2, as of 14 November 2021" in cover
    assert desk.run([recipient()], new, supersede=True) == []


def test_a_new_edition_with_nothing_new_is_not_sent_again(desk: Desk) -> None:
    desk.run([recipient()], artifact(edition="a" * 12))
    assert desk.run([recipient()], artifact(edition="b" * 12)) == []
    assert desk.run([recipient()], artifact(edition="b" * 12), supersede=True) == []


def test_marks_count_copies_by_edition(desk: Desk) -> None:
    files = artifact(data=pdf()), artifact(offer(format="pptx"), data=deck())
    who = [recipient(n, mark="{name} · {copy}") for n in ("amina", "boris")]
    desk.run(who, *files)
    for n, name in enumerate(("amina", "boris"), 1):
        paper, slides = (
            desk.top / name / "delivery-1" / f"Calm - short - 2021-11-14 - en.{e}" for e in ("pdf", "pptx")
        )
        with closing(pypdfium2.PdfDocument(paper)) as found:
            assert f"{name.title()} · copy {n}" in found[0].get_textpage().get_text_bounded()
        with zipfile.ZipFile(slides) as deck_:
            assert f"{name.title()} · copy {n}" in deck_.read("ppt/slides/slide1.xml").decode()


def test_a_password_opens_the_copy_and_stands_nowhere(desk: Desk) -> None:
    desk.passwords = {"amina": "correct-horse-1"}
    who = recipient(secret=Secret(source="prompt"), channel=Channel.EML)
    desk.run([who], artifact(data=pdf()))
    path = desk.top / "amina" / "delivery-1" / "Calm - short - 2021-11-14 - en.pdf"
    with pikepdf.open(path, password="correct-horse-1") as found:
        assert found.is_encrypted
    assert not [n for n, data in at(desk.top).items() if b"correct-horse-1" in data]
    assert "PDF/A" in (path.parent / "cover.txt").read_text("utf-8")


def test_no_copy_is_left_open_for_want_of_a_password(desk: Desk) -> None:
    with pytest.raises(KeyError):
        desk.run([recipient(secret=Secret(source="prompt"))], artifact(data=pdf()))
    assert not list(desk.top.rglob("*.pdf"))


def test_a_package_that_nobody_entered_is_not_overwritten(desk: Desk) -> None:
    folder = desk.top / "amina" / "delivery-1"
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="BG935"):
        desk.run([recipient()], artifact())
    assert at(folder) == {"mine.txt": b"mine"}


def test_a_full_disk_stops_the_run_and_the_next_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    who = [recipient(n) for n in ("amina", "boris", "chen")]
    real, left = os.open, [6]

    def full(path: str, flags: int, *more: int, **others: int) -> int:
        left[0] -= bool(flags & os.O_CREAT)
        if left[0] < 0 and flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, flags, *more, **others)

    with monkeypatch.context() as patch:
        patch.setattr(packing.os, "open", full)
        with pytest.raises(InputError, match="No space left on device"):
            desk.run(who, artifact())
    assert desk.states() == [("amina", 1, "done"), ("boris", 1, "planned")]
    assert [p.name for p in (desk.top / "boris").iterdir()] == []
    desk.run(who, artifact())
    assert desk.states() == [("amina", 1, "done"), ("boris", 1, "done"), ("chen", 1, "done")]


@pytest.mark.parametrize("folder", ["con", "aux.1"])
def test_an_id_that_windows_takes_for_a_device_is_no_folder_there(desk: Desk, folder: str) -> None:
    (told,) = desk.run([recipient(folder, email="a@example.org")], artifact())
    assert Path(told.where).parent.name == f"_{folder}"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return authority(tmp_path_factory.mktemp("tls"))


def way(office: PostOffice, papers: tuple[Path, Path], desk: Desk, **fields: object) -> Post:
    whose = sender(server=server(port=office.port, **fields))
    desk.house = replace(desk.house, sender=whose)
    return Post(whose, None, Clock(sleep=lambda _: None), trusting(papers[0]))


def mailed(*ids: str) -> list[Recipient]:
    return [recipient(n, channel=Channel.SMTP) for n in ids]


def test_mail_waits_until_it_is_sent_and_is_sent_once(desk: Desk, papers: tuple[Path, Path]) -> None:
    who = mailed("amina", "boris")
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        assert [t.state for t in desk.run(who, artifact())] == [State.PACKED, State.PACKED]
        assert office.got == []
        told = desk.run(who, artifact(), post=post)
        assert [(t.recipient, t.state) for t in told[2:]] == [("amina", State.DONE), ("boris", State.DONE)]
        assert desk.run(who, artifact(), post=post) == []
        assert [a for a, _ in office.got] == ["amina@example.org", "boris@example.org"]
        assert office.got[0][1] == (desk.top / "amina" / "delivery-1" / "message.eml").read_bytes()


def test_who_is_refused_stops_nobody_and_is_tried_anew(desk: Desk, papers: tuple[Path, Path]) -> None:
    who = mailed("amina", "boris", "chen")
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        office.rcpt = {"amina@example.org": "550 no such user", "boris@example.org": "450 later"}
        told = desk.run(who, artifact(), post=post)
        assert [(t.recipient, t.state, t.detail) for t in told[3:]] == [
            ("amina", State.REFUSED, "550 no such user"),
            ("boris", State.DEFERRED, "450 later"),
            ("chen", State.DONE, "taken"),
        ]
        office.rcpt = {}
        told = desk.run(who, artifact(), post=post)
        assert sorted((t.recipient, t.state.value) for t in told) == [
            ("amina", "done"),
            ("amina", "packed"),
            ("boris", "done"),
            ("boris", "packed"),
        ]
        assert desk.states() == [
            ("amina", 1, "refused"),
            ("boris", 1, "done"),
            ("chen", 1, "done"),
            ("amina", 2, "done"),
        ]
        assert sorted(a for a, _ in office.got) == ["amina@example.org", "boris@example.org", "chen@example.org"]


def test_a_mail_in_doubt_is_told_in_every_run_and_sent_again_only_when_asked(
    desk: Desk, papers: tuple[Path, Path]
) -> None:
    (who,) = mailed("amina")
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        office.hang_up.add("amina@example.org")
        (_, doubt) = desk.run([who], artifact(), post=post)
        assert doubt.state is State.HANDED
        office.hang_up.clear()
        (told,) = desk.run([who], artifact(), post=post)
        assert (told.state, len(office.got)) == (State.HANDED, 1)
        assert "--again amina" in told.detail
        with pytest.raises(InputError, match="BG941"):
            desk.run([who], artifact(), post=post, again=("boris",))
        desk.run([who], artifact(), post=post, again=("amina",))
        assert desk.states() == [("amina", 1, "done")]
        first, second = (data for _, data in office.got)
        assert first == second  # the same id, so that a mail program knows it for the same


def test_a_server_that_cannot_be_used_leaves_all_waiting(desk: Desk, papers: tuple[Path, Path]) -> None:
    who = mailed("amina", "boris")
    with post_office(*papers, plain=True) as office, closing(way(office, papers, desk)) as post:
        with pytest.raises(DeliveryError):
            desk.run(who, artifact(), post=post)
        assert office.got == []
    assert desk.states() == [("amina", 1, "sending"), ("boris", 1, "packed")]
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        desk.run(who, artifact(), post=post)
        assert len(office.got) == 2


def test_a_mail_that_waits_gives_way_to_a_new_edition(desk: Desk, papers: tuple[Path, Path]) -> None:
    (who,) = mailed("amina")
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        desk.run([who], artifact(edition="a" * 12))
        desk.run([who], artifact(edition="b" * 12), post=post)
        assert desk.states() == [("amina", 1, "dropped"), ("amina", 2, "done")]
        assert len(office.got) == 1
        assert b"edition 2" in office.got[0][1]


def test_a_mail_whose_file_is_gone_is_packed_anew(desk: Desk, papers: tuple[Path, Path]) -> None:
    (who,) = mailed("amina")
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        desk.run([who], artifact())
        shutil.rmtree(desk.top / "amina")
        desk.run([who], artifact(), post=post)
        assert len(office.got) == 1


def test_the_ledger_tells_each_step(desk: Desk, papers: tuple[Path, Path]) -> None:
    with post_office(*papers) as office, closing(way(office, papers, desk)) as post:
        desk.run(mailed("amina"), artifact(), post=post)
    assert desk.steps() == ["planned", "packed", "sending", "handed", "done"]


def test_a_house_without_sender_is_named_by_its_briefs(desk: Desk) -> None:
    desk.house = replace(desk.house, sender=None)
    desk.run([recipient()], artifact())
    assert "Example Institute sends you" in (desk.top / "amina" / "delivery-1" / "cover.txt").read_text("utf-8")
