"""Copy the licences of everything that a bundle carries: `python packaging/notices.py dist/facewise`."""

import shutil
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

QT = """Facewise uses Qt and PySide6 under the GNU Lesser General Public License, version 3.
Their libraries are the separate files in the folders PySide6 and shiboken6 of this bundle. You may replace
them by your own builds of the same versions ({version}); nothing in Facewise prevents it.
Their source is offered by The Qt Company together with each release. The texts of the LGPL and of the GPL, on
which it rests, lie beside this file; the wheels of PySide6 do not bring them.
"""


def needed(name: str, seen: set[str]) -> set[str]:
    """Return the names of a distribution and of all that it needs here, without extras."""
    name = canonicalize_name(name)
    if name in seen:
        return seen
    seen.add(name)
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            needed(requirement.name, seen)
    return seen


def licences(found: Distribution) -> list[Path]:
    """Return the licence files that a distribution was installed with."""
    names = ("licen", "copying", "notice")
    code = {".py", ".pyc", ".pyd", ".so"}
    files = [file for file in found.files or [] if any(name in str(file).lower() for name in names)]
    return [Path(str(found.locate_file(file))) for file in files if file.suffix not in code]


def main(bundle: Path) -> None:
    """Write the folder `licences` of a bundle."""
    folder = bundle / "licences"
    for name in sorted(needed("facewise", set())):
        found = distribution(name)
        for file in licences(found):
            target = folder / f"{name}-{found.version}" / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    for file in (Path(__file__).parent / "licences").glob("*.txt"):
        shutil.copy(file, folder)
    text = QT.format(version=distribution("PySide6-Essentials").version)
    (folder / "Qt-and-PySide6.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
