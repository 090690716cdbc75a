"""Set up what Facewise needs, then open it or check it: `python3 dev.py run | test [--all] | translate`.

Standard library only, so that Python alone is enough to start; what is already there is left alone.
"""

import argparse
import ctypes
import glob
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
WHEEL = BUILD / "wheel"

# What must be found (a library, a command, a file) and the Debian package that brings it.
# Qt says that xcb-cursor is missing whichever of the xcb libraries is.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
PAPER = {
    "java": "default-jre-headless",
    "pdfsig": "poppler-utils",
    "qpdf": "qpdf",
    "zbarimg": "zbar-tools",
}
SIGNING = {
    "openssl": "openssl",
    "softhsm2-util": "softhsm2",
}
BROWSER = {
    "chromium": "chromium",
}
DESKTOP = {
    "/usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
    "/usr/lib/python3/dist-packages/pyatspi": "python3-pyatspi",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/share/java/jaxb-impl.jar": "libjaxb-java",
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus-daemon",
    "openbox": "openbox",
    "xdotool": "xdotool",
}


def found(thing: str) -> bool:
    """Return whether a library, a command or a file is on this machine."""
    if thing.startswith("lib"):
        try:
            ctypes.CDLL(thing)
        except OSError:
            return False
        return True
    return bool(glob.glob(thing) or shutil.which(thing))  # noqa: PTH207, the pattern is absolute


def provide(things: dict[str, str]) -> list[str]:
    """Install what is missing where we may (root on a Debian-like system); return what is still missing."""
    missing = [package for thing, package in things.items() if not found(thing)]
    apt = shutil.which("apt-get")
    if missing and apt and sys.platform != "win32" and os.geteuid() == 0:
        print("Installing", *missing, flush=True)
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            subprocess.run([apt, "-qq", *command], env=quiet, stdout=subprocess.DEVNULL, check=False)
        missing = [package for thing, package in things.items() if not found(thing)]
    return missing


def call(*command: str | Path, cwd: Path | str = ROOT) -> int:
    """Run a program and return its exit code."""
    return subprocess.run(command, cwd=cwd, check=False).returncode


def python_of(folder: Path) -> Path:
    """Return the Python of a virtual environment, made unless a working one is there."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if python.exists() and call(python, "-c", "") == 0:
        return python
    ensurepip = Path(os.__file__).parent / "ensurepip" / "__init__.py"
    missing = provide({str(ensurepip): "python{}.{}-venv".format(*sys.version_info)})
    if missing:
        sys.exit(f"Python cannot make a virtual environment here. Install {missing[0]} and try again.")
    print("Making", folder.relative_to(ROOT), flush=True)
    if call(sys.executable, "-m", "venv", "--clear", folder):
        sys.exit("The virtual environment could not be made; the lines above say why.")
    return python


def pip(python: Path, *arguments: str | Path) -> None:
    """Install packages beside a Python, held to the versions of constraints.txt."""
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    install = ["-m", "pip", "--disable-pip-version-check", "install", *quiet]
    if call(python, *install, "-c", ROOT / "constraints.txt", *arguments):
        sys.exit("The packages could not be installed; the lines above say why.")


def set_up(extra: str = "") -> Path:
    """Return the Python that has the program and what an extra names, installed once for each change."""
    import tomllib

    python = python_of(VENV)
    parts = [ROOT / "pyproject.toml", ROOT / "constraints.txt", VENV / "pyvenv.cfg"]
    key = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    stamp = VENV / "facewise-is-ready"
    if not (stamp.exists() and stamp.read_text().startswith(f"{key} {extra}")):
        print("Installing Facewise and what it needs, once; this takes a few minutes", flush=True)
        pip(python, *tomllib.loads(parts[0].read_text("utf-8"))["build-system"]["requires"])
        pip(python, "--no-build-isolation", "-e", f".[{extra}]" if extra else ".")
        stamp.write_text(f"{key} {extra}")
    return python


def run(arguments: list[str]) -> int:
    """Open the program, or run one of its commands, and return its exit code."""
    linux = sys.platform.startswith("linux")
    missing = provide(QT) if linux else []
    if missing:
        print("Qt needs what is not here: sudo apt-get install", *missing)
    python = set_up()
    screen = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & set(os.environ)
    if linux and not arguments and not screen:
        print(
            "Facewise is ready, but there is no screen here to open its window on.\n"
            "Start it from a desktop session, over `ssh -X`, or on a virtual screen: "
            "xvfb-run -a python3 dev.py run\n"
            "Its commands need no screen: python3 dev.py run --help"
        )
        return 2
    return call(python, "-m", "facewise", *arguments, cwd=Path.cwd())


def check_wheel(python: Path) -> int:
    """Build the wheel, install it where nothing of this checkout is, and run tests/smoke against it."""
    shutil.rmtree(WHEEL / "dist", ignore_errors=True)
    build = ["pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    if call(python, "-m", *build, "-w", WHEEL / "dist", "."):
        return 1
    wheel = next((WHEEL / "dist").glob("*.whl"))
    user = python_of(WHEEL / "venv")
    pip(user, "pytest", wheel)
    pip(user, "--force-reinstall", "--no-deps", wheel)
    smoke = ROOT / "tests" / "smoke"
    with tempfile.TemporaryDirectory() as elsewhere:
        return call(user, "-m", "pytest", "-c", smoke / "wheel.ini", smoke, cwd=elsewhere)


def test(*, everything: bool) -> int:
    """Run every check, also after one has failed; return 0 where all passed."""
    missing = provide(QT | PAPER | SIGNING | DESKTOP) if sys.platform.startswith("linux") else []
    missing = missing or [tool for tool in PAPER | SIGNING if not found(tool)]
    if not found("google-chrome"):  # apart, as not every relative of Debian has the package: 114 MB
        missing += provide(BROWSER) if sys.platform.startswith("linux") else []
    if missing:
        print("Not here, so tests that need it are skipped:", *missing)
    python = set_up("test,benchmark" if everything else "test")
    pytest = ["pytest", "-n", "auto", "--dist", "loadfile", "--cov", "--cov-report=term"]
    checks = {
        "ruff": ["ruff", "check"],
        "ruff format": ["ruff", "format", "--check"],
        "mypy": ["mypy"],
        "pytest": pytest + (["--all", "-m", "not benchmark"] if everything else []),
    }
    if everything:
        checks["benchmarks"] = ["pytest", "--all", "-m", "benchmark", "-s"]
    failed = []
    for name, command in checks.items():
        print(f"\n== {name}", flush=True)
        if call(python, "-m", *command):
            failed.append(name)
    print("\n== the wheel, from another folder", flush=True)
    if check_wheel(python):
        failed.append("wheel")
    print("\nFailed: " + ", ".join(failed) if failed else "\nEverything passed.")
    return 1 if failed else 0


def translate() -> int:
    """Bring both catalogues up to date with the sources; the new messages are then yours to translate."""
    python = set_up("test")
    BUILD.mkdir(exist_ok=True)
    for domain, locale in (("facewise", "zh_CN"), ("questionnaires", "en")):
        template = BUILD / f"{domain}.pot"
        catalogue = ROOT / "translations" / locale / "LC_MESSAGES" / f"{domain}.po"
        babel = ["-m", "babel.messages.frontend"]
        extract = ["extract", "-F", f"translations/{domain}.cfg", "--add-location=file", "--no-wrap"]
        update = ["update", "--ignore-obsolete", "--init-missing", "--ignore-pot-creation-date", "--no-wrap"]
        files: list[str | Path] = ["-D", domain, "-l", locale, "-i", template, "-o", catalogue]
        if call(python, *babel, *extract, "-o", template, "."):
            return 1
        # An English text whose Chinese has changed is kept for review; the interface asks for a new one.
        matching = ["--no-fuzzy-matching"] if domain == "facewise" else []
        if call(python, *babel, *update, *matching, *files):
            return 1
    return 0


def main() -> int:
    """Do what the command line asks and return the exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036, an older one can start this file
        sys.exit(f"Facewise needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if sys.argv[1:2] == ["run"]:
        return run(sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="open the program; words after it are a command for it")
    commands.add_parser("test", help="run what CI runs").add_argument(
        "--all", action="store_true", help="also the slow tests and the benchmarks"
    )
    commands.add_parser("translate", help="bring the catalogues up to date with the sources")
    asked = parser.parse_args()
    return test(everything=asked.all) if asked.command == "test" else translate()


if __name__ == "__main__":
    sys.exit(main())
