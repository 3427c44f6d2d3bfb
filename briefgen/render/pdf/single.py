"""A picture with its words -> a tagged PDF of one page, as large as they are."""

import datetime as dt
import io
from pathlib import Path

from ...model.scene import Group, Scene
from ...model.theme import Theme
from ...model.trace import Trace
from . import metadata
from .scene import form
from .seam import font
from .structure import Artifact
from .styles import look
from .tagged import TaggedCanvas

PICTURE, RULE = "Picture", "Rule"
"""Parts of a frame that are no paragraph."""


def write_single(
    scene: Scene,
    theme: Theme,
    folders: tuple[Path, ...],
    trace: Trace,
    about: metadata.About,
    *,
    alt: str,
    moment: dt.datetime,
) -> bytes:
    """Return the file; the scene's group "Picture" is a figure with its alternative, the others are paragraphs."""
    ready = look(theme, folders)
    face = ready.style.text.face()
    font(face)  # read before ReportLab asks for it
    out = io.BytesIO()
    canvas = TaggedCanvas(
        out,
        size=(scene.width, scene.height),
        language=about.language,
        face=face,
        moment=moment,
    )
    metadata.describe(canvas, about, trace, moment, of=scene)
    parts = [mark for mark in scene.marks if isinstance(mark, Group)]
    for part in parts:
        form(canvas, part.name, Scene(width=scene.width, height=scene.height, marks=part.marks), ready)
    for part in parts:
        if part.name == RULE:
            canvas.mark(Artifact.PLAIN, canvas.use(part.name))
            continue
        name = "Figure" if part.name == PICTURE else "P"
        element = canvas.tree.at((("Div", "figure"), (name, part.name)))
        if part.name == PICTURE:
            element.attributes["Alt"] = alt
            element.layout = {"O": "Layout", "Placement": "Block", "BBox": [0, 0, scene.width, scene.height]}
        canvas.mark(element, canvas.use(part.name))
    canvas.showPage()
    canvas.save()
    return out.getvalue()
