"""The slide master, the layouts and the notes master as text, from slots and tokens."""

from xml.sax.saxutils import escape, quoteattr

from briefgen.model.theme import Theme

from ..boxes import Box, optional
from ..deck import HAIR, PANEL_RULE, TITLE_LEADING
from ..drawingml import DECLARATION, FACES, NAMESPACES, Style, body, named, xfrm
from ..palette import Palette
from ..units import hundredths, percent
from .slots import Layout, Slot

TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    "</a:xfrm></p:grpSpPr>"
)
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
FIELD = "{8E2B7C1A-54D6-4B0F-9A35-1F6C2D7E9B40}"

NUMBER = f'<a:fld id="{FIELD}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'

Drawn = tuple[str, Box, str, float]
"""What a master or layout draws: name, box, role, and the width of a line; 0 for an area."""
DECORATION = {
    "bar": ("Bar", "ground", 0.0),
    "deep": ("Foot", "deep", 0.0),
    "spine": ("Spine", "accent", 0.0),
    "signal": ("Signal line", "signal", 0.0),
    "rule": ("Rule", "ink", HAIR),
}
"""Boxes of a theme that are drawn, in this order: name, role, width of a line."""
QUIET = {"statement_chart": {"rule": ("Rule", "hair", HAIR)}}
"""Layouts whose own boxes are drawn otherwise."""
QUOTE, QUOTE_SIZE = "“", 120.0
"""The mark in the margin of a quotation."""


def run_style(style: Style, colours: Palette) -> str:
    """Return the default run properties of a placeholder."""
    return (
        f'<a:defRPr sz="{hundredths(style.size)}" b="{int(style.strong)}" i="{int(style.emphasis)}" kern="1200">'
        f'{colours.solid(style.colour)}<a:latin typeface="{FACES[style.face]}"/></a:defRPr>'
    )


def level(style: Style, colours: Palette, align: str = "l") -> str:
    """Return the list style of a placeholder: no bullets, no indent, no space above."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="{percent(style.leading)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{run_style(style, colours)}</a:lvl1pPr>'
    )


def placeholder(number: int, slot: Slot, colours: Palette) -> str:
    """Return a placeholder of a layout with its prompt."""
    kind = slot.kind
    index = f' idx="{slot.index}"' if slot.index is not None else ""
    size = ' sz="quarter"' if slot.index is not None and kind not in ("chart", "tbl") else ""
    content = NUMBER if kind == "sldNum" else ""
    if slot.prompt:
        content = f'<a:r><a:rPr lang="en-GB"/><a:t>{escape(slot.prompt)}</a:t></a:r>'
    end = "" if content else '<a:endParaRPr lang="en-GB"/>'
    align = "r" if kind == "sldNum" else "l"
    return (
        f"<p:sp><p:nvSpPr>{named(number, slot.name.capitalize())}"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}"{size}{index}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{xfrm(slot.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody>{body(slot.anchor)}<a:lstStyle>{level(slot.style, colours, align)}</a:lstStyle>"
        f"<a:p>{content}{end}</a:p></p:txBody></p:sp>"
    )


def decoration(number: int, drawn: Drawn, colours: Palette) -> str:
    """Return an area or a straight line that only decorates."""
    name, place, role, width = drawn
    if width:
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{named(number, name, decorative=True)}<p:cNvCxnSpPr/>"
            f'<p:nvPr userDrawn="1"/></p:nvCxnSpPr><p:spPr>{xfrm(place)}'
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{colours.line(role, width)}</p:spPr></p:cxnSp>'
        )
    return (
        f'<p:sp><p:nvSpPr>{named(number, name, decorative=True)}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{colours.solid(role)}'
        f'<a:ln><a:noFill/></a:ln></p:spPr><p:txBody>{body()}<a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p>'
        "</p:txBody></p:sp>"
    )


def quote_mark(number: int, place: Box, colours: Palette) -> str:
    """Return the opening mark of a quotation, as decoration: the words say themselves who speaks."""
    style = Style(size=QUOTE_SIZE, face="head", colour="lead", strong=True)
    return (
        f'<p:sp><p:nvSpPr>{named(number, "Quotation mark", decorative=True)}<p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:noFill/></p:spPr><p:txBody>{body()}<a:lstStyle>{level(style, colours)}</a:lstStyle>"
        f'<a:p><a:r><a:rPr lang="en-GB" dirty="0"/><a:t>{QUOTE}</a:t></a:r></a:p></p:txBody></p:sp>'
    )


def decorations(theme: Theme, name: str) -> list[Drawn]:
    """Return what the theme draws on a layout, or with "all" on every slide."""
    looks = DECORATION | QUIET.get(name, {})
    owned = getattr(theme.deck.layouts, name, None)
    found = ((look, optional(theme, name, slot)) for slot, look in looks.items() if hasattr(owned, slot))
    return [(title, place, role, width) for (title, role, width), place in found if place]


def master(theme: Theme, colours: Palette, slots: tuple[Slot, ...], count: int) -> str:
    """Return the slide master with the identifiers of `count` layouts; `slots` are its own placeholders."""
    drawn = decorations(theme, "all")
    shapes = "".join(decoration(n, one, colours) for n, one in enumerate(drawn, 2))
    shapes += "".join(placeholder(n, slot, colours) for n, slot in enumerate(slots, 2 + len(drawn)))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    deck = theme.deck.type
    title = level(Style(size=deck.headline, face="head", strong=True, leading=TITLE_LEADING), colours)
    least = run_style(Style(size=deck.body_min), colours)
    levels = level(Style(size=deck.body), colours) + "".join(
        f'<a:lvl{n}pPr marL="{228600 * (n - 1)}" indent="-228600" algn="l"><a:spcBef><a:spcPts val="300"/></a:spcBef>'
        f"<a:buClr>{colours.tints['lead'].element()}</a:buClr>"
        f'<a:buFont typeface="+mj-lt"/><a:buChar char="–"/>{least}</a:lvl{n}pPr>'
        for n in range(2, 10)
    )
    other = "".join(f'<a:lvl{n}pPr marL="0" algn="l">{least}</a:lvl{n}pPr>' for n in range(1, 10))
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgPr>{colours.solid("paper")}'
        f"<a:effectLst/></p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{COLOUR_MAP}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(theme: Theme, colours: Palette, one: Layout) -> str:
    """Return a layout: its ground, its decoration, its placeholders."""
    drawn = decorations(theme, one.name)
    if one.panel:
        top = Box(x=one.panel.x, y=one.panel.y, w=one.panel.w, h=0.0)
        drawn += [("Panel", one.panel, "panel", 0.0), ("Panel rule", top, "signal", PANEL_RULE)]
    shapes = "".join(decoration(n, each, colours) for n, each in enumerate(drawn, 2))
    last = 2 + len(drawn)
    if one.name == "quotation" and (place := optional(theme, "quotation", "mark")):
        shapes, last = shapes + quote_mark(last, place, colours), last + 1
    shapes += "".join(placeholder(n, slot, colours) for n, slot in enumerate(one.slots, last))
    kind = f' type="{one.kind}"' if one.kind else ' userDrawn="1"'
    own = ' showMasterSp="0"' if one.ground else ""
    ground = f"<p:bg><p:bgPr>{colours.solid('ground')}<a:effectLst/></p:bgPr></p:bg>" if one.ground else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{own}{kind} preserve="1"><p:cSld name={quoteattr(one.title)}>{ground}'
        f"<p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def notes_master(colours: Palette) -> str:
    """Return the notes master: the slide above, its notes below."""
    notes = Slot(
        name="notes",
        kind="body",
        index=1,
        box=Box(x=54.0, y=346.5, w=432.0, h=324.0),
        style=Style(size=12.0),
        prompt="Notes",
    )
    image = (
        f'<p:sp><p:nvSpPr>{named(2, "Slide")}<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{xfrm(Box(x=54.0, y=54.0, w=432.0, h=243.0))}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f"{colours.line('hair', 0.75)}</p:spPr></p:sp>"
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{colours.solid('paper')}<a:effectLst/>"
        f"</p:bgPr></p:bg><p:spTree>{TREE}{image}{placeholder(3, notes, colours)}</p:spTree></p:cSld>{COLOUR_MAP}"
        f"<p:notesStyle>{level(Style(size=12.0), colours)}</p:notesStyle></p:notesMaster>"
    )
