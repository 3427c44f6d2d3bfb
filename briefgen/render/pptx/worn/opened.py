"""A house's template opened to write into: its sample slides gone, its layouts by ours, our table style among its."""

import io
from typing import TYPE_CHECKING

from briefgen.model.theme import Theme

from ..drawingml import DECLARATION, A
from ..palette import Palette
from ..template import APPLICATION, OFFICE, table_styles
from .roles import Role

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

STYLES = "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml"
SECTION_LIST = "{http://schemas.microsoft.com/office/powerpoint/2010/main}sldIdLst"
GONE = ("custShowLst",)
"""Parts of a presentation that name its slides."""


def opened(theme: Theme, found: dict[str, Role], colours: Palette) -> "tuple[Presentation, dict[str, SlideLayout]]":
    """Return the template without its sample slides, and the layout that serves each of ours."""
    from pptx import Presentation

    assert theme.house is not None
    presentation = Presentation(io.BytesIO(theme.house.data))
    _without_slides(presentation)
    _styled(presentation, table_styles(theme, colours))
    for relation in list(presentation.part.package._rels.values()):
        if relation.reltype.endswith("/thumbnail"):
            presentation.part.package._rels.pop(relation.rId)
        elif relation.reltype.endswith("/extended-properties"):
            said = f"<Application>{APPLICATION}</Application>"
            whole = f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">{said}</Properties>'
            relation.target_part._blob = whole.encode()
    by_part = {str(one.part.partname)[1:]: one for master in presentation.slide_masters for one in master.slide_layouts}
    return presentation, {name: by_part[role.layout.part] for name, role in found.items()}


def _without_slides(presentation: "Presentation") -> None:
    """Take the sample slides out, and what names them; sections stay, empty."""
    root = presentation._element
    listed = root.get_or_add_sldIdLst()
    for one in list(listed):
        presentation.part.drop_rel(one.rId)
        listed.remove(one)
    for child in list(root):
        if child.tag.rpartition("}")[2] in GONE:
            root.remove(child)
    for slides in list(root.iter(SECTION_LIST)):
        for one in list(slides):
            slides.remove(one)


def _styled(presentation: "Presentation", text: str) -> None:
    """Put our table style behind the template's own."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE as RELATION
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    ours = etree.fromstring(text.encode())
    part = next((r.target_part for r in presentation.part.rels.values() if r.reltype == RELATION.TABLE_STYLES), None)
    if part is None:
        part = Part(PackURI("/ppt/tableStyles.xml"), STYLES, presentation.part.package, b"")
        presentation.part.relate_to(part, RELATION.TABLE_STYLES)
        root = ours
    else:
        root = etree.fromstring(part.blob)
        known = {one.get("styleId") for one in ours}
        for one in list(root):
            if one.get("styleId") in known:
                root.remove(one)
        root.extend(list(ours.iter(f"{{{A}}}tblStyle")))
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
