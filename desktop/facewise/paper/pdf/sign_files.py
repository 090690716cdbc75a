"""A sign as a file in one of three formats."""

from typing import Literal, TypeAlias

from facewise.paper.design import Design
from facewise.paper.sign_model import Sign

Format: TypeAlias = Literal["pdf", "svg", "png"]


def sign_file(sign: Sign, design: Design, form: Format) -> bytes:
    """Return a sign as it was designed in a format; errors as `render_design`."""
    if form == "svg":
        from facewise.paper.pdf.sign_svg import sign_svg

        return sign_svg(sign, design)
    if form == "png":
        from facewise.paper.pdf.sign_png import sign_png

        return sign_png(sign, design)
    from facewise.paper.pdf.sign import render_design

    return render_design(sign, design)
