"""What the tests of distribution start from: a project with people to give its brief to, its files built."""

import shutil
from pathlib import Path

import pytest

from tests.cli.desk import Desk


@pytest.fixture(scope="package")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="package")
def built(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    desk = Desk(tmp_path_factory.mktemp("built") / "p", cache)
    assert desk("distribute").returncode == 0
    shutil.rmtree(desk.root / "distribution")
    return desk.root


@pytest.fixture
def desk(tmp_path: Path, built: Path, cache: Path) -> Desk:
    shutil.copytree(built, tmp_path / "p")
    return Desk(tmp_path / "p", cache)
