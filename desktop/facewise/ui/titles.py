"""What the window and the header call an assessment; without any heavy import."""

from typing import TYPE_CHECKING

from facewise.i18n import _
from facewise.ui.places import VERIFY, Place

if TYPE_CHECKING:
    from facewise.ui.session import Session


def of_session(session: "Session") -> str:
    """Return the name of the site, else of the business, else that it has none yet."""
    business = session.answers.business
    return business.site or business.name or _("New self-check")


def of_place(place: Place, session: "Session | None") -> str:
    """Return what the header calls a place; empty on the start page, which has the name of the program."""
    if place == VERIFY:
        return _("Check a report")
    return of_session(session) if session is not None else ""


def of_window(file: str) -> str:
    """Return the title of the window."""
    return _("{file} - Facewise").format(file=file) if file else _("Facewise")
