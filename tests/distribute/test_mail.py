"""Mails: what a client makes of them, and what no name or title can do to them."""

import email
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.distribute.cover import Note
from briefgen.distribute.mail import Envelope, mail, message_id
from briefgen.model.stakeholders import is_address
from tests.distribute.support import MOMENT, deck, pdf, sender

NOTE = Note(subject="[TLP:GREEN] Moscow wants calm", text="Dear Łukasz,\n\nbye\n", html="<p>Dear Łukasz</p>")
PDF, PPTX = "Calm - short - 2021-11-14 - en.pdf", "Ёлка - short.pptx"


def made(
    note: Note = NOTE, name: str = "Łukasz", address: str = "l@example.org", *, draft: bool = False, **files: bytes
) -> bytes:
    whose = sender()
    envelope = Envelope(
        sender=whose, name=name, address=address, moment=MOMENT, message=message_id(whose, name, address)
    )
    return mail(envelope, note, files.items(), draft=draft)


def parsed(data: bytes) -> EmailMessage:
    found = email.message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_client_reads_head_text_and_attachments() -> None:
    found = parsed(made(**{PDF: pdf(), PPTX: deck(), "SHA256SUMS": b"abc  x\n"}))
    assert dict(found.items()) | {"Content-Type": "", "Message-ID": ""} == {
        "From": "Example Institute <briefs@example.org>",
        "To": "Łukasz <l@example.org>",
        "Subject": "[TLP:GREEN] Moscow wants calm",
        "Date": "Sat, 20 Nov 2021 09:30:00 +0000",
        "Message-ID": "",
        "MIME-Version": "1.0",
        "Content-Type": "",
    }
    text, html = found.get_body(("plain",)), found.get_body(("html",))
    assert text
    assert html
    assert text.get_content().replace("\r\n", "\n") == NOTE.text
    assert html.get_content().strip() == NOTE.html
    attached = {p.get_filename(): (p.get_content_type(), p.get_payload(decode=True)) for p in found.iter_attachments()}
    assert attached == {
        PDF: ("application/pdf", pdf()),
        PPTX: ("application/vnd.openxmlformats-officedocument.presentationml.presentation", deck()),
        "SHA256SUMS": ("text/plain", b"abc  x\n"),
    }


def test_a_mail_is_seven_bit_with_line_ends_of_the_network() -> None:
    data = made(**{PPTX: b"\xff" * 999})
    assert data.isascii()
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(map(len, data.split(b"\r\n"))) <= 998


def test_a_draft_opens_as_one_to_be_sent_on() -> None:
    assert parsed(made(draft=True))["X-Unsent"] == "1"
    assert "X-Unsent" not in parsed(made())


def test_the_same_delivery_gives_the_same_bytes_and_the_same_id() -> None:
    assert made(**{PDF: pdf()}) == made(**{PDF: pdf()})
    assert parsed(made())["Message-ID"] == parsed(made())["Message-ID"] != parsed(made(name="Anna"))["Message-ID"]


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_name_and_no_title_adds_a_header(name: str, title: str) -> None:
    found = parsed(
        made(
            Note(subject=f"{title}\r\nBcc: evil@example.org", text="t\n", html="h"), f"{name}\r\nBcc: evil@example.org"
        )
    )
    assert sorted(found.keys()) == sorted(
        ["From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"]
    )
    assert [a.addr_spec for a in found["To"].addresses] == ["l@example.org"]


NO_ADDRESSES = (
    *("", "amina", "a@b", "a b@example.org", "<a@example.org>", "Amina <a@example.org>", "a@example.org "),
    *("a@example.org\r\nBcc: b@example.org", "a@example.org, b@example.org", "a@-example.org", "a..b@example.org"),
    *(f"{'a' * 65}@example.org", "ä@example.org"),
)


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_what_is_no_single_address_is_none(address: str) -> None:
    assert not is_address(address)
    with pytest.raises(ValueError, match="is no address"):
        made(address=address)


@pytest.mark.parametrize(
    "address", ["a@example.org", "first.last+tag@sub.example.org", "o'neill@example.org", "x@xn--bcher-kva.example"]
)
def test_what_is_an_address_is_one(address: str) -> None:
    assert is_address(address)
