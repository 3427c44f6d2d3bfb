"""What draws a figure in these tests: the shipped theme and fonts."""

from pathlib import Path

import pytest

from briefgen.model.theme import Theme

from . import samples


@pytest.fixture(scope="session")
def theme() -> Theme:
    return samples.theme()


@pytest.fixture(scope="session")
def fonts() -> tuple[Path, ...]:
    return samples.fonts()
