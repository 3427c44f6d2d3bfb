"""Figures of the first report, typed from its data, and what draws them."""

import datetime as dt
from pathlib import Path

import msgspec
import yaml
from msgspec.structs import replace

from briefgen import read
from briefgen.figures import draw, sketch
from briefgen.model.boundaries import Preset
from briefgen.model.figure import Bar, Bars, Choropleth, Figure, Target, Timeline, TimelineMark, Words
from briefgen.model.maps import Area, AreaCallout, Category, Frame, Ground, Spot
from briefgen.model.scene import Group, Label, Mark, Scene
from briefgen.model.scene import Path as Path_
from briefgen.model.theme import Theme
from briefgen.model.timeline import Tick
from briefgen.resources import asset

ROOT = Path(__file__).parents[2]
DAY = dt.date(2021, 11, 14)


def words(name: str) -> Words:
    return Words(id=name, headline="Headline", subtitle="Subtitle", alt="Alt", description="Description")


def trade_bars() -> Bars:
    bars = (
        Bar(id="exports", label="Russian exports to Afghanistan", value=100, printed="about USD 100 million"),
        Bar(
            id="imports",
            label="Russian imports from Afghanistan",
            value=5,
            printed="about USD 5 million",
            stressed=True,
        ),
    )
    return Bars(words=words("trade"), bars=bars, unit="million USD", period="2019")


STATES = (
    ("AFG", "Afghanistan", "taliban"),
    ("TJK", "Tajikistan", "opposed"),
    ("KAZ", "Kazakhstan", "conciliatory"),
    ("KGZ", "Kyrgyzstan", "conciliatory"),
    ("TKM", "Turkmenistan", "conciliatory"),
    ("UZB", "Uzbekistan", "conciliatory"),
    ("RUS", "Russia", None),
    ("CHN", "China", None),
    ("IRN", "Iran", None),
    ("PAK", "Pakistan", None),
)
CAPITALS = (
    ("kabul", "Kabul", 34.53, 69.17),
    ("dushanbe", "Dushanbe", 38.56, 68.79),
    ("nur-sultan", "Nur-Sultan", 51.17, 71.43),
    ("bishkek", "Bishkek", 42.87, 74.59),
    ("tashkent", "Tashkent", 41.31, 69.28),
    ("ashgabat", "Ashgabat", 37.95, 58.38),
)


def stance_map() -> Choropleth:
    callout = "opposes the Taliban; Russia’s only treaty ally on the Afghan border"
    return Choropleth(
        words=words("stances"),
        areas=tuple(Area(iso=iso, name=name, category=category) for iso, name, category in STATES),
        categories=(
            Category(id="conciliatory", label="conciliatory", role="conciliatory"),
            Category(id="opposed", label="opposed", role="opposed"),
            Category(id="taliban", label="Taliban-ruled", role="focus"),
        ),
        frame=Frame(lon=(46, 88), lat=(29, 52)),
        spots=tuple(Spot(id=k, name=name, lat=lat, lon=lon, capital=True) for k, name, lat, lon in CAPITALS),
        callouts=(AreaCallout(iso="TJK", name="Tajikistan", text=callout),),
        ground=ground(),
    )


def preset(name: str = "un", language: str = "en", day: dt.date = DAY) -> Preset:
    return read.boundaries(read.find(ROOT)).value.preset(name, language, day)


def ground(name: str = "un", language: str = "en", *, orient: bool = False) -> Ground:
    return Ground(
        boundaries=preset(name, language), issuer="Example Institute", language=language, day=DAY, orient=orient
    )


EVENTS = (
    ("e033", "Patrushev warns of civil war", "done", 0, (2021, 6, 24), None),
    ("e037", "Taliban promises, Moscow", "done", 0, (2021, 7, 8), None),
    ("e048", "Ambassador meets Taliban", "done", 0, (2021, 8, 17), None),
    ("e053", "Asks for Afghan funds to be freed", "done", 0, (2021, 8, 30), None),
    ("e086", "Aid promised", "announced", 0, (2021, 10, 20), None),
    ("e044", "Kabul falls", "done", 1, (2021, 8, 15), None),
    ("e058", "Interim cabinet named", "done", 1, (2021, 9, 7), None),
    ("e059", "Wish to join CPEC declared", "announced", 1, (2021, 9, 7), None),
    ("e040", "Beijing receives delegation", "done", 2, (2021, 7, 27), None),
    ("e057", "Pakistan’s spy chief meets leaders", "done", 2, (2021, 9, 5), None),
    ("e071", "Uyghur fighters ‘removed’", "reported", 2, (2021, 10, 5), None),
    ("e036", "Dushanbe asks CSTO help", "reported", 3, (2021, 7, 7), None),
    ("e070", "Moscow urges talks", "done", 3, (2021, 10, 1), None),
    ("e054", "Russian drills with allies, Uzbekistan", "done", 3, (2021, 8, 1), (2021, 10, 31)),
    ("e045", "US freezes reserves", "done", 4, (2021, 8, 15), None),
    ("e080", "EU pledges EUR 1 bn", "announced", 4, (2021, 10, 12), None),
)


def dates_timeline() -> Timeline:
    marks = tuple(
        TimelineMark(
            event=event,
            label=label,
            status=status,
            lane=lane,
            first=dt.date(*first),
            last=dt.date(*(last or first)),
            spans=last is not None,
            key=event == "e044",
        )
        for event, label, status, lane, first, last in EVENTS
    )
    return Timeline(
        words=words("dates"),
        first=dt.date(2021, 6, 1),
        last=dt.date(2021, 10, 31),
        lanes=("Russia", "Taliban", "China, Pakistan", "Central Asia", "US, EU"),
        marks=marks,
        ticks=tuple(
            Tick(day=dt.date(2021, 6 + n, 1), label=name)
            for n, name in enumerate(("June 2021", "July", "August", "September", "October"))
        ),
        statuses=(
            ("done", "done"),
            ("reported", "reported"),
            ("announced", "announced, pledged or wished"),
            ("planned", "planned"),
            ("possible", "possible"),
            ("denied", "denied"),
            ("period", "period"),
        ),
    )


def pdf(width: float, height: float, text: float = 8.6) -> Target:
    return Target(format="pdf", width=width, height=height, text=text, smallest=8)


def pptx(width: float, height: float, text: float = 14) -> Target:
    return Target(format="pptx", width=width, height=height, text=text, smallest=14)


def theme() -> Theme:
    return msgspec.convert(yaml.safe_load(asset("themes", "chancery.yaml").read_text(encoding="utf-8")), Theme)


def fonts() -> tuple[Path, ...]:
    return (asset("fonts"),)


def every(scene: Scene) -> list[Mark]:
    """All marks, groups before their members."""
    out: list[Mark] = []
    todo: list[Mark] = list(scene.marks)
    while todo:
        mark = todo.pop(0)
        out.append(mark)
        if isinstance(mark, Group):
            todo = [*mark.marks, *todo]
    return out


def labels(scene: Scene) -> list[Label]:
    return [m for m in every(scene) if isinstance(m, Label)]


def paths(scene: Scene) -> list[Path_]:
    return [m for m in every(scene) if isinstance(m, Path_)]


def group(scene: Scene, start: str) -> Group:
    return next(m for m in every(scene) if isinstance(m, Group) and m.name.startswith(start))


Box = tuple[float, float, float, float]


def box(label: Label) -> Box:
    """What a label's glyphs cover: from below the last baseline to the capitals of the first."""
    assert label.angle == 0
    left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * label.width
    lines = label.text.count("\n")
    foot = label.y - lines * label.leading - 0.22 * label.size
    return left, foot, left + label.width, label.y + 0.66 * label.size


def extent(mark: Path_) -> Box:
    xs = [v for c in mark.commands for v in c[1::2]]
    ys = [v for c in mark.commands for v in c[2::2]]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(a: Box, b: Box, slack: float = 0.0) -> bool:
    return a[0] < b[2] - slack and b[0] < a[2] - slack and a[1] < b[3] - slack and b[1] < a[3] - slack


def overlapping(scene: Scene) -> list[tuple[str, str]]:
    """Pairs of labels that touch."""
    found = labels(scene)
    return [(a.text, b.text) for n, a in enumerate(found) for b in found[n + 1 :] if overlap(box(a), box(b))]


def cut(scene: Scene) -> list[str]:
    """Labels that leave the frame."""
    boxes = ((m.text, box(m)) for m in labels(scene))
    return [
        t for t, b in boxes if b[0] < -0.01 or b[1] < -0.01 or b[2] > scene.width + 0.01 or b[3] > scene.height + 0.01
    ]


def between(figure: Figure, theme: Theme, fonts: tuple[Path, ...], width: float, part: float, target: Target) -> Scene:
    """Draw a figure at a width, its height at a part of the way from the least to the most that it can use."""
    room = sketch(figure, theme, format=target.format, width=width)
    high = room.least + part * (room.most - room.least)
    return draw(figure, replace(target, width=width, height=high), theme, fonts=fonts)
