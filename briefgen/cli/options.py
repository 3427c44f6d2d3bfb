"""What several verbs take: paths, the project, the cache, the clock."""

import os
from pathlib import Path

import click

FOLDER = click.Path(file_okay=False, path_type=Path)
FILE = click.Path(dir_okay=False, path_type=Path)
PROJECT = click.option(
    "--project", type=FOLDER, metavar="DIR", help="Folder with briefs/ and reports/ (default: this one)."
)


def default_cache() -> Path:
    """Return the platform's cache folder for briefgen."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("briefgen"))


def epoch() -> int | None:
    """Return SOURCE_DATE_EPOCH as seconds, if it is set to a number."""
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(text) if text.isdigit() else None
