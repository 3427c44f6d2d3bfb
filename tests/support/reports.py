"""Small reports and specs made in code, for tests of compose and build."""

import datetime as dt

from briefgen.compose.figures import resolve
from briefgen.model.boundaries import Preset
from briefgen.model.figure import Figure, FigureSpec
from briefgen.model.inline import Citation, Cited, Text
from briefgen.model.report import (
    Author,
    Claim,
    Hedge,
    Kind,
    Name,
    Origin,
    Point,
    Reference,
    Report,
    Section,
    Series,
    Unit,
)
from briefgen.model.spec import (
    ONE_PAGE,
    SHORT,
    BottomLine,
    BriefSpec,
    Issuer,
    KeyJudgements,
    Outlook,
    Sections,
    Sources,
    Watch,
)

HERE = Origin(file="reports/test/report.yaml")


def unit(name: str, section: str = "a", **fields: object) -> Unit:
    base: dict[str, object] = {
        "id": name,
        "section": section,
        "kind": Kind.FACT,
        "text": (Text(text=f"Statement {name} says what it says in one sentence."),),
        "short": f"{name} in short.",
        "rank": 50,
        "origin": HERE,
        "covers": (f"{section}.p1.c01",),
    }
    return Unit(**(base | fields))  # type: ignore[arg-type]


def cited(name: str, *works: str, section: str = "a", **fields: object) -> Unit:
    text = (Text(text=f"Statement {name}."), Citation(works=tuple(Cited(reference=w) for w in works)))
    return unit(name, section, text=text, **fields)


SLOTS = (
    unit("bl", "s", kind=Kind.BOTTOM_LINE, rank=100),
    *(unit(f"kj{n}", "s", kind=Kind.KEY_JUDGEMENT, lead=f"Lead {n}", rank=90 - n) for n in range(5)),
    unit("out", "s", kind=Kind.OUTLOOK, hedge=Hedge(source="may", here="says"), rank=80),
)
WORKS = (
    Reference(
        id="self",
        type="report",
        title="The report",
        authors=(Name(family="Doe", given="Jane Q."),),
        container="Series",
        number="1/2021",
        issued=(2021, 11),
        origin=HERE,
    ),
    Reference(
        id="tass",
        type="article-newspaper",
        title="Заголовок",
        title_en="A headline",
        container="TASS",
        issued=(2021, 10, 21),
        language="ru",
        origin=HERE,
    ),
    Reference(
        id="roe",
        type="book",
        title="A book",
        authors=(Name(family="Roe", given="Richard"),),
        publisher="Press",
        issued=(2018,),
        origin=HERE,
    ),
)


def report(*units: Unit) -> Report:
    names = dict.fromkeys(u.section for u in (*SLOTS, *units))
    points = {s: dict.fromkeys(u.point for u in units if u.section == s and u.point) for s in names}
    return Report(
        id="test",
        title="The report",
        short_title="Report",
        authors=(Author(family="Doe", given="Jane"),),
        date="2021-11",
        as_of=dt.date(2021, 11, 14),
        language="en",
        series=Series(name="Series", number="1/2021"),
        sections=tuple(
            Section(
                id=s,
                headline=f"Section {s} has a headline",
                points=tuple(Point(id=p, headline=f"Point {p} holds") for p in points[s]),
                origin=HERE,
            )
            for s in names
        ),
        units=(*SLOTS, *units),
        references=WORKS,
        self_reference="self",
        sha256="0" * 64,
        origin=HERE,
        claims=tuple(Claim(id=f"{s}.p1.c01", paragraph=f"{s}.p1", page=n + 1) for n, s in enumerate(names)),
    )


def spec(**fields: object) -> BriefSpec:
    base: dict[str, object] = {
        "id": "brief",
        "report": "test",
        "title": "A title that says what is found",
        "short_title": "Title",
        "issuer": Issuer(name="House", series="Brief", number="1"),
        "as_of": dt.date(2021, 11, 14),
        "theme": "chancery",
        "lengths": (ONE_PAGE, SHORT),
        "content": (
            BottomLine(),
            KeyJudgements(count=5),
            Sections(ids=("a", "b", "c")),
            Outlook(),
            Watch(count=4),
            Sources(),
        ),
        "origin": Origin(file="briefs/brief.yaml"),
        "sha256": "1" * 64,
    }
    return BriefSpec(**(base | fields))  # type: ignore[arg-type]


def resolved(figure: FigureSpec, whole: Report, language: str = "en") -> Figure:
    """Return a figure with its data, in the words of a brief in a language; no map has lines that are not settled."""
    preset = Preset(id="un", language=language, lines=(), areas=())
    return resolve(figure, whole, spec(furniture=language), preset)
