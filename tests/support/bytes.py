"""All that a finished file holds, however it is packed, as text to be searched."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf
import pypdfium2

from briefgen.preflight import ink


def laid_bare(data: bytes) -> str:
    """Return every stream, string and text of a PDF or deck: inflated, decoded, and as it is drawn."""
    parts = _pdf(data) if data.startswith(b"%PDF-") else _package(data)
    return "\n".join((_read(data), *parts)).casefold()


def _read(data: bytes) -> str:
    """Return bytes as text in the three ways in which text is written."""
    return "\n".join(data.decode(code, "ignore") for code in ("utf-8", "utf-16-be", "utf-16-le"))


def _package(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            part = archive.read(info)
            yield f"{info.filename} {info.comment!r} {info.extra!r}"
            yield _read(part)
            if part.startswith(b"PK"):
                yield from _package(part)


def _pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        for one in file.objects:
            yield from _object(one)
        yield from _object(file.trailer)
        fonts: dict[Any, ink.Font] = {}
        for page in file.pages:
            runs = [run.text for run in ink.runs(page, fonts)]
            yield from ("".join(runs), " ".join(runs))
    with pypdfium2.PdfDocument(data) as drawn:
        for sheet in drawn:
            yield sheet.get_textpage().get_text_bounded()
            sheet.close()


def _object(one: Any, depth: int = 0) -> Iterator[str]:
    """Yield the strings and streams of an object; what it refers to is yielded where it stands."""
    if depth and isinstance(one, pikepdf.Object) and one.is_indirect:
        return
    if isinstance(one, pikepdf.Stream):
        yield _read(one.read_raw_bytes())
        with suppress(pikepdf.PdfError):
            yield _read(one.read_bytes())
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in one.items():
            yield key
            yield from _object(value, depth + 1)
    elif isinstance(one, pikepdf.Array):
        for value in one:
            yield from _object(value, depth + 1)
    elif isinstance(one, pikepdf.String | pikepdf.Name):
        yield str(one)
        yield _read(bytes(one))
