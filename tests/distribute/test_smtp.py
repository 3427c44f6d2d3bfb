"""Sending to a real server on the loopback, and every way in which that goes wrong."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Protocol

import pytest
from aiosmtpd.smtp import SMTP

from briefgen.distribute.smtp import Clock, Credentials, Outcome, Post
from briefgen.errors import DeliveryError
from briefgen.model.stakeholders import Security
from tests.distribute.post_office import PASSWORD, USER, PostOffice, authority, free_port, post_office, trusting
from tests.distribute.support import sender, server

MAIL = b"From: a@example.org\r\nSubject: x\r\n\r\nDear you,\r\n.a point opens this line\r\n..\r\n.\r\n\r\nbye\r\n"


class Watch:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.at, self.slept = 0.0, []  # type: tuple[float, list[float]]

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds

    def clock(self) -> Clock:
        return Clock(now=lambda: self.at, sleep=self.sleep)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return authority(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def office(papers: tuple[Path, Path]) -> Iterator[PostOffice]:
    with post_office(*papers) as found:
        yield found


class Opener(Protocol):
    """Gives the way to a server."""

    def __call__(
        self, office: PostOffice, watch: Watch | None = None, login: Credentials | None = None, **fields: object
    ) -> Post: ...


@pytest.fixture
def post(papers: tuple[Path, Path]) -> Iterator[Opener]:
    with ExitStack() as opened:

        def made(
            office: PostOffice, watch: Watch | None = None, login: Credentials | None = None, **fields: object
        ) -> Post:
            whose = sender(server=server(port=office.port, **fields))
            found = Post(whose, login, (watch or Watch()).clock(), trusting(papers[0]))
            return opened.enter_context(closing(found))

        yield made


def nothing() -> None:
    pass


def test_a_mail_arrives_as_it_was_written(office: PostOffice, post: Opener) -> None:
    handed: list[int] = []
    found = post(office)
    result = found.send("b@example.org", MAIL, lambda: handed.append(len(office.got)))
    assert result.outcome is Outcome.SENT
    assert office.got == [("b@example.org", MAIL)]
    assert handed == [0]  # the ledger hears of it before the server has it all


def test_one_connection_carries_many_mails(office: PostOffice, post: Opener) -> None:
    found = post(office)
    for n in range(5):
        assert found.send(f"r{n}@example.org", MAIL, nothing).outcome is Outcome.SENT
    assert [a for a, _ in office.got] == [f"r{n}@example.org" for n in range(5)]


def test_the_rate_is_kept(office: PostOffice, post: Opener) -> None:
    watch = Watch()
    found = post(office, watch, per_minute=20.0)
    for n in range(4):
        found.send(f"r{n}@example.org", MAIL, nothing)
    assert watch.slept == [3.0, 3.0, 3.0]


def test_tls_from_the_first_byte(papers: tuple[Path, Path], post: Opener) -> None:
    with post_office(*papers, tls=True) as office:
        assert post(office, security=Security.TLS).send("b@example.org", MAIL, nothing).outcome is Outcome.SENT
        assert len(office.got) == 1


def test_user_and_password_open_a_server_that_asks_for_them(papers: tuple[Path, Path], post: Opener) -> None:
    with post_office(*papers, auth=True) as office:
        login = Credentials(user=USER, password=PASSWORD)
        assert post(office, login=login).send("b@example.org", MAIL, nothing).outcome is Outcome.SENT
        assert len(office.got) == 1


def test_a_wrong_password_stops_the_run_and_is_not_told(papers: tuple[Path, Path], post: Opener) -> None:
    with post_office(*papers, auth=True) as office:
        login = Credentials(user=USER, password="wrong-horse")
        with pytest.raises(DeliveryError) as caught:
            post(office, login=login).send("b@example.org", MAIL, nothing)
    assert "refuses user and password" in str(caught.value)
    assert "wrong-horse" not in f"{caught.value!s} {caught.value!r} {login!r} {caught.value.__context__!r}"


def test_a_server_without_tls_gets_nothing(papers: tuple[Path, Path], post: Opener) -> None:
    with post_office(*papers, plain=True) as office:
        with pytest.raises(DeliveryError, match="offers no TLS"):
            post(office).send("b@example.org", MAIL, nothing)
        assert office.got == []


@pytest.mark.parametrize("security", [Security.STARTTLS, Security.TLS])
def test_a_certificate_that_nobody_vouches_for_gets_nothing(papers: tuple[Path, Path], security: Security) -> None:
    with post_office(*papers, tls=security is Security.TLS) as office:
        whose = sender(server=server(port=office.port, security=security))
        with pytest.raises(DeliveryError) as caught:
            Post(whose, None, Watch().clock()).send("b@example.org", MAIL, nothing)
        assert "cannot be trusted: self-signed certificate" in str(caught.value)
        assert office.got == []


def test_a_certificate_of_another_host_gets_nothing(tmp_path: Path, post: Opener) -> None:
    papers = authority(tmp_path, host="mail.example.org")
    with post_office(*papers) as office:
        with pytest.raises(DeliveryError, match="cannot be trusted"):
            post(office).send("b@example.org", MAIL, nothing)
        assert office.got == []


def test_a_host_that_does_not_answer_is_told() -> None:
    port = free_port()
    with pytest.raises(DeliveryError, match=f"localhost:{port} cannot be reached"):
        Post(sender(server=server(port=port)), None, Watch().clock()).send("b@example.org", MAIL, nothing)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        ("550 5.1.1 no such user", Outcome.REFUSED),
        ("450 4.2.0 greylisted", Outcome.DEFERRED),
        ("552 5.2.2 mailbox full", Outcome.REFUSED),
    ],
)
def test_a_refused_recipient_stops_nobody_else(office: PostOffice, answer: str, outcome: Outcome, post: Opener) -> None:
    office.rcpt["b@example.org"] = answer
    found = post(office)
    first, second = (found.send(a, MAIL, nothing) for a in ("b@example.org", "c@example.org"))
    assert (first.outcome, first.detail) == (outcome, answer)
    assert second.outcome is Outcome.SENT
    assert [a for a, _ in office.got] == ["c@example.org"]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [("554 5.7.1 spam", Outcome.REFUSED), ("451 4.3.0 try later", Outcome.DEFERRED)],
)
def test_a_mail_refused_after_its_last_line_was_not_taken(
    office: PostOffice, answer: str, outcome: Outcome, post: Opener
) -> None:
    office.data["b@example.org"] = answer
    result = post(office).send("b@example.org", MAIL, nothing)
    assert (result.outcome, result.detail) == (outcome, answer)


def test_a_mail_too_large_for_the_server_is_refused(papers: tuple[Path, Path], post: Opener) -> None:
    with post_office(*papers, most=100) as office:
        result = post(office).send("b@example.org", MAIL * 10, nothing)
    assert result.outcome is Outcome.REFUSED
    assert result.detail.startswith("552 ")


LARGE = MAIL + (b"x" * 900 + b"\r\n") * 14_000
"""A mail of more than the buffers between client and server hold."""


class Dropping(SMTP):
    """A server that hangs up in the midst of the first mails."""

    left = 0

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        if Dropping.left > 0:
            Dropping.left -= 1
            await self.push("354 go on")
            assert self._reader
            await self._reader.readline()
            assert self.transport
            self.transport.close()
            raise ConnectionResetError
        await super().smtp_DATA(arg)


@pytest.mark.parametrize(("drops", "outcome", "got"), [(2, Outcome.SENT, 1), (9, Outcome.DEFERRED, 0)])
def test_a_connection_that_drops_in_mid_message_is_opened_again(
    papers: tuple[Path, Path], drops: int, outcome: Outcome, got: int, post: Opener
) -> None:
    Dropping.left = drops
    watch = Watch()
    with post_office(*papers, factory=Dropping) as office:
        result = post(office, watch).send("b@example.org", LARGE, nothing)
        assert (result.outcome, len(office.got)) == (outcome, got), result.detail
    assert len([s for s in watch.slept if s >= 5]) == 2


def test_an_answer_that_never_comes_leaves_the_mail_in_doubt(office: PostOffice, post: Opener) -> None:
    office.stall["b@example.org"] = 3.0
    result = post(office, timeout=0.5).send("b@example.org", MAIL, nothing)
    assert (result.outcome, result.detail) == (Outcome.UNCERTAIN, "the server did not answer in time")
    assert len(office.got) == 1


def test_a_connection_that_drops_after_the_last_line_leaves_the_mail_in_doubt(office: PostOffice, post: Opener) -> None:
    office.hang_up.add("b@example.org")
    found = post(office)
    assert found.send("b@example.org", MAIL, nothing).outcome is Outcome.UNCERTAIN
    assert found.send("c@example.org", MAIL, nothing).outcome is Outcome.SENT


def test_a_server_that_stays_silent_before_tls_is_told_after_the_time_out() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # the system takes the connection, and nobody answers
        whose = sender(server=server(port=silent.getsockname()[1], timeout=0.3))
        with pytest.raises(DeliveryError, match="did not answer in time"):
            Post(whose, None, Watch().clock()).send("b@example.org", MAIL, nothing)
