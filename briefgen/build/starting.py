"""The verb `new`: a file to start from, where there is none yet."""

import re
from pathlib import Path

from .. import read
from ..diagnostics import Diagnostic
from ..errors import InputError

HEAD = """\
# A house style, begun as a copy of `{like}`. `briefgen schema theme` describes every key.
# Lengths are points unless a key ends in _mm or _in; boxes of slides are x, y, width and height in inches.
# To have your logo, put an SVG of paths in flat colours beside this file:
# logo: {{file: logo.svg, alt: Name of the house}}
"""


def spec(name: str, *, report: str | None, root: Path | None) -> Path:
    """Write a commented spec and return its path; raises InputError where a file is in its place."""
    project = read.find(root)
    _check(name, "brief")
    ids = read.names(project, "reports")
    chosen = report or (ids[0].split()[0] if ids else "")
    return _written(project.briefs / f"{name}.yaml", read.starter(name, read.report(chosen, project).value))


def theme(name: str, *, like: str, root: Path | None) -> Path:
    """Write a copy of a theme under its new name and return its path; raises InputError as `spec` does."""
    project = read.find(root)
    _check(name, "theme")
    read.theme(like, project)
    source = read.theme_file(like, project)
    assert source is not None  # it has been read
    tokens = re.sub(r"\A(#.*\n|\n)*", "", source.read_text("utf-8"))
    tokens = re.sub(r"(?m)^id: .*$", f"id: {name}", tokens, count=1)
    tokens = re.sub(r"(?m)^name: .*$", f"name: {name.replace('-', ' ').capitalize()}", tokens, count=1)
    return _written(project.root / "themes" / f"{name}.yaml", f"{HEAD.format(like=like)}{tokens}")


def _check(name: str, what: str) -> None:
    """Raise InputError for what cannot be the name of a file of ours."""
    if not name.replace("-", "").replace("_", "").isalnum():
        message = f"{name!r} cannot be a {what}'s name"
        raise InputError((Diagnostic(code="BG905", message=message, hint="use letters, digits and -"),))


def _written(path: Path, text: str) -> Path:
    """Write a new file and return its path."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as f:
            f.write(text)
    except FileExistsError:
        raise InputError(
            (Diagnostic(code="BG906", message=f"{path} is there already", hint="choose another name"),)
        ) from None
    except OSError as error:
        raise InputError(
            (Diagnostic(code="BG901", message=f"cannot write {path}: {error.strerror}", hint="check its rights"),)
        ) from error
    return path
