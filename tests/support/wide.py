"""A small project with tables that are wider than a page: eleven columns of numbers, and words of thirty letters."""

from tests.read.sample import FILES

LONG = "Donaudampfschifffahrtsverwaltu"
"""A word of thirty letters."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov")


def files(theme: str = "chancery", page: str = "A4") -> dict[str, str | bytes | None]:
    """Return what is changed in the sample project."""
    spec = FILES["briefs/small.yaml"].replace("lengths: [one-page, short]", "lengths: [full]")
    spec = spec.replace("pin: {short: [talks]}\n", "").replace("tables: [partners]", "tables: [months, words]")
    rows = "".join(
        f"Place number {n},{','.join(str(100 * n + 37 * k) + '.5' for k in range(11))}\n" for n in range(1, 9)
    )
    words = "".join(f"Row {n},{','.join(f'{LONG[:-1]}{chr(96 + k)}' for k in range(1, 12))}\n" for n in range(1, 4))
    return {
        "briefs/small.yaml": f"{spec}theme: {theme}\npage: {page}\n",
        "reports/small/data/months.csv": f"place,{','.join(MONTHS)}\n{rows}",
        "reports/small/data/months.yaml": "columns:\n  place: {kind: text, label: Place}\n"
        + "".join(f"  {m}: {{unit: thousand tonnes, period: 2021}}\n" for m in MONTHS)
        + "cites: [self-2021]\n",
        "reports/small/data/words.csv": f"row,{','.join(f'c{n}' for n in range(1, 12))}\n{words}",
        "reports/small/data/words.yaml": "columns:\n  row: {kind: text, label: Row}\n"
        + "".join(f"  c{n}: {{kind: text, label: Column {n}}}\n" for n in range(1, 12))
        + "cites: [self-2021]\n",
        "reports/small/figures.yaml": FILES["reports/small/figures.yaml"]
        + "- {id: months, kind: table, data: months, headline: Eleven months, point: assurances, cites: [self-2021],\n"
        + f"   columns: [place, {', '.join(MONTHS)}]}}\n"
        + "- {id: words, kind: table, data: words, headline: Words, point: assurances, cites: [self-2021],\n"
        + f"   columns: [row, {', '.join(f'c{n}' for n in range(1, 12))}]}}\n",
    }
