"""A house with a theme of its own, written as the README says: logo, colours and fonts in `tests/data/house`."""

import re
import shutil
from pathlib import Path

from .project import ROOT, copy

HOUSE = ROOT / "tests" / "data" / "house"
THEME = "themes/harbour.yaml"


def settled(folder: Path, lengths: str = "[one-page, short, standard, full]") -> Path:
    """Copy the shipped brief and its report into a new folder, dress it in the house's theme, and return the folder."""
    copy(folder)
    shutil.copytree(HOUSE, folder, dirs_exist_ok=True)
    spec = folder / "briefs" / "policy-makers.yaml"
    text = spec.read_text("utf-8").replace("name: Example Institute", "name: Harbour House")
    for key, value in (("theme", "harbour"), ("lengths", lengths)):
        text, count = re.subn(f"(?m)^{key}: .*", f"{key}: {value}", text)
        assert count == 1
    spec.unlink()
    spec.with_name("harbour.yaml").write_text(text, "utf-8")
    return folder
