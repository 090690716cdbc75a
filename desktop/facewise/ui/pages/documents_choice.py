"""What is chosen on the documents page: the paper that is shown, the ticks, the languages; without Qt."""

from collections.abc import Sequence

from facewise.i18n import Edition, current
from facewise.ui.shelf import REPORT, Group, Paper


class Choice:
    """The papers there are now, and what is chosen of them; it outlives changes of the answers."""

    def __init__(self) -> None:
        self.papers: tuple[Paper, ...] = ()
        self.shown = REPORT
        self.ticked: set[str] = set()
        self.draft = False
        self._editions: dict[str, Edition] = {}
        self._offered: set[str] = set()

    def take(self, papers: Sequence[Paper]) -> None:
        """Take the papers there are now; what can newly be made is ticked, but for other formats."""
        self.papers = tuple(papers)
        makeable = {paper.key for paper in papers if paper.reason is None}
        fresh = {paper.key for paper in papers if paper.key in makeable and paper.group != "file"}
        self.ticked = (self.ticked | (fresh - self._offered)) & makeable
        self._offered |= makeable
        if self.paper() is None:
            self.shown = REPORT

    def paper(self, key: str = "") -> Paper | None:
        """Return a paper by its key, or the one that is shown."""
        return next((paper for paper in self.papers if paper.key == (key or self.shown)), None)

    def edition(self, key: str) -> Edition:
        """Return the language that is chosen for a paper."""
        paper = self.paper(key)
        kept = paper.edition if paper is not None else None
        return self._editions.get(key) or kept or ("zh" if current() == "zh" else "both")

    def editions(self) -> dict[str, Edition]:
        """Return the language of every paper."""
        return {paper.key: self.edition(paper.key) for paper in self.papers}

    def speak(self, edition: Edition, key: str = "") -> None:
        """Choose the language of a paper, or of all."""
        keys = [key] if key else [paper.key for paper in self.papers]
        self._editions.update(dict.fromkeys(keys, edition))

    def forget_signs(self) -> None:
        """Take the languages of signs as they are kept: the studio may have chosen others."""
        signs = {paper.key for paper in self.papers if paper.group == "sign"}
        self._editions = {key: edition for key, edition in self._editions.items() if key not in signs}

    def tick(self, key: str, *, on: bool) -> None:
        """Tick a paper, or take its tick away."""
        self.ticked = self.ticked | {key} if on else self.ticked - {key}

    def tick_group(self, group: Group, *, on: bool) -> None:
        """Tick all papers of a group that can be made, or none."""
        for paper in self.papers:
            if paper.group == group and paper.reason is None:
                self.tick(paper.key, on=on)

    def wanted(self) -> list[tuple[Paper, Edition]]:
        """Return what is ticked, each in its language."""
        return [(paper, self.edition(paper.key)) for paper in self.papers if paper.key in self.ticked]
