"""A small project about one table of awkward data, with every kind of figure that can be made of it."""

import csv
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from briefgen import read
from briefgen.build.placed import placed
from briefgen.compose.figures import resolve
from briefgen.diagnostics import Diagnostic
from briefgen.errors import InputError
from briefgen.figures import drawing, sketch
from briefgen.figures.sketch import SMALLEST, text_size
from briefgen.model.figure import Figure, Target
from briefgen.model.scene import Drawing
from briefgen.model.theme import Theme
from tests.support.reports import spec

from . import samples

TABLES = Path(__file__).parents[1] / "data" / "awkward"
Row = dict[str, str]
Files = dict[str, Any]
SELF = "self-1999"
NARROW = {"pdf": 300.0, "pptx": 508.0}
WIDE = {"pdf": 470.0, "pptx": 871.0}
"""The least and the most room that pages and slides have for a figure across."""
CUT = 48
"""Characters of a message that are kept: which names follow may change with what has room."""
HIGHEST = {"pdf": 600.0, "pptx": 342.0}


class Outcome(NamedTuple):
    """What became of a figure on a page and a slide: the drawings, or else what is wrong."""

    drawings: tuple[Drawing, ...]
    wrong: tuple[Diagnostic, ...]

    @property
    def said(self) -> str:
        """Return it on one line."""
        if self.wrong:
            told = dict.fromkeys(f"{d.code} {d.file}:{d.line} {d.message[:CUT]}" for d in self.wrong)
            return "; ".join(told)
        remarks = dict.fromkeys(d.code for one in self.drawings for d in one.diagnostics)
        return " ".join(["drawn", *remarks])


def table(name: str) -> list[Row]:
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chart(kind: str, **keys: Any) -> Callable[[list[Row]], Files]:
    def files(rows: list[Row]) -> Files:
        return {"figures.yaml": [{"kind": kind, "data": "awkward"} | keys]}

    return files


def matrix(rows: list[Row]) -> Files:
    columns = [{"value": name, "label": f"Class {name}"} for name in "ab"]
    return chart("matrix", rows="name", mark="class", columns=columns)(rows)


def actors(rows: list[Row]) -> list[dict[str, Any]]:
    return [
        {"id": r["key"], "name": r["name"], "type": "state"} | ({"iso": r["iso"]} if "iso" in r else {}) for r in rows
    ]


def timeline(rows: list[Row]) -> Files:
    events = [
        {"id": f"e-{r['key']}", "date": r["year"], "label": r["name"], "text": f"{r['name']}.", "status": "done"}
        | {"actors": ["ash"], "cites": [SELF]}
        for r in rows
    ]
    years = [r["year"] for r in rows] or ["2016"]
    figure = {"kind": "timeline", "period": f"{years[0]}/{int(years[-1]) + 4}", "lanes": ["ash"]}
    figure |= {"events": [e["id"] for e in events]}
    ash = {"id": "ash", "name": "Ash", "type": "organisation"}
    return {"events.yaml": events, "actors.yaml": [ash], "figures.yaml": [figure]}


def numbers(rows: list[Row]) -> Files:
    quantities = [
        {"id": r["key"], "value": number(r["value"]), "unit": "people", "period": "2019", "what": r["name"]}
        | {"cites": [SELF]}
        for r in rows
    ]
    chosen = [{"quantity": q["id"]} for q in quantities[:4]]
    return {"quantities.yaml": quantities, "figures.yaml": [{"kind": "numbers", "numbers": chosen}]}


def relations(rows: list[Row]) -> Files:
    pairs = list(pairwise(rows))
    ties = [
        {"id": f"t{n}", "from": a["key"], "to": b["key"], "type": "trusts", "status": "done", "cites": [SELF]}
        for n, (a, b) in enumerate(pairs)
    ]
    figure = {"kind": "relations", "actors": [r["key"] for r in rows]}
    return {"actors.yaml": actors(rows), "relations.yaml": ties, "figures.yaml": [figure]}


def conditions(rows: list[Row]) -> Files:
    steps = [{"if": [a["name"]], "then": b["name"], "hedge": "may", "units": ["line"]} for a, b in pairwise(rows)]
    return {"figures.yaml": [{"kind": "conditions", "steps": steps}]}


def membership(rows: list[Row]) -> Files:
    return {"figures.yaml": [{"kind": "membership", "groups": ["a", "b"]}], **_groups(rows)}


def seats(rows: list[Row]) -> Files:
    return {"figures.yaml": [{"kind": "seats", "groups": ["a", "b"]}], **_groups(rows)}


def group_maps(rows: list[Row]) -> Files:
    return {"figures.yaml": [{"kind": "group-maps", "groups": ["a", "b"]}], **_groups(rows)}


def _groups(rows: list[Row]) -> Files:
    made = [
        {"id": name, "type": "format", "name": f"Group {name}", "cites": [SELF]}
        | {"members": [{"actor": r["key"], "status": "member"} for r in rows if r["class"] == name]}
        for name in "ab"
    ]
    return {"actors.yaml": actors(rows), "groups.yaml": made}


def choropleth(rows: list[Row]) -> Files:
    roles = zip("ab", ("conciliatory", "opposed"), strict=True)
    classes = [{"id": name, "label": f"class {name}", "role": role} for name, role in roles]
    figure = chart("choropleth", key="key", value="class", categories=classes)(rows)
    return {"actors.yaml": actors(rows), **figure}


def states(rows: list[Row]) -> Files:
    return {"actors.yaml": actors(rows), "figures.yaml": [{"kind": "locator", "focus": [r["key"] for r in rows]}]}


def places(kind: str) -> Callable[[list[Row]], Files]:
    def files(rows: list[Row]) -> Files:
        some = [{"id": r["key"], "name": r["name"], **_at(r)} for r in rows]
        keys = [r["key"] for r in rows]
        figure: Files = {"kind": kind, "places": keys}
        if kind == "distances":
            figure = {"kind": kind, "pairs": [list(pair) for pair in pairwise(keys[:5])]}
        if kind == "locator":
            figure["focus"] = ["afghanistan"]
        if any(r["key"] == "lima" for r in rows) and kind != "distances":
            figure["frame"] = {"lon": [60, 76], "lat": [29, 40]}
        afghanistan = {"id": "afghanistan", "name": "Afghanistan", "type": "state", "iso": "AFG"}
        return {"places.yaml": some, "actors.yaml": [afghanistan], "figures.yaml": [figure]}

    return files


def _at(row: Row) -> dict[str, Any]:
    return {"at": [float(row["lat"]), float(row["lon"])]} if row["lat"] else {"precision": "not-located"}


def number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text or None


CHARTS = {
    "bar": chart("bar", x="name", y="value"),
    "column": chart("column", x="name", y="value"),
    "stacked": chart("stacked", x="group", part="name", y="value"),
    "stacked upright": chart("stacked", x="group", part="name", y="value", upright=True),
    "line": chart("line", x="year", y=["value", "other"]),
    "dot": chart("dot", x="name", y=["value", "other"]),
    "matrix": matrix,
    "timeline": timeline,
    "numbers": numbers,
    "relations": relations,
    "conditions": conditions,
    "membership": membership,
    "seats": seats,
}
STATES = {"choropleth": choropleth, "group-maps": group_maps, "locator of states": states}
PLACES = {kind: places(kind) for kind in ("places", "locator", "distances")}


def kinds(name: str) -> dict[str, Callable[[list[Row]], Files]]:
    return PLACES if name.startswith("places") else STATES if name.startswith("states") else CHARTS


def write(name: str, made: Files, folder: Path) -> None:
    """Write a project of one figure about a table."""
    report = folder / "reports" / "awkward"
    (report / "data").mkdir(parents=True)
    (folder / "briefs").mkdir()
    rows = (TABLES / f"{name}.csv").read_text("utf-8")
    figure = {"id": "figure", "headline": "What the table shows", **made["figures.yaml"][0]}
    files: Files = (
        {
            "report.yaml": {"id": "awkward", "title": "Awkward", "authors": [{"family": "Doe"}], "date": "1999-03"}
            | {"as_of": "1999-03-31", "self": SELF, "sections": ["main"]},
            "references.yaml": [
                {"id": SELF, "type": "report", "title": "Awkward", "author": [{"family": "Doe"}]}
                | {"issued": {"date-parts": [[1999, 3]]}}
            ],
            "sections/main.yaml": {"id": "main", "headline": "Main"}
            | {
                "units": [
                    {
                        "id": "line",
                        "kind": "bottom-line",
                        "text": "All may be said here.",
                        "hedge": {"source": "may", "here": "may"},
                    }
                ]
            },
        }
        | made
        | {"figures.yaml": [figure | {"cites": [SELF]}]}
    )
    if "data" in figure:
        (report / "data" / "awkward.csv").write_text(rows, "utf-8")
        files["data/awkward.yaml"] = {"columns": _columns(rows), "cites": [SELF]}
    for path, value in files.items():
        (report / path).parent.mkdir(exist_ok=True)
        (report / path).write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def _columns(rows: str) -> Files:
    counted = {"unit": "people", "period": "2019"}
    known: Files = {"key": "id", "name": "text", "group": "text", "value": counted, "other": counted}
    known |= {"class": "id", "iso": "text", "year": "text"}
    return {name: known[name] for name in rows.splitlines()[0].split(",")}


def outcome(
    name: str, kind: str, folder: Path, theme: Theme, fonts: tuple[Path, ...], widths: dict[str, float]
) -> Outcome:
    """Draw a table as a kind of figure for a page and a slide, or tell what is wrong."""
    write(name, kinds(name)[kind](table(name)), folder)
    project = read.find(folder)
    try:
        report = read.report("awkward", project).value
    except InputError as error:
        return Outcome((), error.diagnostics)
    try:
        figure = resolve(report.figures[0], report, spec(), samples.preset())
        return Outcome(tuple(drawn(figure, theme, fonts, widths)), ())
    except InputError as error:
        return Outcome((), read.located(placed(error.diagnostics, report), project))


def drawn(figure: Figure, theme: Theme, fonts: tuple[Path, ...], widths: dict[str, float]) -> list[Drawing]:
    out = []
    for format_, width in widths.items():
        room = sketch(figure, theme, format=format_, width=width, fonts=fonts)
        height = max(room.least, min(room.most, HIGHEST[format_]))
        text = text_size(figure, theme, format_)
        target = Target(format=format_, width=width, height=height, text=text, smallest=SMALLEST[format_])
        out.append(drawing(figure, target, theme, fonts=fonts))
    return out
