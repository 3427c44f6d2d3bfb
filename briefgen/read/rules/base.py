"""What is said of one rule."""

import msgspec


class Rule(msgspec.Struct, frozen=True):
    """What a diagnostic means, why it matters, an example (often empty), and what to do."""

    what: str
    why: str
    example: str
    fix: str

    def text(self, code: str) -> str:
        """Return the rule as a page of plain text."""
        parts = [f"{code}: {self.what}", f"Why: {self.why}"]
        if self.example:
            parts.append("Example:\n" + "\n".join(f"    {line}" for line in self.example.splitlines()))
        parts.append(f"What to do: {self.fix}")
        return "\n\n".join(parts)
