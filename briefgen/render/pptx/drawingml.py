"""Fragments of DrawingML as text: boxes, paragraphs, names. Text from outside is escaped here and nowhere else."""

import unicodedata
from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from briefgen.model.base import Value
from briefgen.typeset import bidi

from .boxes import Box
from .deck import Paragraph, Span
from .palette import Palette
from .units import emu, hundredths, percent

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

FACES = {"head": "+mj-lt", "body": "+mn-lt"}
REGIONS = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fa": "fa-IR",
    "fa-AF": "prs-AF",
    "fr": "fr-FR",
    "it": "it-IT",
    "pl": "pl-PL",
    "prs": "prs-AF",
    "ps": "ps-AF",
    "ru": "ru-RU",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "zh": "zh-CN",
}
"""Languages with the region that proofing tools ask for."""
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
NUMBER_SIZE = 1.1
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


Outside = Callable[[str], str]
"""Relates a part to what a run leads to and returns the relationship's id, "" for what is not there."""


def no_link(_: str) -> str:
    """Return nothing: text without links."""
    return ""


class Style(Value, frozen=True, kw_only=True):
    """What a placeholder sets for its text, so that a slide writes only what differs."""

    size: float
    face: str = "body"
    colour: str = "ink"
    strong: bool = False
    emphasis: bool = False
    leading: float = 1.0


def lang(tag: str) -> str:
    """Return a language tag with a region where proofing tools want one."""
    return REGIONS.get(tag, tag)


def rgb(value: str) -> str:
    """Return a fill in a colour "RRGGBB"."""
    return f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'


def xfrm(box: Box, tag: str = "a:xfrm") -> str:
    """Return a box as offset and extent."""
    return f'<{tag}><a:off x="{emu(box.x)}" y="{emu(box.y)}"/><a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></{tag}>'


def body(anchor: str = "t", wrap: str = "square") -> str:
    """Return the properties of a text body without insets and without autofit."""
    return (
        f'<a:bodyPr vert="horz" wrap="{wrap}" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}">'
        "<a:noAutofit/></a:bodyPr>"
    )


def paragraph(
    one: Paragraph, style: Style, colours: Palette, language: str, *, sized: bool = False, outside: Outside = no_link
) -> str:
    """Return a paragraph; what its placeholder's style already says is left out unless `sized`."""
    runs = "".join(_run(s, one, style, colours, language, sized, outside) for s in one.spans)
    return f"<a:p>{_properties(one, style, colours)}{runs}</a:p>"


def _properties(one: Paragraph, style: Style, colours: Palette) -> str:
    inner = f'<a:lnSpc><a:spcPct val="{percent(one.leading)}"/></a:lnSpc>' if one.leading != style.leading else ""
    inner += f'<a:spcBef><a:spcPts val="{hundredths(one.before)}"/></a:spcBef>' if one.before else ""
    attributes = ""
    tabbed = any("\t" in s.text for s in one.spans)
    if one.hang:
        first = -emu(one.hang) if one.number is not None or tabbed else 0
        attributes = f' marL="{emu(one.hang)}" indent="{first}"'
    if one.number is not None:
        inner += (
            f"<a:buClr>{colours.tints['lead'].element()}</a:buClr>"
            f'<a:buSzPct val="{percent(NUMBER_SIZE)}"/>'
            '<a:buFont typeface="+mj-lt"/>'
            f'<a:buAutoNum type="arabicPlain" startAt="{one.number}"/>'
        )
    elif tabbed:
        inner += f'<a:tabLst><a:tab pos="{emu(one.hang)}" algn="l"/></a:tabLst>'
    if leftward("".join(s.text for s in one.spans)):
        attributes += ' algn="r" rtl="1"'
    return f"<a:pPr{attributes}>{inner}</a:pPr>" if inner or attributes else ""


def leftward(text: str) -> bool:
    """Tell whether a text is read from right to left: whether its first letter is."""
    if text.isascii():
        return False
    ways = (unicodedata.bidirectional(c) for c in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def _run(
    span: Span, one: Paragraph, style: Style, colours: Palette, language: str, sized: bool, outside: Outside
) -> str:
    attributes = f' lang="{lang(span.language or language)}"'
    size = span.size or one.size
    if sized or size != style.size:
        attributes += f' sz="{hundredths(size)}"'
    if span.strong != style.strong:
        attributes += f' b="{int(span.strong)}"'
    if span.emphasis != style.emphasis:
        attributes += f' i="{int(span.emphasis)}"'
    if one.tracking:
        attributes += f' spc="{hundredths(one.tracking * one.size)}"'
    colour = span.colour or one.colour
    fill = colours.solid(colour) if colour != style.colour else ""
    face = f'<a:latin typeface="{FACES[one.face]}"/>' if one.face != style.face else ""
    link = _address(outside(span.href), inside=span.href.startswith("#")) if span.href else ""
    properties = f'<a:rPr{attributes} dirty="0">{fill}{face}{link}</a:rPr>'
    return f"<a:r>{properties}<a:t>{escape(_apart(span.text, span.language or language))}</a:t></a:r>"


def _apart(text: str, language: str) -> str:
    """Return a text from right to left between marks that keep its ends with it, and a date behind it out of it."""
    return f"{RIGHT_TO_LEFT}{text}{RIGHT_TO_LEFT}{LEFT_TO_RIGHT}" if bidi.base(language) else text


def _address(relation: str, *, inside: bool) -> str:
    """Return a run's link, to an address or a slide, in the colour of its text and not in the scheme's for links."""
    action = ' action="ppaction://hlinksldjump"' if inside else ""
    return (
        (
            f'<a:hlinkClick r:id="{relation}"{action}><a:extLst><a:ext uri="{{A12FA001-AC4F-418D-AE19-62706E023703}}">'
            '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
            "</a:ext></a:extLst></a:hlinkClick>"
        )
        if relation
        else ""
    )


def jump(relation: str) -> str:
    """Return a link to another slide."""
    return f'<a:hlinkClick r:id="{relation}" action="ppaction://hlinksldjump"/>' if relation else ""


def named(number: int, name: str, alt: str = "", *, decorative: bool = False, link: str = "") -> str:
    """Return the non-visual properties of a shape: id, name, alternative text, link, or the mark of mere decoration."""
    described = f" descr={quoteattr(alt)}" if alt else ""
    inner = link + (DECORATIVE if decorative else "")
    return f'<p:cNvPr id="{number}" name={quoteattr(name)}{described}>{inner}</p:cNvPr>'
