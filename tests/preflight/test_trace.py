"""The record inside a file is read back from the file alone; of any other file it is told why there is none."""

import io
import zipfile
from collections.abc import Callable

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.preflight.trace import Trouble, examined, read
from tests.render.pdf.samples import trace, written
from tests.support import decks, documents


def saved(data: bytes, change: Callable[[pikepdf.Pdf], None] = lambda _: None, **options: object) -> bytes:
    """Return a PDF changed and saved by another program."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        file.save(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def packet(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Return a change of the metadata's words, which must be there."""

    def change(file: pikepdf.Pdf) -> None:
        before = file.Root.Metadata.read_bytes()
        assert old in before
        file.Root.Metadata.write(before.replace(old, new))

    return change


def deck(old: bytes = b"", new: bytes = b"", without: str = "") -> bytes:
    """Return a deck zipped anew, one text in its record changed or a part left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(decks.standard())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            if name != without:
                part = before.read(name)
                after.writestr(name, part.replace(old, new) if name.startswith("customXml/item") else part)
    return out.getvalue()


PDF = written(documents.one_page())


def test_the_record_of_a_pdf_is_read_back_with_the_number_of_pages() -> None:
    found = examined(PDF)
    assert found.record == trace(documents.one_page())
    assert (found.size, found.trouble) == (len(pikepdf.open(io.BytesIO(PDF)).pages), None)


def test_the_record_of_a_deck_is_read_back_with_the_number_of_slides() -> None:
    found = examined(decks.standard())
    document = documents.standard()
    assert found.record == decks.traced(document, decks.planned(document))
    assert found.size == len(decks.planned(document).slides)


def test_programs_that_save_a_file_anew_may_keep_the_record() -> None:
    assert read(saved(PDF, linearize=True)) == trace(documents.one_page())
    assert read(deck()) == read(decks.standard())


def test_a_record_that_another_program_has_made_an_attribute_is_read() -> None:
    def change(file: pikepdf.Pdf) -> None:
        text = file.Root.Metadata.read_bytes().decode()
        start, end = text.index("<trace:record>"), text.index("</trace:record>")
        record = text[start + 14 : end].replace('"', "&quot;")
        rest = text[:start] + text[end + 15 :]
        at = rest.index('rdf:about=""')
        file.Root.Metadata.write(f'{rest[:at]}trace:record="{record}" {rest[at:]}'.encode())

    assert read(saved(PDF, change)) == trace(documents.one_page())


def test_a_file_of_an_earlier_briefgen_has_no_short_title_and_no_day() -> None:
    record = read(PDF)
    assert record is not None
    assert (record.short_title, record.as_of) == ("", "")


FOREIGN = pikepdf.new()
FOREIGN.add_blank_page()
OTHER = io.BytesIO()
FOREIGN.save(OTHER)
LOCKED = pikepdf.Encryption(owner="o", user="u")


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.FORMAT),
        (b"hello", Trouble.FORMAT),
        (b"PK", Trouble.DAMAGED),
        (b"%PDF-1.7 and nothing more", Trouble.DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", Trouble.ENCRYPTED),
        (OTHER.getvalue(), Trouble.FOREIGN),
        (PDF[: len(PDF) // 2], Trouble.DAMAGED),
        (saved(PDF, encryption=LOCKED), Trouble.ENCRYPTED),
        (saved(PDF, packet(b'"brief":', b'"brie":')), Trouble.RECORD),
        (saved(PDF, packet(b"briefgen/trace/1", b"briefgen/trace/2")), Trouble.LATER),
        (deck(b'"brief":', b'"brie":'), Trouble.RECORD),
        (deck(b"briefgen/trace/1", b"briefgen/trace/2"), Trouble.LATER),
        (deck(without="customXml/item1.xml"), Trouble.FOREIGN),
        (deck(without="ppt/presentation.xml"), Trouble.FORMAT),
        (decks.standard()[:-5000], Trouble.DAMAGED),
    ],
)
def test_why_a_file_gives_no_record_is_known(data: bytes, trouble: Trouble) -> None:
    found = examined(data)
    assert (found.record, found.trouble) == (None, trouble)


def test_a_package_that_swells_beyond_measure_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.preflight.package.UNPACKED_MOST", 1000)
    assert examined(decks.standard()).trouble is Trouble.DAMAGED


@settings(max_examples=80, deadline=None)
@given(st.booleans(), st.data())
def test_a_damaged_file_of_any_kind_is_told_and_never_breaks_the_reader(paper: bool, data: st.DataObject) -> None:
    whole = PDF if paper else decks.standard()
    at = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.sampled_from([0, 1, 50, 5000, len(whole)]))
    found = examined(whole[:at] + data.draw(st.binary(max_size=60)) + whole[at + cut :])
    assert (found.record is None) == (found.trouble is not None)
