"""The structure of PDFs as poppler reads it: a difference here is read before it is accepted."""

import re
import shutil
import subprocess

import pytest

from . import stress

pytestmark = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler is not installed")


@pytest.mark.parametrize("theme", ["chancery", "meridian"])
@pytest.mark.parametrize("case", ["short", "every block"])
def test_the_structure_is_what_it_was(theme, case, golden, tmp_path):
    path = tmp_path / "brief.pdf"
    path.write_bytes(stress.made(case, theme)[1])
    done = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True, encoding="utf-8")
    assert done.stderr == ""
    text = re.sub(r"(?m)(Object|/BBox) [\d .\[\]]+$", r"\1", done.stdout)  # numbers of objects, places on the page
    golden(f"structure-{theme}-{case.replace(' ', '-')}.txt", text)
