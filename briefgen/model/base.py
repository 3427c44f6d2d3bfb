"""The base of all values: frozen, keyword-only, comparable by content."""

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record; change one with `msgspec.structs.replace`."""
