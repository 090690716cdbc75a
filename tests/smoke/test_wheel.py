"""The installed program, from a folder that is not the checkout: it has all it needs, compiled."""

import shutil
import subprocess
import sys
from pathlib import Path

from facewise import data

README_EXAMPLE = (
    "sample shop -o shop.facewise",
    "check shop.facewise --json",
    "report shop.facewise -o out --language both",
    "export shop.facewise -o out --language both",
)


def facewise(arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = shutil.which("facewise", path=str(Path(sys.executable).parent))
    assert command
    return subprocess.run(
        [command, *arguments.split()],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_data_are_inside_the_package_and_compiled() -> None:
    assert not data.is_checkout()
    assert (data.folder("questionnaires") / "frt.json").is_file()
    assert (data.folder("questionnaires") / "law.json").is_file()
    assert (data.folder("translations") / "zh_CN" / "LC_MESSAGES" / "facewise.mo").is_file()
    assert (data.folder("resources") / "fonts" / "NotoSansSC-Regular.ttf").is_file()
    package = data.folder("resources").parent
    assert [file for file in package.rglob("*") if file.suffix in {".yaml", ".po"}] == []


def test_the_first_example_of_the_readme_runs(tmp_path: Path) -> None:
    for arguments in README_EXAMPLE:
        ended = facewise(arguments, tmp_path)
        assert ended.returncode in {0, 1} if arguments.startswith("check") else ended.returncode == 0, ended
    made = {file.suffix for file in (tmp_path / "out").iterdir()}
    assert made == {".csv", ".docx", ".html", ".ics", ".json", ".pdf", ".xlsx"}


def test_the_window_can_be_imported(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", "import facewise.ui.app"], cwd=tmp_path, check=True)
