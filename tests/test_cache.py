from pathlib import Path

from briefgen import cache
from briefgen.model.scene import Ink, Scene
from briefgen.model.scene import Path as Shape

SCENE = Scene(width=1, height=2, marks=(Shape(name="a", commands=(("M", 0.0, 1.0), ("Z",)), fill=Ink(rgb="000000")),))


def test_a_value_comes_back_as_it_was(tmp_path: Path) -> None:
    cache.put(tmp_path / "new", "scenes", "key", SCENE)
    assert cache.get(tmp_path / "new", "scenes", "key", Scene) == SCENE
    assert [p.name for p in (tmp_path / "new").rglob("*") if p.is_file()] == ["key"]


def test_a_damaged_entry_is_a_miss(tmp_path: Path) -> None:
    cache.put(tmp_path, "scenes", "key", SCENE)
    (kept,) = (p for p in tmp_path.rglob("key"))
    whole = kept.read_bytes()
    for damaged in (b"", b"\x00damaged", whole[:-1], whole[:-1] + b"?", b"\x00" * len(whole)):
        kept.write_bytes(damaged)
        assert cache.get(tmp_path, "scenes", "key", Scene) is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache.put(tmp_path / "file", "scenes", "key", SCENE)
    assert cache.get(tmp_path / "file", "scenes", "key", Scene) is None
    assert cache.get(None, "scenes", "key", Scene) is None


def test_keys_tell_kinds_and_parts_apart() -> None:
    keys = [cache.key("a", ("b", "c")), cache.key("a", ("bc",)), cache.key("a", ("c", "b")), cache.key("ab", ("c",))]
    assert len({*keys, cache.key("a", (b"b", "c"))}) == 4
