"""Where shipped assets are: beside the package in a checkout, inside it in a wheel."""

from functools import cache
from pathlib import Path


@cache
def assets() -> Path:
    """Return the folder of shipped assets."""
    package = Path(__file__).resolve().parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"


def asset(*parts: str) -> Path:
    """Return the path of a shipped asset."""
    return assets().joinpath(*parts)
