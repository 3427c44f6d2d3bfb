"""A theme as an argument of what is made once for each: its own hash is quick to compare, its values are not."""

from briefgen.model.theme import Theme


class Held:
    """A theme that goes beside its `sha256` in a key: hashed as nothing, compared by its values where it must be."""

    def __init__(self, theme: Theme) -> None:
        """Hold a theme."""
        self.theme = theme

    def __hash__(self) -> int:
        """Return the same for every theme."""
        return 0

    def __eq__(self, other: object) -> bool:
        """Tell whether both hold the same theme."""
        return isinstance(other, Held) and (self.theme is other.theme or self.theme == other.theme)
