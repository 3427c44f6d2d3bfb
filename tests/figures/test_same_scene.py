"""The same figure gives the same scene, in every process; and what is cheap stays cheap."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from briefgen.build.fingerprint import LIBRARIES, version_of

ROOT = Path(__file__).resolve().parents[2]
SCENES = """
import hashlib, msgspec
from briefgen.figures import draw
from briefgen.build.fingerprint import fingerprint
from tests.figures import samples
print(fingerprint())
for figure, target in (
    (samples.trade_bars(), samples.pdf(360, 90)),
    (samples.dates_timeline(), samples.pptx(871, 342)),
    (samples.stance_map(), samples.pdf(360, 187)),
):
    scene = draw(figure, target, samples.theme(), fonts=samples.fonts())
    print(hashlib.sha256(msgspec.msgpack.encode(scene)).hexdigest())
"""
CHEAP = """
import sys
from briefgen.figures import sketch
from tests.figures import samples
for figure in (samples.trade_bars(), samples.dates_timeline(), samples.stance_map()):
    sketch(figure, samples.theme(), format="pdf", width=360)
print(sorted({"numpy", "matplotlib", "shapely", "pyproj", "cartopy"} & set(sys.modules)))
"""


def run(code: str, seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_two_processes_draw_the_same_scenes() -> None:
    first, second = run(SCENES, "1"), run(SCENES, "2")
    assert first == second
    assert len(first.split()) == 4


@pytest.mark.parametrize("seed", ["0"])
def test_a_sketch_loads_nothing_heavy(seed: str) -> None:
    assert run(CHEAP, seed).strip() == "[]"


def test_the_fingerprint_knows_the_versions_of_the_libraries() -> None:
    for library in LIBRARIES:
        assert version(library) in version_of(library)
