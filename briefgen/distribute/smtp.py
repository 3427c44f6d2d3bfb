"""Mails -> a server, each at most once: over TLS alone, with credentials from the environment, at a bounded rate.

A server has a mail when it has read its last line and answered. Until that line is sent a mail can be begun again; once
it is sent and no answer comes, nobody can tell whether the mail is on its way. So the ledger hears of it before the
line is sent (`handing`), and such a mail is never sent again by itself (RFC 5321, 4.2.5; RFC 1047).
"""

import re
import select
import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum

from ..diagnostics import Diagnostic
from ..errors import DeliveryError
from ..model.base import Value
from ..model.stakeholders import Security, Sender, Server

TRIES = 3
PAUSE = 5.0
"""How often a mail is begun in one run where the connection breaks, and seconds before the second time."""
END = b"\r\n.\r\n"
DOT = re.compile(rb"^\.", re.MULTILINE)
"""A point that opens a line is doubled, so that none is taken for the last (RFC 5321, 4.5.2)."""


class Outcome(Enum):
    """What became of a mail."""

    SENT = "sent"
    REFUSED = "refused"
    DEFERRED = "deferred"
    UNCERTAIN = "uncertain"


class Result(Value, frozen=True, kw_only=True):
    """What became of a mail, and what the server said."""

    outcome: Outcome
    detail: str


class Credentials(Value, frozen=True, kw_only=True):
    """User and password of a mail server."""

    user: str
    password: str

    def __repr__(self) -> str:
        """Return the user alone."""
        return f"Credentials(user={self.user!r})"


class Clock(Value, frozen=True, kw_only=True):
    """How time is told and spent, in seconds."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class Refused(Exception):  # noqa: N818  # it carries an answer, and most answers are no error
    """A server's answer that ends a try."""

    def __init__(self, code: int, text: bytes) -> None:
        super().__init__(code, text)
        words = " ".join(text.decode("utf-8", "replace").split())[:200]
        self.lasting, self.words = code >= 500, f"{code} {words}"


class Post:
    """A connection to a mail server, opened when it is needed and again after it broke."""

    def __init__(
        self,
        sender: Sender,
        credentials: Credentials | None,
        clock: Clock | None = None,
        context: ssl.SSLContext | None = None,
    ) -> None:
        """Keep where to send to; `context` says whom to trust, by default the system's authorities."""
        assert sender.server
        self.sender, self.server = sender, sender.server
        self._credentials, self._clock = credentials, clock or Clock()
        self._context = context or ssl.create_default_context()
        self._connection: smtplib.SMTP | None = None
        self._last: float | None = None

    def close(self) -> None:
        """Take leave of the server."""
        if self._connection is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
            self._connection = None

    def send(self, address: str, message: bytes, handing: Callable[[], None]) -> Result:
        """Send a mail; `handing` is called when all but its last line is sent.

        Raises DeliveryError where the server cannot be used at all; then the mail has not been sent.
        """
        said = ""
        for turn in range(TRIES):
            if turn:
                self._clock.sleep(PAUSE * turn)
            self._wait()
            self._open()
            try:
                return self._sent(address, message, handing)
            except Refused as refused:
                self._reset()
                outcome = Outcome.REFUSED if refused.lasting else Outcome.DEFERRED
                return Result(outcome=outcome, detail=refused.words)
            except Broken as broken:
                self._drop()
                said = broken.words
                if broken.handed:
                    return Result(outcome=Outcome.UNCERTAIN, detail=said)
        return Result(outcome=Outcome.DEFERRED, detail=said)

    def _wait(self) -> None:
        """Keep to the rate."""
        gap = 60 / self.server.per_minute
        if self._last is not None:
            self._clock.sleep(max(0.0, self._last + gap - self._clock.now()))
        self._last = self._clock.now()

    def _open(self) -> None:
        if self._connection is not None:
            return
        server = self.server
        connection: smtplib.SMTP | None = None
        try:
            if server.security is Security.TLS:
                connection = smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=self._context)
            else:
                connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
                connection.starttls(context=self._context)
            connection.ehlo()
            if self._credentials:
                connection.login(self._credentials.user, self._credentials.password)
        except (OSError, smtplib.SMTPException) as error:
            if connection is not None:
                connection.close()
            raise unusable(server, error) from None  # its chain may hold what was sent to log in
        self._connection = connection

    def _sent(self, address: str, message: bytes, handing: Callable[[], None]) -> Result:
        connection, handed = self._connection, False
        assert connection
        try:
            size = [f"SIZE={len(message)}"] if connection.has_extn("size") else []
            _expect(connection.mail(self.sender.email, size), 250)
            _expect(connection.rcpt(address), 250, 251)
            _expect(connection.docmd("DATA"), 354)
            connection.send(DOT.sub(b"..", message).removesuffix(b"\r\n"))
            if _speaks(connection):  # before the end: it refuses the mail, or has hung up
                raise Refused(*connection.getreply())
            handing()
            handed = True
            connection.send(END)
            code, text = connection.getreply()
        except (OSError, smtplib.SMTPException) as error:
            raise Broken(error, handed=handed) from error
        _expect((code, text), 250)
        return Result(outcome=Outcome.SENT, detail=" ".join(text.decode("utf-8", "replace").split())[:200])

    def _reset(self) -> None:
        """Begin afresh after a refusal; a server that hangs up then is asked again later."""
        try:
            if self._connection is None or self._connection.rset()[0] != 250:
                self._drop()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


class Broken(Exception):  # noqa: N818  # what broke is the connection
    """A connection that ended before an answer came; `handed`: after all of the mail was sent."""

    def __init__(self, error: Exception, *, handed: bool) -> None:
        super().__init__(str(error))
        self.handed = handed
        self.words = _words(error)


def _speaks(connection: smtplib.SMTP) -> bool:
    """Return whether the server has said something that nobody has read yet."""
    return connection.sock is not None and bool(select.select([connection.sock], [], [], 0)[0])


def _expect(answer: tuple[int, bytes], *codes: int) -> None:
    if answer[0] not in codes:
        raise Refused(*answer)


def _words(error: Exception) -> str:
    if isinstance(error, TimeoutError) or isinstance(error.__context__, TimeoutError):  # smtplib says something else
        return "the server did not answer in time"
    match error:
        case smtplib.SMTPServerDisconnected():
            return "the server closed the connection"
        case _:
            return " ".join(str(getattr(error, "strerror", None) or error).split())[:200]


def unusable(server: Server, error: Exception) -> DeliveryError:
    """Return what is told of a server that no mail can be given to."""
    where = f"{server.host}:{server.port}"
    match error:
        case ssl.SSLCertVerificationError():
            message = f"the certificate of {where} cannot be trusted: {error.verify_message}"
            hint = "check the server's name; a house's own authority can be named in SSL_CERT_FILE"
        case smtplib.SMTPAuthenticationError():
            message = f"{where} refuses user and password"
            hint = "check BRIEFGEN_SMTP_USER and BRIEFGEN_SMTP_PASSWORD"
        case smtplib.SMTPNotSupportedError() if "STARTTLS" in str(error):
            message = f"{where} offers no TLS, and nothing is sent without"
            hint = "ask for the right port, or write `security: tls`"
        case smtplib.SMTPNotSupportedError():
            message = f"{where} takes no user and password"
            hint = "take BRIEFGEN_SMTP_USER out of the environment, or ask for the port that mail is handed in at"
        case _:
            message = f"{where} cannot be reached: {_words(error)}"
            hint = "check `smtp` of the sender, and the network"
    return DeliveryError((Diagnostic(code="BG940", message=f"{message}; what waits stays in the ledger", hint=hint),))
