"""The examples of both READMEs run as they stand, and their answers are complete enough to be signed."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PASSPHRASE = "four quiet herons over a pond"


def blocks(readme: str, kind: str) -> list[str]:
    text = (ROOT / readme).read_text("utf-8")
    fenced = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [block for opening, block in fenced if opening == kind]


def spoken(command: str, folder: Path) -> list[str]:
    """A command as the shell would hand it over; who is asked for a passphrase reads it from us."""
    words = shlex.split(command)[1:]
    found = [str(file) for word in words if "*" in word for file in sorted(folder.glob(word))]
    asks = words[0] == "identity" or "--sign" in words
    return [word for word in words if "*" not in word] + found + ["--passphrase-stdin"] * asks


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_examples_of_the_readme_run(readme: str, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(blocks(readme, "yaml")[0], "utf-8")
    commands = [
        line for block in blocks(readme, "") for line in block.splitlines() if line[:9] == "facewise "
    ]
    assert len(commands) == 6
    for command in commands:
        ended = subprocess.run(
            [sys.executable, "-m", "facewise", *spoken(command, tmp_path)],
            cwd=tmp_path,
            input=f"{PASSPHRASE}\n{PASSPHRASE}\n",
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, f"{command}\n{ended.stderr}"
    assert list((tmp_path / "out").glob("*.pdf"))
