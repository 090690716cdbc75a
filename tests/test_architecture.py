"""Each room imports only rooms before it, stays small, and nothing heavy is loaded before the first paint."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# fmt: off
ROOMS = [
    "errors", "data", "i18n", "credit_code", "plain_text",
    "content", "assessment", "paper", "paper.pdf", "signing", "store", "checking", "ui", "cli", "__main__",
]
HEAVY = {
    "babel", "cryptography", "docx", "icalendar", "keyring", "lxml", "PIL", "pydantic", "pyhanko",
    "pypdfium2", "reportlab", "xlsxwriter", "yaml",
}
# fmt: on
SOURCE = Path(__file__).parents[1] / "desktop"
MODULES = {".".join(file.relative_to(SOURCE).with_suffix("").parts): file for file in SOURCE.rglob("*.py")}


def room(module: str) -> int:
    """The place of a module's room in the order; -1 for the package itself."""
    parts = module.removesuffix(".__init__").split(".")[1:]
    name = "paper.pdf" if parts[:2] == ["paper", "pdf"] else "".join(parts[:1])
    return ROOMS.index(name) if name else -1


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are written out in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_imports_only_rooms_before_it(module: str) -> None:
    ours = [name for name in imports(MODULES[module]) if name.startswith("facewise.")]
    assert [name for name in ours if room(name) > room(module)] == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_modules_and_functions_stay_small(module: str) -> None:
    text = MODULES[module].read_text("utf-8")
    functions = [n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)]
    lengths = {n.name: (n.end_lineno or 0) - n.lineno + 1 for n in functions}
    limits = {name: 40 if name == "__init__" else 30 for name in lengths}
    assert {name: length for name, length in lengths.items() if length > limits[name]} == {}
    assert len(text.splitlines()) <= 300


def test_the_window_loads_nothing_heavy_before_its_first_paint() -> None:
    script = "import sys, facewise.ui.app; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(loaded.stdout.split()) & HEAVY == set()
