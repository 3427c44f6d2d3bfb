"""Charts of every kind, typed by hand."""

from briefgen.model.charts import Bar, Bars, DotRow, Dots, Line, Lines, Part, Stack, Stacks, Tick

from .samples import words


def columns(*rows: tuple[str, float | None], timed: bool = False, stressed: str = "") -> Bars:
    bars = tuple(
        Bar(id=name, label=name, value=v, printed="not stated" if v is None else f"{v:g}", stressed=name == stressed)
        for name, v in rows
    )
    return Bars(words=words("columns"), bars=bars, unit="events", period="2021", upright=True, timed=timed)


MONTHS = columns(
    ("June 2021", 2), ("July", 8), ("August", 15), ("September", None), ("October", 12), timed=True, stressed="August"
)
YEARS = columns(*((str(year), float((year * 7) % 23)) for year in range(1990, 2022)), timed=True)


def stack(label: str, *parts: tuple[str, float, int | None]) -> Stack:
    return Stack(label=label, parts=tuple(Part(label=n, value=v, printed=f"{v:g}", colour=c) for n, v, c in parts))


REFERENCES = Stacks(
    words=words("references"),
    stacks=(
        stack(
            "By type",
            ("News", 70, 0),
            ("Journal articles", 15, 1),
            ("Commentary", 12, 2),
            ("Reports", 7, 3),
            ("Books", 6, 4),
            ("Other", 22, None),
        ),
        stack(
            "By language of title",
            ("English", 82, 0),
            ("Russian", 24, 1),
            ("French", 14, 2),
            ("German", 2, 3),
            ("Repeat note", 10, None),
        ),
    ),
    unit="works",
    period="2021",
)
HEDGED = Stacks(
    words=words("hedged"),
    stacks=(
        stack("Facts", ("plain", 85, 0), ("hedged", 29, 1)),
        stack("Judgements", ("plain", 94, 0), ("hedged", 73, 1)),
        stack("Forecasts", ("plain", 0, 0), ("hedged", 12, 1)),
    ),
    unit="statements",
    period="2021",
    upright=True,
)


def line(label: str, *values: float | None, stressed: bool = False) -> Line:
    printed = tuple("not stated" if v is None else f"{v:g}" for v in values)
    return Line(label=label, values=values, printed=printed, stressed=stressed)


TRADE = Lines(
    words=words("trade"),
    moments=tuple(map(str, range(2014, 2022))),
    lines=(
        line("Exports", 9, 12, None, None, 14, 15, 13, 18),
        line("Imports from all neighbours", 3, 4, 4, 5, 5, None, 6, 6),
        line("Aid", 4, 4, 5, 5, 5.5, 6, 6, 6.5),
    ),
    ticks=tuple(Tick(value=v, printed=f"{v:g}") for v in (0, 5, 10, 15, 20)),
    unit="USD million",
    period="2014–2021",
)
KINDS = Dots(
    words=words("kinds"),
    series=("statements", "of which hedged"),
    rows=tuple(
        DotRow(label=label, values=(a, b), printed=(f"{a}", f"{b}"))
        for label, a, b in (("Judgements", 167, 73), ("Facts", 114, 29), ("Forecasts", 12, 12), ("Quotations", 10, 2))
    ),
    ticks=tuple(Tick(value=v, printed=f"{v:g}") for v in (0, 50, 100, 150, 200)),
    unit="statements",
    period="2021",
)
