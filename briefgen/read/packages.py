"""The bytes of a .pptx -> its parts as XML, within bounds; what cannot be a template is told in words."""

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

UNPACKED_MOST = 1 << 28
"""Bytes that the parts may have together."""
PART_MOST = 1 << 24
"""Bytes that one part of XML may have."""
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
OLE = b"\xd0\xcf\x11\xe0"
"""How files of Office before 2007 begin, and encrypted ones."""


class PackageError(Exception):
    """A file is no template that can be used: its code, what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        """Keep all three."""
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def damaged(message: str) -> PackageError:
    """Return the error for a file that is not as its kind must be."""
    return PackageError("BG731", message, "open it in PowerPoint and save it anew as a .pptx")


class Parts:
    """The parts of a package; names have no leading slash."""

    def __init__(self, data: bytes) -> None:
        """Read a package; raises PackageError for what is none, has macros, or swells beyond measure."""
        if data.startswith(OLE):
            hint = "save it as a .pptx without a password"
            raise PackageError("BG731", "the template is encrypted, or of PowerPoint before 2007", hint)
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                if sum(part.file_size for part in archive.infolist()) > UNPACKED_MOST:
                    hint = "take large pictures out of it"
                    raise PackageError("BG734", f"the template unpacks to more than {UNPACKED_MOST >> 20} MiB", hint)
                self.files = {name: archive.read(name) for name in archive.namelist()}
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError) as error:
            raise damaged("the template is not a .pptx") from error
        self._parsed: dict[str, Element] = {}
        self.main = next((path for kind, path in self.relations("") if kind == "officeDocument"), "")
        self._kind()

    def _kind(self) -> None:
        """Raise PackageError for a package that is no presentation, or has macros."""
        types = {one.get("PartName", "")[1:]: one.get("ContentType", "") for one in self.xml("[Content_Types].xml")}
        kind = types.get(self.main, "")
        if "macroEnabled" in kind or any("vbaProject" in name for name in self.files):
            raise PackageError("BG732", "the template has macros, which are not passed on", "save it as a .pptx")
        if kind not in (MAIN.format("presentation"), MAIN.format("template")):
            raise damaged("the template is not a presentation")

    def xml(self, name: str) -> Element:
        """Return a part's root; raises PackageError for a part that is not there or is no XML."""
        if name in self._parsed:
            return self._parsed[name]
        data = self.files.get(name)
        if data is None:
            raise damaged(f"the template lacks its part {name}")
        if len(data) > PART_MOST or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise damaged(f"the template's part {name} cannot be read")
        try:
            self._parsed[name] = ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise damaged(f"the template's part {name} cannot be read") from error
        return self._parsed[name]

    def targets(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the parts of the package that a part is related to, by id: the last word of the kind, and the name."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.files:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for one in self.xml(rels).iter(f"{RELATIONS}Relationship"):
            target = one.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if one.get("TargetMode") != "External":
                found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], path)
        return found

    def relations(self, name: str) -> tuple[tuple[str, str], ...]:
        """Return kinds and names of the parts that a part is related to."""
        return tuple(self.targets(name).values())

    def related(self, name: str, kind: str) -> str:
        """Return the first part that a part is related to by a kind; raises PackageError where there is none."""
        found = next((path for one, path in self.relations(name) if one == kind), None)
        if found is None:
            raise damaged(f"the template's part {name} lacks its {kind}")
        return found

    def opened_as_presentation(self) -> bytes:
        """Return the package, a template (.potx) as a presentation."""
        types = self.files["[Content_Types].xml"]
        if MAIN.format("template").encode() not in types:
            return b""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in sorted(self.files):
                data = self.files[name]
                if name == "[Content_Types].xml":
                    data = types.replace(MAIN.format("template").encode(), MAIN.format("presentation").encode())
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
        return out.getvalue()
