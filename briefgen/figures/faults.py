"""What a figure can get wrong, as diagnostics with codes of their own."""

from ..diagnostics import Diagnostic, Severity
from ..errors import InputError

UNKNOWN_COUNTRY = "BG651"
OUTSIDE_FRAME = "BG652"
NO_ROOM_ON_MAP = "BG653"
LABEL_TOO_LONG = "BG654"
TARGET_TOO_SMALL = "BG655"
BAD_VALUE = "BG656"
OUTSIDE_PERIOD = "BG658"
UNKNOWN_STATUS = "BG659"
LEFT_OUT = "BG660"
BAD_FRAME = "BG661"
NOTHING_TO_SHOW = "BG662"
ANOTHERS = "BG663"
NO_NAME = "BG670"
TOO_MANY_MARKS = "BG671"
NO_GLYPH = "BG672"


def fault(code: str, figure: str, message: str, hint: str) -> InputError:
    """Return the error that stops a figure; its path begins with the figure's id."""
    return InputError((Diagnostic(code=code, message=f"figure `{figure}`: {message}", hint=hint, path=(figure,)),))


def remark(code: str, figure: str, message: str, hint: str) -> Diagnostic:
    """Return a warning about a figure that is drawn all the same."""
    told = f"figure `{figure}`: {message}"
    return Diagnostic(code=code, message=told, hint=hint, path=(figure,), severity=Severity.WARNING)
