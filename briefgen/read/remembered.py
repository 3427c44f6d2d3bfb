"""What was found in the texts of a report when it was last read, for those that have not changed since."""

from ..memory import Memory

TEXTS = Memory("texts")
