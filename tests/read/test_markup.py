import pytest

from briefgen.model.inline import Citation, Cited, Inlines, Text
from briefgen.read import markup


def t(text: str, **looks: object) -> Text:
    return Text(text=text, **looks)  # type: ignore[arg-type]


def c(*works: str | tuple[str, str]) -> Citation:
    pairs = [(w, None) if isinstance(w, str) else w for w in works]
    return Citation(works=tuple(Cited(reference=r, locator=n) for r, n in pairs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plain words.", (t("Plain words."),)),
        ("two\n  lines ", (t("two lines"),)),
        ("8\u00a0July", (t("8\u00a0July"),)),
        ("e\u0301", (t("é"),)),
        ("It ended.[@a-2021]", (t("It ended."), c("a-2021"))),
        ("It ended. [@a-2021]", (t("It ended."), c("a-2021"))),
        ("One,[@a] two.[@b, p. 44]", (t("One,"), c("a"), t(" two."), c(("b", "p. 44")))),
        ("Both.[@a; @b, pp. 3–4]", (t("Both."), c("a", ("b", "pp. 3–4")))),
        ("Both.[@a][@b] [@a]", (t("Both."), c("a", "b"))),
        ("*so* it is", (t("so", emphasis=True), t(" it is"))),
        ("**so**", (t("so", strong=True),)),
        ("***so***", (t("so", strong=True, emphasis=True),)),
        ("a **b *c* d**", (t("a "), t("b ", strong=True), t("c", strong=True, emphasis=True), t(" d", strong=True))),
        ("[слово]{lang=ru} here", (t("слово", language="ru"), t(" here"))),
        ("*[слово]{lang=ru}*", (t("слово", language="ru", emphasis=True),)),
        ("[a *b*]{lang=tg-Cyrl}", (t("a ", language="tg-Cyrl"), t("b", emphasis=True, language="tg-Cyrl"))),
        ("[paper](https://example.org/a_b?c=1&d=2)", (t("paper", href="https://example.org/a_b?c=1&d=2"),)),
        ("*See[@a]* it", (t("See", emphasis=True), c("a"), t(" it"))),
        ("<b>bold</b> & &amp; ]]> `x` ![a] [b] {c}", (t("<b>bold</b> & &amp; ]]> `x` ![a] [b] {c}"),)),
        ("snake_case_word \\*", (t("snake_case_word *"),)),
        ("2 * 3", (t("2 * 3"),)),
        ("\\[@a]", (t("[@a]"),)),
    ],
)
def test_markup_becomes_inlines(text: str, expected: Inlines) -> None:
    found, faults = markup.inlines(text)
    assert found == expected
    assert [f for f in faults if not f.warning] == []


@pytest.mark.parametrize("text", ["One.[@a] Two.[@b, p. 1; @c]", "[@a]", "Plain & <i>."])
def test_the_fast_way_and_the_slow_way_agree(text: str) -> None:
    fast, _ = markup.inlines(text)
    faults: list[markup.MarkupFault] = []
    assert markup._merged(markup._marked(text, faults)) == fast
    assert not faults


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[@]", "BG310"),
        ("[@a;]", "BG310"),
        ("[@a p. 4]", "BG310"),
        ("[@Upper]", "BG310"),
        ("word [@a", "BG310"),
        ("[a](javascript:x)", "BG311"),
        ("[a](/etc/passwd)", "BG311"),
        ("[a](data:text/html,x)", "BG311"),
        ("[a]{lang=}", "BG312"),
        ("*open", "BG313"),
        ("**open*", "BG313"),
    ],
)
def test_markup_that_comes_to_nothing_is_told(text: str, code: str) -> None:
    assert [f.code for f in markup.inlines(text)[1]] == [code]


def test_long_runs_of_brackets_take_no_time() -> None:
    for text in ("[" * 2000, "*" * 2000, "[@" * 1000, "[a](" * 500, "\\" * 2000, "_*" * 1000):
        markup.inlines(text)
