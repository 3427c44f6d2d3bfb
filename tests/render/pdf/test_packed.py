"""The file's small objects stand packed in streams, and every reader finds them."""

import io
import re

import pikepdf
import pytest

from tests.support import documents

from .samples import elements, written


@pytest.fixture(scope="module")
def data():
    return written(documents.full())


def test_the_structure_is_packed_and_the_catalogue_is_not(data):
    assert b"/StructElem" not in data
    assert b"/Type /Catalog" in data
    assert b"/CreationDate" in data
    with pikepdf.open(io.BytesIO(data)) as file:
        assert len(elements(file.Root.StructTreeRoot)) > 200
        assert file.check_pdf_syntax() == []


def test_it_is_smaller_than_with_each_object_for_itself(data):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as file:
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, stream_decode_level=None)
    assert len(data) < 0.8 * len(out.getvalue())


def test_no_stream_holds_more_than_a_reader_may_unpack_for_one_object(data):
    counts = [int(n) for n in re.findall(rb"/Type /ObjStm /N (\d+)", data)]
    assert sum(counts) > 400
    assert max(counts) <= 200


def test_all_objects_are_counted(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        size = int(file.trailer.Size)
        assert max(o.objgen[0] for o in file.objects) < size
        assert len(file.trailer.ID) == 2
