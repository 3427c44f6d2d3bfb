"""A real YAML language server, given our schemas, completes keys and ids and marks mistakes as an editor shows them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.build.checked import schema_text
from briefgen.read import schemas

from .read.sample import FILES
from .read.test_schema import BESIDE
from .support.editor import Editor
from .support.project import POLICY_MAKERS, ROOT, copy, run

pytestmark = [
    pytest.mark.judge,
    pytest.mark.skipif(os.environ.get("BRIEFGEN_JUDGES") != "1", reason="the judges are asked with BRIEFGEN_JUDGES=1"),
]
REPORT = ROOT / "assets" / "reports" / "russia-taliban-takeover"
SPECS = sorted((ROOT / "briefs").glob("*.yaml"))
SPEC = (ROOT / POLICY_MAKERS).read_text("utf-8")
BARE = "report: russia-taliban-takeover\ntitle: A finding\nissuer: {name: House}\nas_of: 2021-11-14\nlengths: [short]\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the shipped briefs, and the schemas as `briefgen schema KIND --project` writes them."""
    folder = copy(tmp_path_factory.mktemp("edited"))
    shutil.copytree(ROOT / "assets" / "themes", folder / "themes")
    for kind in schemas.kinds():
        (folder / f"{kind}.schema.json").write_text(schema_text(kind, root=folder), "utf-8")
    assert run("schema", "spec", "--project", folder).stdout == (folder / "spec.schema.json").read_text("utf-8") + "\n"
    return folder


@pytest.fixture(scope="module")
def editor(project: Path) -> Iterator[Editor]:
    assert shutil.which("node"), "node is not installed: run tests/judges/setup"
    with Editor(project) as opened:
        yield opened


def headed(kind: str, text: str) -> str:
    """Return a text under the line that names its schema, as the README says."""
    return f"# yaml-language-server: $schema=../{kind}.schema.json\n{text}"


@pytest.mark.parametrize("path", SPECS, ids=lambda p: p.stem)
def test_nothing_is_marked_in_a_shipped_spec(path: Path, project: Path, editor: Editor) -> None:
    assert editor.marks(project / "briefs", headed("spec", path.read_text("utf-8"))) == []


@pytest.mark.parametrize("kind", [k for k in schemas.kinds() if k != "spec"])
def test_nothing_is_marked_in_the_other_files(kind: str, project: Path, editor: Editor) -> None:
    assets, places = ROOT / "assets", {"section": "sections/*.yaml", "data": "data/*.yaml"}
    shipped = {
        "theme": sorted((assets / "themes").glob("*.yaml")),
        "stakeholders": [assets / "examples" / "stakeholders.yaml"],
    }
    found = shipped.get(kind) or sorted(REPORT.glob(places.get(kind, f"{kind}.yaml")))
    own = {**FILES, **BESIDE}.get(f"{kind}.yaml")  # what a project may have, and the shipped one does not
    texts = [p.read_text("utf-8") for p in found[:3]] or [own or ""]
    assert all(texts)
    for text in texts:
        assert editor.marks(project / "briefs", headed(kind, text)) == [], text[:80]


@pytest.mark.parametrize(
    ("old", "new", "where", "said"),
    [
        ("[takeover, ", "[takover, ", "- sections: [", "Value is not accepted. Valid values: "),
        ("theme: chancery", "theme: chansery", "theme: ", "Value is not accepted. Valid values: "),
        ("as_of: 2021-11-14", "as_off: 2021-11-14", "", "Property as_off is not allowed."),
        ("page: A4", "page: 4", "page: ", "Value is not accepted. Valid values: "),
    ],
)
def test_a_mistake_is_marked_where_it_stands(
    old: str, new: str, where: str, said: str, project: Path, editor: Editor
) -> None:
    text = headed("spec", SPEC.replace(old, new))
    marks = editor.marks(project / "briefs", text)
    line, row = next((n, row) for n, row in enumerate(text.splitlines(), 1) if new in row)
    column = row.index(where) + len(where) + 1
    assert any(mark.startswith(f"{line}:{column} {said}") for mark in marks), marks


def test_without_the_schema_the_same_mistake_is_not_marked(project: Path, editor: Editor) -> None:
    wrong = SPEC.replace("[takeover, ", "[takover, ")
    assert wrong != SPEC
    assert editor.marks(project / "briefs", wrong) == []
    assert editor.marks(project / "briefs", headed("spec", wrong)) != []
    assert editor.marks(project / "briefs", "a: [b\n") != []


def test_keys_that_are_not_there_yet_are_offered(project: Path, editor: Editor) -> None:
    offered = editor.offers(project / "briefs", headed("spec", f"{BARE}|"))
    assert {"theme", "marking", "content", "emphasise", "pin", "omit", "replace"} <= set(offered)
    assert not {"report", "title", "as_of"} & set(offered)
    assert offered["theme"] == "The house style."


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("pin:\n  short:\n    - |\n", {"kj-means", "july-assurances"}),
        ("omit:\n  short: [|]\n", {"kj-means", "july-assurances"}),
        ("replace:\n  |\n", {"kj-means", "july-assurances"}),
        ("content:\n  - sections: [|]\n", {"takeover", "third-parties"}),
        ("content:\n  - figures: [|]\n", {"stances", "dates"}),
        ("theme: |\n", {"chancery", "meridian"}),
    ],
)
def test_the_ids_of_the_project_are_offered(text: str, some: set[str], project: Path, editor: Editor) -> None:
    assert some <= set(editor.offers(project / "briefs", headed("spec", BARE + text)))


def test_the_schema_without_a_project_offers_no_ids(project: Path, editor: Editor) -> None:
    (project / "bare.schema.json").write_text(run("schema", "spec").stdout, "utf-8")
    text = headed("bare", f"{BARE}pin:\n  short:\n    - |\n")
    assert "july-assurances" not in editor.offers(project / "briefs", text)


def test_a_key_is_explained_where_it_stands(project: Path, editor: Editor) -> None:
    assert "Language of labels, dates and numbers." in editor.says(
        project / "briefs", headed("spec", "furn|iture: fr\n")
    )
    tokens = headed("theme", "colour:\n  ha|ir: '#CCCCCC'\n")
    assert "Hairlines; never text." in editor.says(project / "themes", tokens)


def test_tokens_of_a_theme_are_offered(project: Path, editor: Editor) -> None:
    offered = editor.offers(project / "themes", headed("theme", "id: own\nlogo:\n  file: a.svg\n  |\n"))
    assert {"alt", "on_ground", "height_mm", "named"} <= set(offered)
