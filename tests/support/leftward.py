"""A small project whose works and quotations are in languages that run from right to left."""

from tests.read.sample import FILES

DARI = "«افغانستان در ۲۰۲۱ (۱۴۰۰) بحران می‌شود، UNAMA گفت.»"
PASHTO = "په افغانستان کې د ښځو حقونه، ګټه او ټولنه باید خوندي شي او دا په ټول هېواد کې پلي شي"
URDU = "پاکستان میں ٹیلی وژن کا اعلان"
ARABIC = "اَلسَّلَامُ عَلَيْكُمْ"
URDU_TITLE = "طالبان نے وعدہ کیا کہ افغان سرزمین کسی کے خلاف استعمال نہیں ہو گی"
URDU_PAPER = "روزنامہ جنگ"
DARI_BOOK = "تاریخ سیاسی افغانستان معاصر (جلد ۲)"
_TEXT = f"""\
    text: >-
      In Moscow the Taliban promised calm on 8 July 2021.[@interfax-2021] The mission wrote [{DARI}]{{lang=fa-AF}} in
      Kabul, the other side answered [{PASHTO}]{{lang=ps}} in print, then [{URDU}]{{lang=ur}} was read, and last
      [{ARABIC}]{{lang=ar}} was said.[@jang-2021; @rahimi-2019] Exports stood at USD 100 million.
"""
_WORKS = f"""\
- id: jang-2021
  type: article-newspaper
  title: {URDU_TITLE}
  container-title: {URDU_PAPER}
  issued: {{date-parts: [[2021, 8, 17]]}}
  language: ur
  custom: {{title-en: The Taliban promised that Afghan soil will not be used}}
- id: rahimi-2019
  type: book
  title: {DARI_BOOK}
  author: [{{family: Rahimi, given: A.}}]
  issued: {{date-parts: [[2019]]}}
  language: fa-AF
  custom: {{title-en: A political history of Afghanistan today}}
"""


def files(theme: str = "chancery", page: str = "A4", lengths: str = "[standard]") -> dict[str, str | bytes | None]:
    """Return what is changed in the sample project."""
    section, spec = FILES["reports/small/sections/main.yaml"], FILES["briefs/small.yaml"]
    (was,) = (line for line in section.splitlines(keepends=True) if "In Moscow the Taliban promised calm on" in line)
    head = f"lengths: {lengths}\ntheme: {theme}\npage: {page}"
    return {
        "briefs/small.yaml": spec.replace("lengths: [one-page, short]", head).replace("pin: {short: [talks]}\n", ""),
        "reports/small/sections/main.yaml": section.replace(was, _TEXT),
        "reports/small/references.yaml": FILES["reports/small/references.yaml"] + _WORKS,
    }
