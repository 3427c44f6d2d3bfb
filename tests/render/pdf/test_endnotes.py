"""Notes in full at the end, where a spec asks for them: none at a page's foot, each linked to its call and back."""

import io

import page as validator
import pikepdf
import pytest
from msgspec.structs import replace

from briefgen.render.pdf.layout import Layout
from tests.support import documents

from . import samples


def laid(name: str, *, endnotes: bool = True) -> Layout:
    return samples.laid(replace(documents.standard(), endnotes=endnotes), name=name)


@pytest.mark.parametrize("name", ["chancery", "meridian"])
def test_all_notes_stand_in_one_list_and_none_at_the_foot(name: str) -> None:
    found = laid(name)
    assert not any(page.notes for page in found.pages)
    assert any(page.notes for page in laid(name, endnotes=False).pages)
    listed = [m.box.id for m in found.boxes if m.box.id.startswith("notes.")]
    assert listed == [f"notes.{n.number}" for n in found.document.notes]
    assert len(listed) > 3


@pytest.mark.parametrize("name", ["chancery", "meridian"])
def test_each_call_leads_to_its_note_and_back(name: str) -> None:
    data = samples.written(replace(documents.standard(), endnotes=True), name)
    assert "no failures" in str(validator.validate_pdf_bytes(data, profile="ua1"))
    assert "no failures" in str(validator.validate_pdf_bytes(data, profile="2a"))
    with pikepdf.open(io.BytesIO(data)) as file:
        said = [str(a.get("/Contents")) for page in file.pages for a in page.obj.get("/Annots", [])]
    for note in documents.standard().notes:
        assert f"Note {note.number}" in said
        assert f"Note {note.number} ↩" in said


def test_a_short_brief_has_its_line_of_sources_all_the_same() -> None:
    found = samples.laid(replace(documents.short(), endnotes=True))
    assert [m.box.id for m in found.boxes if m.box.id in ("sources", "notes")] == ["sources"]
