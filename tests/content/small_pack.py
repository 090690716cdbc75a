"""A small sound pack in a folder of its own, to be broken in one place at a time."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from facewise.content.check import check
from facewise.content.mistakes import ContentError
from facewise.content.reading import read_yaml
from facewise.content.texts import texts

SMALL = Path(__file__).parent / "packs" / "small"
Break: TypeAlias = Callable[[str, str, str], list[ContentError]]


@dataclass(frozen=True)
class SmallPack:
    """The folder, with English made up for every text."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        before = path.read_text("utf-8")
        assert old in before
        path.write_text(before.replace(old, new, 1), "utf-8")

    def translate(self, **other: str) -> None:
        """Write the English anew; `other` replaces what stands for some Chinese text."""
        catalogue = Catalog(locale="en", fuzzy=False)
        for file in sorted(self.folder.glob("*.yaml")):
            for found in texts(read_yaml(file.read_bytes(), file.name)):
                catalogue.add(found.zh, other.get(found.zh, f"EN {found.zh}"), context=found.context)
        written = io.BytesIO()
        write_po(written, catalogue)
        (self.folder / "en.po").write_bytes(written.getvalue())

    def faults(self) -> list[ContentError]:
        return check(self.folder)
