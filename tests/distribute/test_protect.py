"""Encrypted copies: what opens them, what is allowed, and what they no longer claim."""

import io
import zipfile

import msoffcrypto
import pikepdf
import pytest

from briefgen.distribute import pdfmark, protect
from briefgen.preflight import trace
from tests.distribute.support import FONT, MARGIN, deck, pdf

PASSWORD = "geheim-пароль-9"


def test_a_pdf_opens_with_its_password_alone_under_aes_256() -> None:
    data = protect.pdf(pdf(), PASSWORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(data))
    with pikepdf.open(io.BytesIO(data), password=PASSWORD) as file:
        assert (file.encryption.R, file.encryption.bits) == (6, 256)
        assert file.encryption.stream_method == pikepdf._core.EncryptionMethod.aesv3
        assert file.allow.accessibility
        assert file.allow.extract
        assert not file.allow.modify_other
        assert not file.owner_password_matched


def test_nothing_of_a_pdf_can_be_read_without_the_password() -> None:
    data = protect.pdf(pdf(), PASSWORD)
    assert b"trace:record" in pdf()
    assert b"trace:record" not in data
    assert trace.read(data) is None


def test_an_encrypted_pdf_says_that_it_is_accessible_and_no_longer_that_it_is_archival() -> None:
    with pikepdf.open(io.BytesIO(protect.pdf(pdf(), PASSWORD)), password=PASSWORD) as file:
        packet = file.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet
    assert b"pdfaid:part>" not in packet
    assert b"pdfaid:conformance>" not in packet


def test_a_marked_copy_can_be_encrypted() -> None:
    base = pdfmark.prepare(pdf(), MARGIN)
    data = protect.pdf(base.data + pdfmark.update(base, "Amina", FONT), PASSWORD)
    with pikepdf.open(io.BytesIO(data), password=PASSWORD) as file:
        assert all(b"/CopyMark Do" in p.obj.Contents[-1].read_bytes() for p in file.pages)


def test_a_deck_opens_with_its_password_alone_and_is_then_what_it_was() -> None:
    data = protect.deck(deck(), PASSWORD)
    assert not zipfile.is_zipfile(io.BytesIO(data))
    locked = msoffcrypto.OfficeFile(io.BytesIO(data))
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        locked.load_key(password="wrong-password", verify_password=True)
    locked.load_key(password=PASSWORD, verify_password=True)
    out = io.BytesIO()
    locked.decrypt(out, verify_integrity=True)
    assert out.getvalue() == deck()
    assert (locked.type, locked.info["passwordKeyBits"], locked.info["passwordHashAlgorithm"]) == (
        "agile",
        256,
        "SHA512",
    )
