"""The theme part, the table style and the fixed parts of a presentation, from the theme's tokens."""

from xml.sax.saxutils import quoteattr

from briefgen.model.theme import Theme

from ..drawingml import DECLARATION, NAMESPACES, A
from ..manner import manner
from ..palette import Palette, scheme
from ..units import emu

TABLE_STYLE = "{6D2F0A94-6E0B-4C1B-9E7A-3C5B0F2D7A11}"
TABLE_SCALE = 1.5
"""Rules on slides are heavier than on pages, as the type is."""


def theme_part(theme: Theme) -> str:
    """Return the theme part: colours, the two deck fonts with that of the Arabic script, flat fills and thin lines."""
    colours = "".join(f'<a:{k}><a:srgbClr val="{v}"/></a:{k}>' for k, v in scheme(theme).items())
    name = quoteattr(theme.name)

    def face(tag: str, family: str) -> str:
        latin, script = quoteattr(family), quoteattr(theme.font.arabic.deck)
        return f'<a:{tag}><a:latin typeface={latin}/><a:ea typeface=""/><a:cs typeface={script}/></a:{tag}>'

    fonts = face("majorFont", theme.font.deck_head.name) + face("minorFont", theme.font.deck_body.name)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{emu(w)}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for w in (0.5, 1.0, 1.5)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name={name}><a:themeElements>'
        f"<a:clrScheme name={name}>{colours}</a:clrScheme>"
        f"<a:fontScheme name={name}>{fonts}</a:fontScheme>"
        f'<a:fmtScheme name="Flat"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def table_styles(theme: Theme, colours: Palette) -> str:
    """Return the table style: no verticals; rules and hairlines between rows, or a filled head and banded rows."""
    rule, banded = theme.rule, manner(theme).banded

    def border(side: str, width: float, role: str) -> str:
        return f'<a:{side}><a:ln w="{emu(width * TABLE_SCALE)}" cmpd="sng">{colours.solid(role)}</a:ln></a:{side}>'

    def text(role: str, bold: bool) -> str:
        on = ' b="on"' if bold else ""
        return f'<a:tcTxStyle{on}><a:fontRef idx="minor"/>{colours.tints[role].element()}</a:tcTxStyle>'

    def part(name: str, words: str, borders: str, fill: str | None = None) -> str:
        ground = f"<a:fill>{colours.solid(fill)}</a:fill>" if fill else ""
        return f"<a:{name}>{words}<a:tcStyle><a:tcBdr>{borders}</a:tcBdr>{ground}</a:tcStyle></a:{name}>"

    foot = border("bottom", rule.table_outer, "table_rule")
    if banded:
        whole, head, band = foot, "", part("band2H", "", "", "panel")
    else:
        whole = border("top", rule.table_outer, "table_rule") + foot + border("insideH", rule.table_row, "hair")
        head, band = border("bottom", rule.table_head, "table_rule"), ""
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName={quoteattr(theme.name)}>'
        f"<a:wholeTbl>{text('ink', False)}<a:tcStyle><a:tcBdr>{whole}</a:tcBdr>"
        f"<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>{band}"
        f"{part('firstCol', text('lead', True), '')}"
        f"{part('firstRow', text('table_head', True), head, 'ground' if banded else None)}"
        "</a:tblStyle></a:tblStyleLst>"
    )


def presentation(width: int, height: int) -> str:
    """Return the presentation part without slides; `width` and `height` in English Metric Units."""
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 457200}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1"><a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'{DECLARATION}<p:presentation {NAMESPACES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{levels}</p:defaultTextStyle></p:presentation>"
    )
