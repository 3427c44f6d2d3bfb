from pathlib import Path

from briefgen.build.cache import Cache
from briefgen.model.scene import Ink, Scene
from briefgen.model.scene import Path as Shape

SCENE = Scene(width=1, height=2, marks=(Shape(name="a", commands=(("M", 0.0, 1.0), ("Z",)), fill=Ink(rgb="000000")),))


def test_a_value_comes_back_as_it_was(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "new")
    cache.put("scenes", "k", SCENE)
    assert cache.get("scenes", "k", Scene) == SCENE


def test_a_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("scenes", "k", SCENE)
    (tmp_path / "scenes" / "k").write_bytes(b"\x00damaged")
    assert cache.get("scenes", "k", Scene) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file")
    cache.put("scenes", "k", SCENE)
    assert cache.get("scenes", "k", Scene) is None
    assert Cache(None).get("scenes", "k", Scene) is None
