"""What the start page will show of an assessment the next time."""

from typing import TYPE_CHECKING

from facewise.ui import titles
from facewise.ui.places import Place
from facewise.ui.settings import Recent

if TYPE_CHECKING:
    from facewise.ui.session import Session


def recent_of(session: "Session", place: Place) -> Recent:
    """Return an assessment as the list of recent files keeps it."""
    way, progress = session.way, session.way.progress
    result = way.state("result").state
    titled = {section.id: section.title for section in way.pack.sections}.get(place.section)
    return Recent(
        path=str(session.path),
        name=titles.of_session(session),
        state="met" if session.site.signed else "broken" if result == "broken" else progress.state,
        day=session.answers.on.isoformat(),
        section=(titled.zh, titled.en) if titled else ("", ""),
        answered=progress.answered,
        left=progress.left,
        maybe=progress.maybe,
    )
