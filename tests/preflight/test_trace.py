import io

import pikepdf

from briefgen.preflight.trace import read
from tests.render.pdf.samples import trace, written
from tests.support import documents


def test_the_record_of_a_pdf_is_read_back():
    document = documents.one_page()
    assert read(written(document)) == trace(document)


def test_a_pdf_of_others_has_none():
    file = pikepdf.new()
    out = io.BytesIO()
    file.save(out)
    assert read(out.getvalue()) is None


def test_a_record_that_is_damaged_is_none():
    data = written(documents.one_page())
    with pikepdf.open(io.BytesIO(data)) as file:
        file.Root.Metadata.write(file.Root.Metadata.read_bytes().replace(b'"brief":', b'"brie":'))
        out = io.BytesIO()
        file.save(out)
    assert read(out.getvalue()) is None


def test_other_files_have_none():
    assert read(b"%PDF-1.7 and nothing more") is None
    assert read(b"hello") is None
    assert read(b"") is None
