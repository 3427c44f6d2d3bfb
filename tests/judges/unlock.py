#!/usr/bin/env python3
"""Open a .pptx that is encrypted with a password in LibreOffice, and print it: .pptx, password -> .pdf.

    tests/judges/unlock.py DECK PASSWORD PDF

soffice has no option for a password, so that a macro in a profile of its own gives it. Exit code 0: opened and printed,
1: not.
"""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

WAIT = 300
"""Seconds until LibreOffice is given up."""
MODULE = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
{macro}</script:module>
"""
MACRO = """\
Sub Unlock
  On Error GoTo Ended
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Hidden"
  how(0).Value = True
  how(1).Name = "Password"
  how(1).Value = {password}
  document = StarDesktop.loadComponentFromURL({source}, "_blank", 0, how())
  If IsNull(document) Then Exit Sub
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "impress_pdf_Export"
  document.storeToURL({target}, filter())
  document.close(True)
Ended:
End Sub
"""


def quoted(text: str) -> str:
    """Return a text as Basic writes it."""
    return '"' + text.replace('"', '""') + '"'


def office(profile: Path, *arguments: str) -> None:
    """Run LibreOffice until it ends, or has not in time."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *arguments]
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        child.wait(WAIT)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def unlock(deck: Path, password: str, target: Path) -> bool:
    """Return whether LibreOffice opened a deck and printed it."""
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        office(profile, "--terminate_after_init")  # writes the profile, which takes its place over all that is there
        macro = MACRO.format(
            password=quoted(password),
            source=quoted(deck.absolute().as_uri()),
            target=quoted(target.absolute().as_uri()),
        )
        module = profile / "user" / "basic" / "Standard" / "Module1.xba"
        module.write_text(MODULE.format(macro=escape(macro)), "utf-8")
        office(profile, "macro:///Standard.Module1.Unlock")
    return target.is_file()


if __name__ == "__main__":
    sys.exit(0 if unlock(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])) else 1)
