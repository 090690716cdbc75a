"""The way one came, without Qt: Next leaves a trail, Back follows it, Change comes back to its page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from facewise.ui.places import START, Place, View

if TYPE_CHECKING:
    from facewise.ui.flow import Way


@dataclass(frozen=True, slots=True)
class Trail:
    """The places one came through by Next, and the page of answers that one only left to change one."""

    places: tuple[Place, ...] = ()
    back: Place | None = None

    def step(self, way: "Way", view: View, here: Place, step: int) -> tuple[Place, "Trail"]:
        """Return where a step forward (+1) or back (-1) leads, and the trail from there."""
        if self.back is not None:
            return self.back, Trail()
        if step > 0:
            return way.following(here, view), Trail((*self.places, here))
        if here.page == "business":
            return START, Trail()
        if self.places:
            return self.places[-1], Trail(self.places[:-1])
        return way.preceding(here, view), Trail()
