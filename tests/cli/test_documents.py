"""`documents`: the papers of a site as files."""

from pathlib import Path

from tests.cli.conftest import Run


def files(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_every_paper_that_applies_is_written(run: Run, tmp_path: Path) -> None:
    run("sample", "gate", "-o", "gate.facewise")
    said = run("documents", "gate.facewise", "-o", "out", "--language", "zh")
    assert said.code == 0
    assert {"notice-gate.pdf", "consent-gate.pdf", "guardian-consent-gate.pdf"} <= files(tmp_path / "out")
    assert len(said.out.split()) == len(files(tmp_path / "out"))


def test_only_the_papers_that_are_asked_for_are_written(run: Run, tmp_path: Path) -> None:
    run("sample", "gate", "-o", "gate.facewise")
    words = ("--only", "notice", "--only", "consent", "--language", "both")
    assert run("documents", "gate.facewise", "-o", "out", *words).code == 0
    assert files(tmp_path / "out") == {"notice-gate-zh-en.pdf", "consent-gate-zh-en.pdf"}


def test_a_paper_that_is_not_made_says_why(run: Run, tmp_path: Path) -> None:
    run("sample", "attendance", "-o", "a.facewise")
    said = run("documents", "a.facewise", "-o", "out", "--only", "guardian-consent")
    assert said.code == 2
    assert "no faces of children under 14" in said.err
    assert not (tmp_path / "out").exists()


def test_a_paper_that_does_not_exist_is_refused_with_a_list(run: Run) -> None:
    run("sample", "gate", "-o", "gate.facewise")
    said = run("documents", "gate.facewise", "-o", "out", "--only", "notices")
    assert said.code == 2
    assert "notice-large" in said.err
