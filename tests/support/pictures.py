"""Figures with typed data, and sketches and scenes to stand in for what figures would draw."""

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from msgspec.structs import replace

from briefgen.model.boundaries import Preset
from briefgen.model.figure import (
    Bar,
    Bars,
    Choropleth,
    Distances,
    Figure,
    GroupMaps,
    Locator,
    PlacesMap,
    Target,
    Timeline,
    TimelineMark,
    Words,
)
from briefgen.model.maps import Area, AreaCallout, Category, Frame, Ground, Map, Spot
from briefgen.model.scene import Command, Group, Ink, Label, Mark, Path, Pattern, Scene, Sketch, Swatch
from briefgen.model.timeline import Tick

SAND, OXBLOOD, DARK, LAND, INK, MUTE = "CBB890", "8A1C2C", "3A342E", "F3EFE6", "211C18", "5E564D"

MAP = Choropleth(
    words=Words(
        id="stances",
        headline="Four Central Asian states take a conciliatory line; Tajikistan does not",
        subtitle="Line taken towards the Taliban, as reported to November 2021",
        alt="Map of Central Asia: four states conciliatory, Tajikistan opposed, Afghanistan ruled by the Taliban.",
        description="Kazakhstan, Kyrgyzstan, Turkmenistan and Uzbekistan: conciliatory. Tajikistan: opposed.",
        point="tajikistan",
    ),
    areas=(
        Area(iso="KAZ", name="Kazakhstan", category="conciliatory"),
        Area(iso="KGZ", name="Kyrgyzstan", category="conciliatory"),
        Area(iso="TJK", name="Tajikistan", category="opposed"),
        Area(iso="TKM", name="Turkmenistan", category="conciliatory"),
        Area(iso="UZB", name="Uzbekistan", category="conciliatory"),
        Area(iso="AFG", name="Afghanistan", category="taliban"),
        Area(iso="CHN", name="China"),
        Area(iso="IRN", name="Iran"),
        Area(iso="PAK", name="Pakistan"),
        Area(iso="RUS", name="Russia"),
    ),
    categories=(
        Category(id="conciliatory", label="conciliatory", role="conciliatory"),
        Category(id="opposed", label="opposed", role="opposed"),
        Category(id="taliban", label="Taliban-ruled", role="focus"),
    ),
    frame=Frame(lon=(46, 88), lat=(29, 52)),
    spots=(
        Spot(id="kabul", name="Kabul", lat=34.53, lon=69.17),
        Spot(id="dushanbe", name="Dushanbe", lat=38.56, lon=68.79),
    ),
    callouts=(
        AreaCallout(
            iso="TJK",
            name="Tajikistan",
            text="opposes the Taliban; Russia’s only treaty ally on the Afghan border",
        ),
    ),
    ground=Ground(
        boundaries=Preset(id="un", language="en", lines=(), areas=()),
        issuer="Example Institute",
        language="en",
        day=date(2021, 11, 14),
    ),
)


def mark(event: str, label: str, status: str, lane: int, day: date, last: date | None = None) -> TimelineMark:
    """Return a mark; the fall of Kabul is the key event."""
    return TimelineMark(
        event=event,
        label=label,
        status=status,
        lane=lane,
        first=day,
        last=last or day,
        spans=last is not None,
        key=event == "e044",
    )


DATES = Timeline(
    words=Words(
        id="dates",
        headline="From July to October Moscow gathered assurances and withheld formal recognition",
        subtitle="Events that the report mentions, June to October 2021",
        alt="Timeline, June to October 2021: assurances in July and October, drills between, no recognition.",
        description="8 July: promises in Moscow. 15 August: Kabul falls. 20 October: Moscow meeting, aid promised.",
        note="Events the report mentions, not a full count of contacts.",
        point="assurances",
    ),
    first=date(2021, 6, 1),
    last=date(2021, 10, 31),
    lanes=("Russia", "Taliban", "China, Pakistan", "Central Asia", "US, EU"),
    marks=(
        mark("e033", "Patrushev warns of civil war", "done", 0, date(2021, 6, 24)),
        mark("e048", "Ambassador meets Taliban", "done", 0, date(2021, 8, 17)),
        mark("e044", "Kabul falls", "done", 1, date(2021, 8, 15)),
        mark("e059", "Wish to join CPEC declared", "announced", 1, date(2021, 9, 7)),
        mark("e040", "Beijing receives delegation", "done", 2, date(2021, 7, 27)),
        mark("e071", "Uyghur fighters ‘removed’", "reported", 2, date(2021, 10, 5)),
        mark("e036", "Dushanbe asks CSTO help", "reported", 3, date(2021, 7, 7)),
        mark("e054", "Drills with allies, Uzbekistan", "done", 3, date(2021, 8, 1), date(2021, 10, 31)),
        mark("e045", "US freezes reserves", "done", 4, date(2021, 8, 15)),
        mark("e080", "EU pledges EUR 1 bn", "announced", 4, date(2021, 10, 12)),
    ),
    ticks=tuple(
        Tick(day=date(2021, 6 + n, 1), label=name)
        for n, name in enumerate(("June 2021", "July", "August", "September", "October"))
    ),
    statuses=(("done", "done"), ("reported", "reported"), ("announced", "announced, pledged or wished")),
)

TRADE = Bars(
    words=Words(
        id="trade",
        headline="Trade is too small to explain Moscow’s interest in Afghanistan",
        subtitle="Goods trade between Russia and Afghanistan, 2019. USD million, rounded",
        alt="Bar chart, 2019: Russian exports to Afghanistan about USD 100 million, imports about USD 5 million.",
        description="Exports about USD 100 million, imports about USD 5 million.",
        note="Rounded; one year, so no trend.",
        point="connectivity-trade",
    ),
    bars=(
        Bar(id="exports", label="Russian exports to Afghanistan", value=100, printed="about USD 100 million"),
        Bar(
            id="imports",
            label="Russian imports from Afghanistan",
            value=5,
            printed="about USD 5 million",
            stressed=True,
        ),
    ),
    unit="USD million",
    period="2019",
)

FIGURES: dict[str, Figure] = {"stances": MAP, "dates": DATES, "trade": TRADE}


def sketches(width: float = 500.0) -> dict[str, Sketch]:
    """Return what layout must know of every figure, at one width in points."""
    key = tuple(
        Swatch(label=label, fill=Ink(rgb=rgb), hatch=Ink(rgb="FFFFFF") if hatched else None)
        for label, rgb, hatched in (
            ("conciliatory", SAND, False),
            ("opposed", OXBLOOD, True),
            ("Taliban-ruled", DARK, False),
        )
    )
    notes = (
        "The boundaries and names shown and the designations used on this map do not imply official "
        "endorsement or acceptance by Example Institute.",
        "Dotted: Line of Control.",
    )
    return {
        "stances": Sketch(width=width, least=width * 0.42, most=width * 0.75, key=key, notes=notes),
        "dates": Sketch(width=width, least=150.0, most=360.0),
        "trade": Sketch(width=width, least=90.0, most=200.0),
    }


def scenes(targets: Mapping[str, Target]) -> dict[str, Scene]:
    """Return a plain scene of the asked size for every figure."""
    return {name: scene(FIGURES[name], target) for name, target in targets.items()}


def scene(figure: Figure, target: Target) -> Scene:
    """Return a plain drawing with the marks of a real one: shapes, a hatch, curves, labels."""
    match figure:
        case Choropleth() | Locator() | PlacesMap():
            marks = areas(figure, target)
        case GroupMaps() | Distances():
            marks = ()
        case Timeline():
            marks = lanes(figure, target)
        case Bars():
            marks = rows(figure, target)
        case _:
            assert_never(figure)
    return Scene(width=target.width, height=target.height, marks=marks)


def box(x: float, y: float, w: float, h: float) -> tuple[Command, ...]:
    """Return a closed rectangle."""
    return (("M", x, y), ("L", x + w, y), ("L", x + w, y + h), ("L", x, y + h), ("Z",))


def disc(x: float, y: float, r: float) -> tuple[Command, ...]:
    """Return a circle of four cubics."""
    k = 0.5523 * r
    return (
        ("M", x + r, y),
        ("C", x + r, y + k, x + k, y + r, x, y + r),
        ("C", x - k, y + r, x - r, y + k, x - r, y),
        ("C", x - r, y - k, x - k, y - r, x, y - r),
        ("C", x + k, y - r, x + r, y - k, x + r, y),
        ("Z",),
    )


def words(text: str, x: float, y: float, target: Target, *, bold: bool = False, rgb: str = INK) -> Label:
    """Return a label in the target's text size; its width is a guess of half an em a letter."""
    size = target.text
    weight = 600 if bold else 400
    return Label(
        name=f"Label {text}",
        text=text,
        x=x,
        y=y,
        size=size,
        font="label",
        weight=weight,
        ink=Ink(rgb=rgb),
        width=0.5 * size * len(text),
    )


def areas(figure: Map, target: Target) -> tuple[Mark, ...]:
    """Return a sea and a grid of slanted states, the opposed one hatched."""
    fills = {"conciliatory": SAND, "opposed": OXBLOOD, "taliban": DARK, None: LAND}
    across, down = 4, -(-len(figure.areas) // 4)
    w, h = target.width / across, target.height / down
    sea = Path(name="Sea", commands=box(0, 0, target.width, target.height), fill=Ink(rgb="DFE6E7"))
    shapes: list[Mark] = []
    for i, area in enumerate(figure.areas):
        x, y = (i % across) * w, target.height - (i // across + 1) * h
        slanted: tuple[Command, ...] = (
            ("M", x + 6, y + 4),
            ("L", x + w - 6, y + 8),
            ("C", x + w, y + h / 2, x + w, y + h / 2, x + w - 8, y + h - 4),
            ("L", x + 4, y + h - 8),
            ("Z",),
        )
        lines = tuple(c for k in range(4, 28, 6) for c in (("M", x + 10 + k, y + 10), ("L", x + 20 + k, y + h - 10)))
        shapes.append(
            Path(
                name=f"Country {area.name} ({area.iso})",
                commands=slanted,
                fill=Ink(rgb=fills[area.category]),
                stroke=Ink(rgb="FFFFFF"),
                width=1.1,
                pattern=Pattern(kind="up", ink=Ink(rgb="FFFFFF"), width=1.0, lines=lines)
                if area.category == "opposed"
                else None,
            )
        )
        dark = area.category in ("opposed", "taliban")
        shapes.append(words(area.name, x + 10, y + h / 2, target, rgb="FFFFFF" if dark else INK))
    return (sea, Group(name="Countries", marks=tuple(shapes)))


def lanes(figure: Timeline, target: Target) -> tuple[Mark, ...]:
    """Return lanes with a disc or bar and a label for every mark."""
    top, left = target.height - 24, 110.0
    height = (top - 24) / len(figure.lanes)
    days = (figure.last - figure.first).days
    scale = (target.width - left) / days
    found: list[Mark] = []
    for i, label in enumerate(figure.lanes):
        y = top - (i + 1) * height
        if i % 2 == 0:
            found.append(Path(name=f"Lane {label}", commands=box(0, y, target.width, height), fill=Ink(rgb="F5F1E8")))
        found.append(words(label, 8, y + height / 2 - 4, target, bold=True))
    for i, month in enumerate(t.label for t in figure.ticks):
        found.append(words(month, left + i * 30.5 * scale + 6, top + 8, target, rgb=MUTE))
    count = [0] * len(figure.lanes)
    for m in figure.marks:
        x = left + (m.first - figure.first).days * scale
        y = top - m.lane * height - (count[m.lane] + 1) * height / 3
        count[m.lane] += 1
        ink = Ink(rgb=OXBLOOD if m.key else INK)
        if m.spans:
            found.append(
                Path(
                    name=f"Span {m.event}",
                    commands=box(x, y, (m.last - m.first).days * scale, 6),
                    fill=Ink(rgb="A99A80"),
                )
            )
        else:
            found.append(Path(name=f"Mark {m.event}", commands=disc(x, y + 4, 5), fill=ink))
        late = (m.first - figure.first).days > 0.6 * days
        label = words(m.label, x - 12 if late else x + 12, y, target, rgb=ink.rgb)
        found.append(replace(label, anchor="end") if late else label)
    return tuple(found)


def rows(figure: Bars, target: Target) -> tuple[Mark, ...]:
    """Return bars with their names above and their values beside."""
    height = target.height / len(figure.bars)
    most = max(b.value for b in figure.bars)
    found: list[Mark] = []
    for i, bar in enumerate(figure.bars):
        y = target.height - (i + 1) * height
        found.append(words(bar.label, 0, y + 0.7 * height, target))
        w = bar.value / most * target.width * 0.6
        found.append(
            Path(
                name=f"Bar {bar.id}",
                commands=box(0, y + 4, w, 0.5 * height),
                fill=Ink(rgb=OXBLOOD if bar.stressed else "A99A80"),
            )
        )
        found.append(words(bar.printed, w + 6, y + 0.2 * height, target, bold=True))
    return tuple(found)
