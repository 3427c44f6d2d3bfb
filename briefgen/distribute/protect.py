"""A finished file and a password -> the same file encrypted: AES-256 in PDF (revision 6), ECMA-376 agile in decks.

Encryption and PDF/A exclude each other (ISO 19005-2, 6.1.3): the encrypted PDF no longer says that it keeps to it. It
stays PDF/UA, since reading by machines for people who cannot see is allowed (ISO 14289-1, 7.16).
"""

import io
import re
import secrets

ARCHIVAL = re.compile(rb"<pdfaid:(part|conformance|rev)>[^<]*</pdfaid:\1>\s*")


def pdf(data: bytes, password: str) -> bytes:
    """Return a PDF that opens with a password; never the same bytes twice, since salts are drawn by chance."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        if "/Metadata" in file.Root:
            packet = file.Root.Metadata.read_bytes()
            file.Root.Metadata.write(ARCHIVAL.sub(b"", packet), filter=None)
        allowed = pikepdf.Permissions(
            accessibility=True,
            extract=True,
            print_lowres=True,
            print_highres=True,
            modify_annotation=False,
            modify_assembly=False,
            modify_form=False,
            modify_other=False,
        )
        locked = pikepdf.Encryption(user=password, owner=secrets.token_urlsafe(32), R=6, allow=allowed)
        file.save(out, encryption=locked, fix_metadata_version=False)
    return out.getvalue()


def deck(data: bytes, password: str) -> bytes:
    """Return a deck that Office opens with a password (ECMA-376 agile encryption, AES-256 and SHA-512)."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(password, out)
    return out.getvalue()
