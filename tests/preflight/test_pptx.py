"""Preflight of decks: nothing to say of a good one, and for every rule a deck damaged in that one way."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from briefgen.model.document import Document
from briefgen.preflight.pptx import check
from briefgen.preflight.trace import read as record
from tests.support import documents
from tests.support.decks import standard, written

Damage = Callable[[dict[str, bytes]], None]


def damaged(damage: Damage, data: bytes | None = None) -> bytes:
    """Return a deck with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data or standard())) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    damage(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in files.items():
            archive.writestr(name, part)
    return out.getvalue()


def replaced(part: str, old: str, new: str, count: int = 1) -> Damage:
    """Return a damage that puts one text for another in the parts whose names match; it must be there."""

    def damage(files: dict[str, bytes]) -> None:
        names = [n for n in files if re.fullmatch(part, n)]
        assert names
        changed = False
        for name in names:
            text = files[name].decode()
            found = re.sub(old, new, text, count=count)
            changed |= found != text
            files[name] = found.encode()
        assert changed

    return damage


def without(name: str) -> Damage:
    """Return a damage that takes a part away."""

    def damage(files: dict[str, bytes]) -> None:
        del files[name]

    return damage


def another_value(files: dict[str, bytes]) -> None:
    """Change a number in the workbook behind the chart."""
    (name,) = (n for n in files if n.endswith(".xlsx"))
    files[name] = damaged(replaced(r"xl/worksheets/sheet1\.xml", "<v>100</v>", "<v>101</v>"), files[name])


def without_workbook(files: dict[str, bytes]) -> None:
    """Take away the workbook behind the chart, and the way to it."""
    del files[next(n for n in files if n.endswith(".xlsx"))]
    replaced(r"ppt/charts/_rels/.*", r"<Relationship [^>]*/>", "")(files)


SLIDE = r"ppt/slides/slide3\.xml"
MAP = r"ppt/slides/slide6\.xml"
TITLE = r"ppt/slideLayouts/slideLayout1\.xml"
SUMMARY = r"ppt/slideLayouts/slideLayout2\.xml"

DAMAGES: list[tuple[str, Damage]] = [
    ("BG851", without("ppt/slides/slide3.xml")),
    ("BG851", without("ppt/theme/theme1.xml")),
    ("BG851", replaced(r"\[Content_Types\]\.xml", r'<Override PartName="/ppt/tableStyles.xml"[^>]*/>', "")),
    ("BG851", replaced(r"\[Content_Types\]\.xml", r'<Default Extension="xlsx"[^>]*/>', "")),
    ("BG851", replaced(SLIDE, "<p:cSld>", "<p:cSld")),
    ("BG852", replaced(SLIDE, r'<p:cNvPr id="4"', '<p:cNvPr id="5"')),
    ("BG852", replaced(SLIDE, r'name="Key judgements 2"', 'name="Key judgements 1"')),
    ("BG853", replaced(SLIDE, r"<a:t>Since Kabul[^<]*</a:t>", "<a:t></a:t>")),
    ("BG854", replaced(MAP, r'name="(Figure: [^"]*)" descr="[^"]*"', r'name="\1"')),
    ("BG854", replaced(r"ppt/slides/slide\d+\.xml", r'name="(Table: [^"]*)" descr="[^"]*"', r'name="\1"')),
    ("BG854", replaced(r"ppt/slides/slide\d+\.xml", r'name="(Chart: [^"]*)" descr="[^"]*"', r'name="\1"')),
    ("BG855", replaced(r"ppt/charts/chart\d+\.xml", 'axId val="111111111"', 'axId val="-2068027336"', 3)),
    ("BG855", replaced(r"ppt/charts/chart\d+\.xml", 'axId val="111111111"', 'axId val="111111112"', 3)),
    ("BG856", replaced(MAP, r"<a:t>Four Central[^<]*</a:t>", "<a:t>Outlook: Major breakthroughs are unlikely</a:t>")),
    ("BG856", replaced(MAP, r'<p:ph type="title"/>', '<p:ph type="body" idx="77"/>')),
    ("BG857", replaced(SLIDE, "<a:t>TLP:CLEAR</a:t>", "<a:t>CLEAR</a:t>")),
    ("BG857", replaced(SLIDE, "<a:t>TLP:CLEAR</a:t>", "<a:t>TLP:GREEN</a:t>", 2)),
    ("BG858", replaced(SLIDE, r' sz="1800"', ' sz="1300"')),
    ("BG858", replaced(r"ppt/slides/slide\d+\.xml", r'(<a:tc>.*?) sz="1600"', r'\1 sz="1300"')),
    ("BG858", replaced(r"ppt/charts/chart\d+\.xml", r'sz="1600"', 'sz="1200"')),
    ("BG858", replaced(r"ppt/slideLayouts/slideLayout\d+\.xml", r'<a:defRPr sz="2000"', '<a:defRPr sz="1000"', 99)),
    ("BG858", replaced(SLIDE, "<a:noAutofit/>", "<a:normAutofit/>")),
    ("BG859", replaced(SLIDE, r'<a:off x="\d+"', '<a:off x="12000000"')),
    ("BG859", replaced(SLIDE, r'<a:off x="\d+"', '<a:off x="-30000"')),
    ("BG861", replaced(TITLE, r'<a:schemeClr val="tx1"/>', '<a:schemeClr val="bg2"/>', 9)),
    (
        "BG861",
        replaced(
            TITLE, r'<p:bgPr><a:solidFill><a:schemeClr val="bg2"/>', '<p:bgPr><a:solidFill><a:schemeClr val="tx1"/>'
        ),
    ),
    (
        "BG861",
        replaced("ppt/theme/theme1.xml", r'<a:dk2><a:srgbClr val="5E564D"/>', '<a:dk2><a:srgbClr val="9E968D"/>'),
    ),
    (
        "BG861",
        replaced(SUMMARY, r'<a:schemeClr val="bg2"/>', '<a:schemeClr val="tx1"><a:lumOff val="20000"/></a:schemeClr>'),
    ),
    ("BG861", replaced(r"ppt/slides/slide\d+\.xml", r'(<a:tc>.*?<a:schemeClr val=)"tx2"/>', r'\1"bg2"/>')),
    ("BG860", another_value),
    ("BG860", without_workbook),
    ("BG860", replaced(r"ppt/charts/chart\d+\.xml", r"\$A\$2:\$A\$3", "$A$2:$A$9")),
]


@pytest.mark.parametrize("make", [documents.one_page, documents.short, documents.standard])
def test_a_good_deck_passes(make: Callable[[], Document]) -> None:
    assert check(written(make())) == ()


@pytest.mark.parametrize(("code", "damage"), DAMAGES, ids=[f"{c}-{n}" for n, (c, _) in enumerate(DAMAGES)])
def test_a_damaged_deck_does_not(code: str, damage: Damage) -> None:
    found = check(damaged(damage))
    assert code in {d.code for d in found}, found
    assert all(d.severity.value == "error" for d in found)


def test_text_is_held_against_the_area_that_it_stands_on() -> None:
    bar = replaced("ppt/slideMasters/slideMaster1.xml", r'(name="Bar".*?<a:schemeClr val=)"accent2"/>', r'\1"bg1"/>')
    found = check(damaged(bar, written(documents.standard(), "meridian")))
    assert {d.code for d in found} == {"BG861"}
    assert found[0].message.endswith("stands out from its ground by 1.0, the least is 4.5")
    assert found[0].hint == "change the colours of the theme"


def test_findings_name_the_slide() -> None:
    found = check(damaged(replaced(SLIDE, "<a:t>TLP:CLEAR</a:t>", "<a:t>TLP:RED</a:t>")))
    assert [d.message for d in found] == ["slide 3: the head says TLP:RED instead of TLP:CLEAR"]


def test_what_is_no_deck_is_told_and_has_no_record() -> None:
    assert [d.code for d in check(b"%PDF-1.7")] == ["BG851"]
    assert record(b"%PDF-1.7") is None


def test_a_record_that_was_spoiled_or_taken_away_is_none() -> None:
    assert record(standard()) is not None
    assert record(damaged(replaced(r"customXml/item1\.xml", r"\{", "["))) is None
    assert record(damaged(without("customXml/item1.xml"))) is None
