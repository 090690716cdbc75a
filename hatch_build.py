"""The build hook: compiles the catalogue and the questionnaire, whose sources stay out of the wheel."""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledDataHook(BuildHookInterface[Any]):
    """Adds facewise/translations (.mo) and facewise/questionnaires (canonical JSON) to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder, unless for a checkout, which compiles on first use."""
        if version == "editable":
            return
        self._made = TemporaryDirectory()
        sys.path.insert(0, str(Path(self.root) / "desktop"))
        for name, content in (catalogue(Path(self.root)) | questionnaires()).items():
            file = Path(self._made.name, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            build_data["force_include"][str(file)] = f"facewise/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the temporary folder."""
        if version != "editable":
            self._made.cleanup()


def catalogue(root: Path) -> dict[str, bytes]:
    """Return the compiled words of the interface by their path in the package."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    path = "translations/zh_CN/LC_MESSAGES/facewise"
    made = BytesIO()
    with (root / f"{path}.po").open("rb") as source:
        write_mo(made, read_po(source, locale="zh_CN"))
    return {f"{path}.mo": made.getvalue()}


def questionnaires() -> dict[str, bytes]:
    """Return the compiled questionnaire and law by their paths in the package."""
    from facewise import data
    from facewise.content.law import compile_law
    from facewise.content.packs import compile_pack
    from facewise.store.samples import NAMES, compile_sample

    law = compile_law(data.folder("questionnaires") / "law")
    samples = {f"questionnaires/samples/{name}.json": compile_sample(name) for name in NAMES}
    return {"questionnaires/frt.json": compile_pack("frt"), "questionnaires/law.json": law, **samples}
