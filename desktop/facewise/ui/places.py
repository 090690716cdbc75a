"""Where one can be in the window."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

PageName: TypeAlias = Literal[
    "start",
    "business",
    "question",
    "section",
    "interim",
    "check",
    "result",
    "documents",
    "studio",
    "verify",
]
View: TypeAlias = Literal["one", "section"]

SCOPING = "scoping"
RED_LINES = "red"
"""The red-line questions as one part of the way; a view on answers that also stand in their sections."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: a page and, where it has them, section, question and use (None is the site itself)."""

    page: PageName
    section: str = ""
    question: str = ""
    use: str | None = None

    @property
    def task(self) -> str:
        """Return the row of the task list that this place belongs to."""
        if self.page in ("question", "section"):
            return self.section
        return {"interim": RED_LINES, "studio": "documents"}.get(self.page, self.page)


START = Place("start")
BUSINESS = Place("business", SCOPING)
INTERIM = Place("interim")
CHECK = Place("check")
RESULT = Place("result")
DOCUMENTS = Place("documents")
STUDIO = Place("studio")
VERIFY = Place("verify")
