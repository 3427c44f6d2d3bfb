"""Arguments in, diagnostics and progress out. Exit codes: 0 done, 1 input wrong, 2 usage, 4 a check of ours failed."""

from .main import main

__all__ = ["main"]
