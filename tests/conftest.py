"""What all tests share: goldens, readable texts that change only by `--update-goldens`; the search for counterexamples.

Searches start from the same seed, so that a change is judged by what it changes; with BRIEFGEN_SLOW=1 from another
one each time, over many more cases.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDENS = Path(__file__).parent / "goldens"

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("other", deadline=None)
settings.load_profile("other" if os.environ.get("BRIEFGEN_SLOW") == "1" else "same")

# Hundreds of tests start processes of their own: the program is compiled once for all of them.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the goldens anew; read the difference")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def compare(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.is_file(), f"no golden {name}: make it with --update-goldens"
        assert text == path.read_text("utf-8"), f"{name} differs: look at the difference, then --update-goldens"

    return compare
