"""What has changed since a file was made, of what the file shows."""

from .base import Value


class Change(Value, frozen=True, kw_only=True):
    """One thing that a file shows otherwise than it would now: its kind and id, its pages or slides, both texts.

    `new` is None where it may no longer be shown, or is not there any more.
    """

    kind: str
    id: str
    at: tuple[int, ...]
    old: str
    new: str | None
