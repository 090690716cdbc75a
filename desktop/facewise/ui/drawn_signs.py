"""Signs for the studio: which there are, one drawn as it is designed, and as a file; without Qt."""

from dataclasses import dataclass

from facewise.assessment.answers import Answers
from facewise.content.pack import Pack
from facewise.errors import FacewiseError
from facewise.paper.design import Design
from facewise.paper.legibility import Readable
from facewise.paper.sign_model import Refusal, Sign
from facewise.paper.signs import designs
from facewise.store.naming import design_name
from facewise.ui.making import Made
from facewise.ui.session import Session


@dataclass(frozen=True, slots=True)
class Drawn:
    """A sign as it is designed: its page, every word on it, from how far they are read, what had no room."""

    pdf: bytes
    said: str
    readings: tuple[Readable, ...]
    lacking: FacewiseError | None


@dataclass(frozen=True, slots=True)
class Order:
    """One sign and its design, with the answers it rests on, to be made beside the window."""

    pack: Pack
    answers: Answers
    sign: Sign
    design: Design

    def drawn(self) -> Drawn:
        """Return the sign drawn; raises NoShapeError and what `render_design` raises."""
        from facewise.paper.pdf.shown import check_characters
        from facewise.paper.pdf.sign import board, code_left_out, render_design
        from facewise.paper.pdf.sign_reading import readings

        check_characters(self.pack, self.answers)
        made = board(self.sign, self.design)
        pdf, lacking = render_design(self.sign, self.design), code_left_out(self.sign, self.design)
        return Drawn(pdf, "\n".join(made.said), readings(made, self.design.edition), lacking)

    def made(self, form: str) -> Made:
        """Return the sign as a PDF, SVG or PNG file; raises as `drawn`."""
        from facewise.paper.pdf.shown import check_characters
        from facewise.paper.pdf.sign_files import sign_file

        check_characters(self.pack, self.answers)
        content = sign_file(
            self.sign, self.design, "svg" if form == "svg" else "png" if form == "png" else "pdf"
        )
        return Made(design_name(self.sign, self.design, form), content)


def signs_of(session: Session) -> tuple[tuple[Sign | Refusal, ...], FacewiseError | None]:
    """Return the signs of a site with those that cannot be made, or why there is none at all."""
    try:
        return designs(session.pack, session.answers, session.assessment), None
    except FacewiseError as error:
        return (), error


def key_of(one: Sign | Refusal) -> str:
    """Return what tells a sign from the others of its site."""
    return f"{one.kind} {one.use}"
