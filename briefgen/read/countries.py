"""The states that maps can show: their ISO 3166-1 alpha-3 codes and names, as the vendored layers have them."""

from functools import cache
from typing import Any

import msgspec

from .. import resources
from .findings import Findings, Keys, nearest


def check(code: str, name: str, file: str, path: Keys, findings: Findings) -> None:
    """Note a code that no state has, or that is another state's than the one named."""
    names = known()
    meant = next((c for c, n in names.items() if n.casefold() == name.casefold()), None)
    if code not in names:
        near = meant or nearest(code, names)
        hint = f"did you mean `{near}` ({names[near]})?" if near else "write its ISO 3166-1 alpha-3 code, such as TJK"
        findings.error("BG330", f"there is no state with the code `{code}`", file, path, hint=hint)
    elif meant is not None and meant != code:
        findings.error("BG330", f"`{code}` is the code of {names[code]}", file, path, hint=f"{name} is `{meant}`")


@cache
def known() -> dict[str, str]:
    """Return the names of states by code."""
    data = resources.asset("geodata", "countries.json").read_bytes()
    return {code: found["name"] for code, found in msgspec.json.decode(data, type=dict[str, dict[str, Any]]).items()}
