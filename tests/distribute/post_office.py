"""A real mail server on the loopback, with TLS under a certificate of its own, that can be told to fail."""

import asyncio
import datetime as dt
import gc
import ipaddress
import socket
import ssl
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

USER, PASSWORD = "briefgen", "s3cret-pass"


class PostOffice:
    """What the server got, and how it is to answer: `rcpt` and `data` by address, `drop` and `stall` as told."""

    def __init__(self) -> None:
        self.got: list[tuple[str, bytes]] = []
        self.rcpt: dict[str, str] = {}
        self.data: dict[str, str] = {}
        self.stall: dict[str, float] = {}
        self.hang_up: set[str] = set()
        self.port = 0

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802
        if address in self.rcpt:
            return self.rcpt[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        (address,) = envelope.rcpt_tos
        if address in self.data:
            return self.data[address]
        assert isinstance(envelope.original_content, bytes)
        self.got.append((address, envelope.original_content))
        if address in self.stall:
            await asyncio.sleep(self.stall[address])
        if address in self.hang_up:
            assert server.transport
            server.transport.abort()
        return "250 taken"


def authority(folder: Path, *, host: str = "localhost") -> tuple[Path, Path]:
    """Write a certificate that trusts itself, and its key, and return both."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, host)])
    now = dt.datetime.now(dt.UTC)
    names: list[x509.GeneralName] = [x509.DNSName(host)]
    if host == "localhost":
        names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    found = folder / "ca.pem", folder / "key.pem"
    found[0].write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    found[1].write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return found


@contextmanager
def post_office(
    certificate: Path,
    key: Path,
    *,
    tls: bool = False,
    plain: bool = False,
    auth: bool = False,
    most: int | None = None,
    factory: Callable[..., SMTP] = SMTP,
) -> Iterator[PostOffice]:
    """Run a server: STARTTLS by default, TLS from the first byte, or none at all."""
    office = PostOffice()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)

    def known(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
        good = isinstance(data, LoginPassword) and (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)

    class Served(Controller):
        def factory(self) -> SMTP:
            return factory(
                office,
                hostname="localhost",
                tls_context=None if tls or plain else context,
                require_starttls=not (tls or plain),
                authenticator=known if auth else None,
                auth_required=auth,
                data_size_limit=most,
                enable_SMTPUTF8=True,
            )

    office.port = free_port()
    controller = Served(office, hostname="127.0.0.1", port=office.port, ssl_context=context if tls else None)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()
        with warnings.catch_warnings(action="ignore"):  # it leaves its ends of broken connections to the collector
            gc.collect()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def trusting(certificate: Path) -> ssl.SSLContext:
    """Return a context that trusts a certificate."""
    return ssl.create_default_context(cafile=str(certificate))
