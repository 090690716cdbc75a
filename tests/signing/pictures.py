"""Pictures of a seal, drawn here."""

import io
import math

from PIL import Image, ImageDraw

INK = (200, 30, 35)


def seal(size: int = 900, paper: tuple[int, int, int] = (255, 255, 255), kind: str = "PNG") -> bytes:
    """A round red seal with a star on paper of some colour."""
    picture = Image.new("RGB", (size, size), paper)
    pen, middle = ImageDraw.Draw(picture), size / 2
    edge = size / 30
    pen.ellipse((edge, edge, size - edge, size - edge), outline=INK, width=size // 32)
    corners = [
        (middle + out * math.sin(n * math.pi / 5), middle - out * math.cos(n * math.pi / 5))
        for n, out in enumerate((size / 6, size / 15) * 5)
    ]
    pen.polygon(corners, fill=INK)
    made = io.BytesIO()
    picture.save(made, kind)
    return made.getvalue()
