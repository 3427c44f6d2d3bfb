"""A call made in a second process, whose only trace is the cache, while this one loads what it needs next.

Parsing an edited report and loading the back ends take equally long, and a second processor is idle meanwhile.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress


def possible() -> bool:
    """Tell whether a second process is worth its start: Linux forks cheaply, and a second processor must be there."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def begin(call: Callable[[], object]) -> Callable[[], None]:
    """Begin a call in a child of this process, and return what waits for its end.

    Nothing of the call comes back, neither value nor error: who makes it again finds in the cache what it kept, and
    meets its errors.
    """
    child = os.fork()
    if not child:
        try:
            with suppress(Exception):
                call()
        finally:
            os._exit(0)

    def wait() -> None:
        os.waitpid(child, 0)

    return wait
