"""The bytes of an Open XML package -> its parts, their XML and where their relationships lead."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import cached_property

from lxml import etree
from lxml.etree import _Element

RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

UNPACKED_MOST = 1 << 29
"""Bytes that the parts of a package may have together."""


class Package:
    """A package in memory; parts are named without a leading slash and parsed once, when first asked for."""

    def __init__(self, data: bytes) -> None:
        """Read a package; raises zipfile.BadZipFile for what is none, or swells beyond measure."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > UNPACKED_MOST:
                raise zipfile.BadZipFile("its parts are too large")
            try:
                self.files = {name: archive.read(name) for name in archive.namelist()}
            except zlib.error as error:
                raise zipfile.BadZipFile(str(error)) from error
        self._parsed: dict[str, _Element] = {}
        self._relations: dict[str, dict[str, tuple[str, str | None]]] = {}

    def xml(self, name: str) -> _Element:
        """Return a part's root element; raises KeyError for a part that is not there."""
        if name not in self._parsed:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            self._parsed[name] = etree.fromstring(self.files[name], parser)
        return self._parsed[name]

    def relations(self, name: str) -> dict[str, tuple[str, str | None]]:
        """Return a part's relationships by id: the last word of their type, and the part (None outside the file)."""
        if name not in self._relations:
            self._relations[name] = self._read_relations(name)
        return self._relations[name]

    def _read_relations(self, name: str) -> dict[str, tuple[str, str | None]]:
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.files:
            return {}
        found: dict[str, tuple[str, str | None]] = {}
        for one in self.xml(rels).iter(f"{RELATIONS}Relationship"):
            target = one.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            outside = one.get("TargetMode") == "External"
            found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], None if outside else path)
        return found

    def related(self, name: str, kind: str) -> Iterator[str]:
        """Yield the parts that a part is related to by one kind of relationship."""
        for found, path in self.relations(name).values():
            if found == kind and path is not None:
                yield path

    @cached_property
    def slides(self) -> tuple[str, ...]:
        """The slides' parts in the order of the presentation."""
        main = next(self.related("", "officeDocument"), "ppt/presentation.xml")
        if main not in self.files:
            return ()
        relations = self.relations(main)
        ids = (one.get(f"{R}id", "") for one in self.xml(main).iter(f"{P}sldId"))
        return tuple(path for i in ids if (path := relations.get(i, ("", None))[1]) and path in self.files)
