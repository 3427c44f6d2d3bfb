"""The whole stress set before the judges, in both themes and on both sheets; each judge must see what was broken."""

import itertools
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from briefgen.model.attachment import Attachment
from briefgen.model.spec import Sheet, Standard

from .render.pdf import stress
from .render.pdf.test_stress import differences
from .support import damage
from .support.project import in_ci
from .test_judges import Verdict, loose_fonts, poppler, qpdf, rejected, validated

pytestmark = in_ci
SET = list(itertools.product(stress.CASES, ("chancery", "meridian"), Sheet))
LEAST_PAGES = {"long table": 30, "300 notes": 15, "300 notes at the end": 15, "split texts": 15}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[tuple[str, str, Sheet], Path]:
    """The set, a file for each document, theme and sheet."""
    folder = tmp_path_factory.mktemp("stress")
    made = {}
    for n, case in enumerate(SET):
        made[case] = folder / f"{n}.pdf"
        made[case].write_bytes(stress.made(*case)[1])
    return made


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A file of the set, broken in one way each."""
    folder = tmp_path_factory.mktemp("broken")
    _, data = stress.made("every block", "chancery")
    made = {}
    for name, (change, _, _) in damage.CONTROLS.items():
        made[name] = folder / f"{name}.pdf"
        made[name].write_bytes(damage.changed(data, change))
    return made


@pytest.fixture(scope="module")
def verdicts(files: Mapping[object, Path], broken: Mapping[str, Path]) -> Mapping[tuple[Path, str], Verdict]:
    """What veraPDF says of them all."""
    return validated(*files.values(), *broken.values())


def test_verapdf_passes_the_whole_set(files, verdicts) -> None:
    failed = {
        (case, profile): verdicts[path, profile].broken
        for case, path in files.items()
        for profile in ("PDFUA-1", "PDFA-2A")
        if not verdicts[path, profile].passed
    }
    assert not failed


@pytest.mark.parametrize("name", damage.CONTROLS)
def test_verapdf_rejects_what_was_broken(name: str, broken, verdicts) -> None:
    _, profile, clause = damage.CONTROLS[name]
    verdict = verdicts[broken[name], profile]
    assert not verdict.passed
    assert any(f" {clause}" in line for line in verdict.broken), verdict.broken


@pytest.mark.parametrize("judge", [qpdf, poppler, loose_fonts])
def test_the_set_is_well_formed_drawn_in_silence_and_has_its_fonts(judge, files) -> None:
    assert not rejected(judge, files.values())


@pytest.mark.parametrize("case", SET, ids=lambda c: "-".join(map(str, c)))
def test_the_words_are_those_of_the_document(case) -> None:
    assert differences(*stress.made(*case)) == []


@pytest.mark.parametrize("name", LEAST_PAGES)
def test_it_is_as_long_as_it_is_meant_to_be(name: str, files) -> None:
    for theme, sheet in itertools.product(("chancery", "meridian"), Sheet):
        with pikepdf.open(files[name, theme, sheet]) as file:
            assert len(file.pages) >= LEAST_PAGES[name]


@pytest.mark.parametrize("archive", ["PDFA-4", "PDFA-4F"])
def test_verapdf_passes_the_second_edition_of_both_standards(archive: str, tmp_path: Path) -> None:
    files = (Attachment(name="a.csv", media="text/csv", about="Data", text="a\n1\n"),) if archive == "PDFA-4F" else ()
    paths = []
    cases = ["every block"] if files else [c for c in stress.CASES if LEAST_PAGES.get(c, 0) < 20 and "300" not in c]
    for n, (case, theme) in enumerate(itertools.product(cases, ("chancery", "meridian"))):
        paths.append(tmp_path / f"{n}.pdf")
        paths[-1].write_bytes(stress.made(case, theme, standard=Standard.UA_2, files=files)[1])
    profiles = ("PDFUA-2-ISO32005", archive)
    said = validated(*paths, profiles=profiles)
    assert not {(p.name, profile): v.broken for (p, profile), v in said.items() if not v.passed}
    assert not rejected(qpdf, paths)


def test_verapdf_rejects_damage_in_it(tmp_path: Path) -> None:
    _, data = stress.made("every block", "chancery", standard=Standard.UA_2)

    def placeless(file: pikepdf.Pdf) -> None:
        del file.Root.Names.Dests.Names[1]["/SD"]

    def aimless(file: pikepdf.Pdf) -> None:
        contents = [e for name, e in damage.elements(file.Root.StructTreeRoot) if name == "TOCI"]
        for _, element in damage.elements(contents[0]):
            if "/Ref" in element:
                del element["/Ref"]

    for n, (clause, change) in enumerate([("8.8-1", placeless), ("8.2.5.8-1", aimless), ("8.2.5.28", damage.no_alt)]):
        path = tmp_path / f"{n}.pdf"
        path.write_bytes(damage.changed(data, change))
        verdict = validated(path, profiles=("PDFUA-2-ISO32005",))[path, "PDFUA-2-ISO32005"]
        assert any(f" {clause}" in line for line in verdict.broken), (clause, verdict.broken)
