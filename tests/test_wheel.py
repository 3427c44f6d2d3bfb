"""The wheel carries all that it needs: installed alone in an empty environment, every verb works from any folder."""

import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from .support.project import ROOT

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="it fetches packages; with BRIEFGEN_JUDGES=1"),
]


def ran(*command: str | Path, folder: Path) -> str:
    """Run a command as a stranger would, with nothing of the checkout in reach, and return what it prints."""
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV", "SOURCE_DATE_EPOCH")}
    done = subprocess.run(
        [str(c) for c in command],
        cwd=folder,
        env=kept | {"XDG_CACHE_HOME": str(folder / ".cache")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}: exit code {done.returncode}\n{done.stdout}"
    return done.stdout


@pytest.fixture(scope="module")
def briefgen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel installed in an empty environment."""
    top = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    ran(*pip, "wheel", "--no-deps", "--wheel-dir", top, ROOT, folder=top)
    (wheel,) = top.glob("briefgen-*.whl")
    venv.create(top / "env", with_pip=False)
    python = top / "env" / "bin" / "python"
    ran(*pip, "--python", python, "install", wheel, folder=top)
    assert str(ROOT) not in ran(python, "-c", "import briefgen; print(briefgen.__file__)", folder=top)
    return top / "env" / "bin" / "briefgen"


def test_every_verb_works_in_an_empty_folder(briefgen: Path, tmp_path: Path) -> None:
    assert "russia-taliban-takeover" in ran(briefgen, "list", "reports", folder=tmp_path)
    assert {"chancery", "meridian"} <= {
        line.split()[0] for line in ran(briefgen, "list", "themes", folder=tmp_path).splitlines()
    }
    assert '"$schema"' in ran(briefgen, "schema", "theme", folder=tmp_path)
    assert "BG301" in ran(briefgen, "explain", "BG301", folder=tmp_path)
    ran(briefgen, "new", "board", folder=tmp_path)
    assert (tmp_path / "briefs" / "board.yaml").is_file()
    assert "nothing wrong" in ran(briefgen, "check", folder=tmp_path)
    unit = ran(briefgen, "list", "units", folder=tmp_path).split()[0]
    assert "one-page pdf: " in ran(briefgen, "why", "board", unit, folder=tmp_path)
    ran(briefgen, "build", "--length", "one-page", folder=tmp_path)
    made = sorted(p.name for p in (tmp_path / "out" / "board").iterdir())
    assert made == ["board-one-page.pdf", "board-one-page.pptx", "manifest.json"]
    verbs = re.findall(r"(?m)^  ([a-z]+)  ", ran(briefgen, "--help", folder=tmp_path))
    assert {"build", "check", "explain", "list", "new", "schema", "why"} <= set(verbs)
    if "trace" in verbs:
        assert ran(briefgen, "trace", "out/board/board-one-page.pdf", folder=tmp_path)
    if "figures" in verbs:
        assert ".svg" in ran(briefgen, "figures", "briefs/board.yaml", folder=tmp_path)


def test_a_project_is_built_from_another_folder(briefgen: Path, tmp_path: Path) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    for folder in (project, elsewhere):
        folder.mkdir()
    ran(briefgen, "new", "board", "--project", project, folder=elsewhere)
    ran(briefgen, "build", "--project", project, "--length", "one-page", "--format", "pdf", folder=elsewhere)
    assert (elsewhere / "out" / "board" / "board-one-page.pdf").is_file()
