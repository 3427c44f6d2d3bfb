"""matplotlib's images as a Scene's Pictures."""

import io
from typing import Any

import numpy as np
import shapely
from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from ..model.scene import Picture
from .clip import pieces
from .outline import rounded

DPI = 200
"""Pixels to the inch of pictures that matplotlib resamples."""


def record(pixels: Any, x: float, y: float, transform: Any, region: BaseGeometry | None, name: str) -> Picture:
    """Return an image (rows, columns, 4; row 0 at the foot) as PNG; a clip becomes its mask.

    Raises ValueError for a picture that is turned or sheared.
    """
    width, height = pixels.shape[1] * 72 / DPI, pixels.shape[0] * 72 / DPI
    if transform is not None:  # it carries the unit square
        (width, shear, dx), (turn, height, dy), _ = transform.get_matrix()
        if abs(shear) > 1e-6 or abs(turn) > 1e-6:
            raise ValueError("a turned or sheared picture cannot be recorded")
        x, y = x + dx, y + dy
        if height < 0:
            pixels, height, y = pixels[::-1], -height, y + height
        if width < 0:
            pixels, width, x = pixels[:, ::-1], -width, x + width
    image = Image.fromarray(np.ascontiguousarray(pixels[::-1]))
    if region is not None and not region.covers(shapely.box(x, y, x + width, y + height)):
        mask = Image.new("L", image.size, 0)
        pen, across, up = ImageDraw.Draw(mask), image.width / width, image.height / height
        for part in pieces(region, "Polygon"):
            pen.polygon([((u - x) * across, image.height - (v - y) * up) for u, v in part.exterior.coords], fill=255)
        alpha = np.minimum(np.asarray(image.getchannel("A")), np.asarray(mask))
        image.putalpha(Image.fromarray(alpha))
    data = io.BytesIO()
    image.save(data, "PNG")
    return Picture(
        name=name, png=data.getvalue(), x=rounded(x), y=rounded(y), width=rounded(width), height=rounded(height)
    )
