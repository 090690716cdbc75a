"""A page in headless Chromium, on screens of several widths, looked at by axe-core."""

import importlib.util
import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_LOOK = """
(async () => {
  if (TARGET) { location.hash = TARGET; await new Promise(done => setTimeout(done, 50)); }
  const found = await axe.run(document);
  const named = list => list.map(each => each.id + ": " + each.nodes.map(node => node.html).join(" "));
  const shown = name => getComputedStyle(document.getElementById(name)).display !== "none";
  parent.document.getElementById(NAME).textContent = JSON.stringify({
    violations: named(found.violations), doubtful: named(found.incomplete), rules: found.passes.length,
    width: document.documentElement.scrollWidth, zh: shown("zh"), en: shown("en"),
  });
})();
"""


@dataclass(frozen=True)
class Screen:
    """How a page is shown: its width, and the part that its address names."""

    width: int
    target: str = ""


@dataclass(frozen=True)
class Look:
    """What was found: broken rules, doubtful ones, how many are kept, how wide, which languages show."""

    violations: list[str]
    doubtful: list[str]
    rules: int
    width: int
    zh: bool
    en: bool


def look(page: bytes, folder: Path, screens: tuple[Screen, ...], *, dark: bool = False) -> list[Look]:
    """Return what axe-core finds on a page on each screen, in one run of Chromium."""
    frames = "".join(_frame(page.decode(), number, screen) for number, screen in enumerate(screens))
    file = folder / "look.html"
    file.write_text(f"<!doctype html><meta charset=utf-8><title>look</title>{frames}", "utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000"]
    options += [
        f"--user-data-dir={folder / 'profile'}",
        f"--blink-settings=preferredColorScheme={int(not dark)}",
    ]
    command = [str(PROGRAM), *options, "--dump-dom", file.as_uri()]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=180, check=True)
    found = re.findall(r'<output id="out\d+">(.*?)</output>', ended.stdout, re.DOTALL)
    assert len(found) == len(screens)
    return [Look(**json.loads(unescape(one))) for one in found]


def _frame(page: str, number: int, screen: Screen) -> str:
    script = _LOOK.replace("TARGET", json.dumps(screen.target)).replace("NAME", json.dumps(f"out{number}"))
    inside = page.replace("</body>", f"<script>{_axe()}</script><script>{script}</script></body>")
    style = f"width:{screen.width}px;height:800px;border:0"
    return f'<output id="out{number}"></output><iframe style="{style}" srcdoc="{escape(inside)}"></iframe>'


def _axe() -> str:
    """The script of axe-core, from the package that carries it."""
    package = importlib.util.find_spec("axe_core_python")
    assert package
    assert package.submodule_search_locations
    return (Path(package.submodule_search_locations[0]) / "axe.min.js").read_text("utf-8")
