"""matplotlib figure -> Scene."""

from collections.abc import Iterable, Mapping

from matplotlib.figure import Figure

from ..model.scene import Scene
from . import wording
from .faces import Face
from .outline import rounded
from .recorder import Recorder


def record(
    figure: Figure,
    faces: Iterable[Face] = (),
    *,
    member_names: Mapping[str, tuple[str, ...]] | None = None,
    leading: float = 1.2,
) -> Scene:
    """Draw a figure once at 72 dpi into a Scene.

    `faces` say what the files of its fonts are called in the scene; text in any other font keeps the name of its
    family. `member_names` names the members of collections and markers by the gid of the whole. `leading` is
    that of labels of several lines, in em. Raises ValueError for what a Scene cannot hold.
    """
    width, height, dpi = figure.get_figwidth() * 72, figure.get_figheight() * 72, figure.dpi
    by_file = {face.file: face for face in faces}
    with wording.marked(figure) as texts:
        figure.dpi = 72
        try:
            recorder = Recorder(width, height, by_file, texts, member_names, leading)
            figure.draw(recorder)
        finally:
            figure.dpi = dpi
    return Scene(width=rounded(width), height=rounded(height), marks=tuple(recorder.marks))
