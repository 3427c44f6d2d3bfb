"""The slide master, the layouts and the notes master as text, from slots and tokens."""

from xml.sax.saxutils import escape, quoteattr

from briefgen.model.theme import Theme

from ..deck import HAIR, PANEL_RULE, TITLE_LEADING, Box
from ..drawingml import DECLARATION, FACES, NAMESPACES, Style, body, line, named, solid, xfrm
from ..units import hundredths, percent
from .slots import Layout, Slot, box

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


def run_style(style: Style) -> str:
    """Return the default run properties of a placeholder."""
    return (
        f'<a:defRPr sz="{hundredths(style.size)}" b="{int(style.strong)}" i="{int(style.emphasis)}" kern="1200">'
        f'{solid(style.colour)}<a:latin typeface="{FACES[style.face]}"/></a:defRPr>'
    )


def level(style: Style, align: str = "l") -> str:
    """Return the list style of a placeholder: no bullets, no indent, no space above."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="{percent(style.leading)}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{run_style(style)}</a:lvl1pPr>'
    )


def placeholder(number: int, slot: Slot, *, typed: str | None = None) -> str:
    """Return a placeholder of a layout with its prompt."""
    kind = typed or slot.kind
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
        f"<p:txBody>{body(slot.anchor)}<a:lstStyle>{level(slot.style, align)}</a:lstStyle>"
        f"<a:p>{content}{end}</a:p></p:txBody></p:sp>"
    )


def filled(number: int, name: str, place: Box, token: str) -> str:
    """Return a rectangle without outline that only decorates."""
    return (
        f'<p:sp><p:nvSpPr>{named(number, name, decorative=True)}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{xfrm(place)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{solid(token)}<a:ln><a:noFill/></a:ln>'
        f'</p:spPr><p:txBody>{body()}<a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def ruled(number: int, name: str, place: Box, token: str, width: float, *, drawn: bool = True) -> str:
    """Return a straight line that only decorates; `drawn` marks it as a layout's own."""
    user = ' userDrawn="1"' if drawn else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{named(number, name, decorative=True)}<p:cNvCxnSpPr/><p:nvPr{user}/></p:nvCxnSpPr>"
        f'<p:spPr>{xfrm(place)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{line(token, width)}</p:spPr></p:cxnSp>'
    )


def master(theme: Theme, slots: tuple[Slot, ...], count: int) -> str:
    """Return the slide master with the identifiers of `count` layouts; `slots` are its own placeholders."""
    shapes = ruled(2, "Head rule", box(theme, "all", "rule"), "ink", HAIR)
    shapes += "".join(placeholder(n, slot) for n, slot in enumerate(slots, 3))
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + n}" r:id="rId{n + 1}"/>' for n in range(count))
    deck = theme.deck.type
    title = level(Style(size=deck.headline, face="head", strong=True, leading=TITLE_LEADING))
    levels = level(Style(size=deck.body)) + "".join(
        f'<a:lvl{n}pPr marL="{228600 * (n - 1)}" indent="-228600" algn="l"><a:spcBef><a:spcPts val="300"/></a:spcBef>'
        '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="+mj-lt"/><a:buChar char="–"/>'
        f"{run_style(Style(size=deck.body_min))}</a:lvl{n}pPr>"
        for n in range(2, 10)
    )
    other = "".join(
        f'<a:lvl{n}pPr marL="0" algn="l">{run_style(Style(size=deck.body_min))}</a:lvl{n}pPr>' for n in range(1, 10)
    )
    return (
        f'{DECLARATION}<p:sldMaster {NAMESPACES} preserve="1"><p:cSld><p:bg><p:bgPr>{solid("paper")}<a:effectLst/>'
        f"</p:bgPr></p:bg><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>{COLOUR_MAP}"
        f'<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(theme: Theme, one: Layout) -> str:
    """Return a layout: its ground, its decoration, its placeholders."""
    shapes, n = "", 2
    for name, place, token in _grounds(theme, one):
        shapes += filled(n, name, place, token)
        n += 1
    for name, place, token, width in _rules(theme, one):
        shapes += ruled(n, name, place, token, width)
        n += 1
    shapes += "".join(placeholder(k, slot) for k, slot in enumerate(one.slots, n))
    kind = f' type="{one.kind}"' if one.kind else ' userDrawn="1"'
    own = ' showMasterSp="0"' if one.ground else ""
    ground = f"<p:bg><p:bgPr>{solid('panel')}<a:effectLst/></p:bgPr></p:bg>" if one.ground else ""
    return (
        f'{DECLARATION}<p:sldLayout {NAMESPACES}{own}{kind} preserve="1"><p:cSld name={quoteattr(one.title)}>{ground}'
        f"<p:spTree>{TREE}{shapes}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _grounds(theme: Theme, one: Layout) -> list[tuple[str, Box, str]]:
    boxes = theme.deck.layouts.get(one.name, {})
    found = [("Spine", box(theme, one.name, "spine"), "accent")] if "spine" in boxes else []
    if one.panel:
        found.append(("Panel", one.panel, "panel"))
    return found


def _rules(theme: Theme, one: Layout) -> list[tuple[str, Box, str, float]]:
    found = []
    if one.name == "title":
        found.append(("Rule", box(theme, "title", "rule"), "ink", HAIR))
    if one.panel:
        top = Box(x=one.panel.x, y=one.panel.y, w=one.panel.w, h=0.0)
        found.append(("Panel rule", top, "accent", PANEL_RULE))
    if one.rule:
        found.append(("Rule", one.rule, "hair", HAIR))
    return found


def notes_master() -> str:
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
        f"{line('hair', 0.75)}</p:spPr></p:sp>"
    )
    return (
        f"{DECLARATION}<p:notesMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{solid('paper')}<a:effectLst/></p:bgPr></p:bg>"
        f"<p:spTree>{TREE}{image}{placeholder(3, notes)}</p:spTree></p:cSld>{COLOUR_MAP}"
        f"<p:notesStyle>{level(Style(size=12.0))}</p:notesStyle></p:notesMaster>"
    )
