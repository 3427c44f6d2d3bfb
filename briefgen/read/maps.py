"""Maps: whether the report's data hold what each of them shows."""

from .columns import Datasets, column, table
from .decoding import Lists
from .findings import Findings, Keys, guess
from .ids import Ids
from .shapes import ActorShape
from .shapes.maps import ChoroplethShape


def choropleth(
    shape: ChoroplethShape, datasets: Datasets, lists: Lists, file: str, at: Keys, ids: Ids, findings: Findings
) -> None:
    """Note what a choropleth names and cannot show."""
    data = table(shape.data, datasets, file, at, ids, findings)
    key = column(shape.key, data, None, file, (*at, "key"), findings)
    value = column(shape.value, data, None, file, (*at, "value"), findings)
    entries: list[ActorShape] = lists["actors"].value if "actors" in lists else []
    codes = {a.id: a.iso for a in reversed(entries)}
    categories = [c.id for c in shape.categories]

    def state(name: str, path: Keys) -> None:
        if ids.check(name, "actors", file, path, findings) and name in codes and codes[name] is None:
            findings.error(
                "BG635",
                f"`{name}` has no `iso` code, so no map can show it",
                file,
                path,
                hint="add its ISO 3166-1 alpha-3 code in actors.yaml, or name a state",
            )

    for row in data.rows if data else ():
        if key is not None:
            state(str(row[key]), (*at, "data"))
        if value is not None and row[value] is not None and str(row[value]) not in categories:
            findings.error(
                "BG636",
                f"dataset `{shape.data}` holds `{row[value]}`, which is no category",
                file,
                (*at, "categories"),
                hint=guess(str(row[value]), categories, "categories"),
            )
    for index, name in enumerate(shape.neighbours):
        state(name, (*at, "neighbours", index))
    for index, callout in enumerate(shape.callouts):
        state(callout.actor, (*at, "callouts", index, "actor"))
    for side, (low, high), most in (("lon", shape.frame.lon, 180), ("lat", shape.frame.lat, 90)):
        if low >= high or max(abs(low), abs(high)) > most:
            order = "west, east" if side == "lon" else "south, north"
            findings.error(
                "BG637",
                f"[{low:g}, {high:g}] is no range of degrees",
                file,
                (*at, "frame", side),
                hint=f"write [{order}], the smaller number first",
            )
