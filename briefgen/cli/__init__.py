"""Arguments in, diagnostics and progress out. Exit codes: 0 done, 1 input wrong, 2 usage, 4 a check of ours failed."""

import os
import sys
from typing import NoReturn

from . import main as _command


def main() -> NoReturn:
    """Run the command as a process of its own.

    It ends without freeing its memory piece by piece, which the system takes back at once: a tenth of the time of a
    build that finds nothing changed. What must be tidied up has been: files, child processes, the ledger.
    """
    try:
        _command.main()
        code = 0
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise
        code = end.code or 0
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # nobody reads any more
            code = code or 1
    os._exit(code)
