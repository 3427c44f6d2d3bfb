"""The empty presentation as a package: every part is written here, nothing comes from a library's own template."""

import io
import zipfile

from msgspec.structs import replace

from briefgen.model.measures import INCH
from briefgen.model.theme import Theme

from ..drawingml import DECLARATION, NAMESPACES
from ..palette import palette
from ..units import EMU
from .master import layout, master, notes_master
from .slots import NUMBER, RUNNING, Layout, Slot
from .theme import presentation, table_styles, theme_part

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.presentationml"
FIXED = (1980, 1, 1, 0, 0, 0)
APPLICATION = "briefgen"


def package(theme: Theme, layouts: dict[str, Layout]) -> bytes:
    """Return a .pptx without slides: theme, master, layouts, notes master, table style."""
    width, height = size(theme)
    names, colours = list(layouts), palette(theme)
    files = {
        "_rels/.rels": _relations(
            (f"{OFFICE}/relationships/officeDocument", "ppt/presentation.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": (
            f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">'
            f"<Application>{APPLICATION}</Application></Properties>"
        ),
        "docProps/core.xml": (
            f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        ),
        "ppt/presentation.xml": presentation(width, height),
        "ppt/_rels/presentation.xml.rels": _relations(
            (f"{OFFICE}/relationships/slideMaster", "slideMasters/slideMaster1.xml"),
            (f"{OFFICE}/relationships/notesMaster", "notesMasters/notesMaster1.xml"),
            (f"{OFFICE}/relationships/presProps", "presProps.xml"),
            (f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
            (f"{OFFICE}/relationships/tableStyles", "tableStyles.xml"),
        ),
        "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr {NAMESPACES}/>",
        "ppt/tableStyles.xml": table_styles(theme, colours),
        "ppt/theme/theme1.xml": theme_part(theme),
        "ppt/theme/theme2.xml": theme_part(theme),
        "ppt/slideMasters/slideMaster1.xml": master(theme, colours, _master_slots(layouts), len(names)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            *(
                (f"{OFFICE}/relationships/slideLayout", f"../slideLayouts/slideLayout{n}.xml")
                for n in range(1, len(names) + 1)
            ),
            (f"{OFFICE}/relationships/theme", "../theme/theme1.xml"),
        ),
        "ppt/notesMasters/notesMaster1.xml": notes_master(colours),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": _relations(
            (f"{OFFICE}/relationships/theme", "../theme/theme2.xml")
        ),
    }
    for n, name in enumerate(names, 1):
        files[f"ppt/slideLayouts/slideLayout{n}.xml"] = layout(theme, colours, layouts[name])
        files[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = _relations(
            (f"{OFFICE}/relationships/slideMaster", "../slideMasters/slideMaster1.xml")
        )
    files["[Content_Types].xml"] = _types(files)
    return zipped({name: text.encode() for name, text in files.items()})


def size(theme: Theme) -> tuple[int, int]:
    """Return the slide's size in English Metric Units; a width rounded in the theme becomes exact 16:9."""
    height = round(theme.deck.height_in * INCH) * EMU
    width = round(theme.deck.width_in * INCH * EMU)
    wide = height * 16 // 9
    return (wide if abs(wide - width) < INCH * EMU / 100 else width), height


def zipped(files: dict[str, bytes]) -> bytes:
    """Return files as a zip that is the same for the same input: sorted, without dates of their own."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files, key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o600 << 16
            archive.writestr(info, files[name])
    return out.getvalue()


def _master_slots(layouts: dict[str, Layout]) -> tuple[Slot, ...]:
    """Return the master's own placeholders: title, body, short title, number."""
    one = layouts["statements"]
    kept = {s.kind: s for s in one.slots if s.kind == "title" or s.index in (RUNNING, NUMBER)}
    title = kept["title"]
    text = one.slot("text 1")
    area = replace(title.box, y=text.box.y, h=kept["sldNum"].box.y - text.box.y - INCH / 4)
    wide = Slot(name="text", kind="body", index=1, box=area, style=text.style, prompt="Text")
    return (title, wide, kept["ftr"], kept["sldNum"])


def _relations(*targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{inner}</Relationships>'


def _types(files: dict[str, str]) -> str:
    kinds = {
        "ppt/presentation.xml": f"{MAIN}.presentation.main+xml",
        "ppt/presProps.xml": f"{MAIN}.presProps+xml",
        "ppt/tableStyles.xml": f"{MAIN}.tableStyles+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    folders = {
        "ppt/theme/": "application/vnd.openxmlformats-officedocument.theme+xml",
        "ppt/slideMasters/": f"{MAIN}.slideMaster+xml",
        "ppt/slideLayouts/": f"{MAIN}.slideLayout+xml",
        "ppt/notesMasters/": f"{MAIN}.notesMaster+xml",
    }
    inner = ""
    for name in sorted(files):
        if name.endswith(".rels"):
            continue
        kind = kinds.get(name) or next(v for k, v in folders.items() if name.startswith(k))
        inner += f'<Override PartName="/{name}" ContentType="{kind}"/>'
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'
    )
