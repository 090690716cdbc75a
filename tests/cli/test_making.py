"""`import`, `sample`, `report`: files out of answers."""

from pathlib import Path

import pypdfium2
import pytest
from tests.cli.conftest import Run

from facewise.assessment.answers import Answer, Business
from facewise.signing.attachments import attached
from facewise.store.opening import open_site
from facewise.store.site_file import SiteFile, read_site, write_site

ANSWERS = """format: 1
on: 2026-11-20
business: {name: 样例商店}
site: {S1: yes}
uses: [{id: till, kind: payment, answers: {S6: public_other}}]
"""


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def test_answers_become_an_assessment_with_a_log(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(ANSWERS, "utf-8")
    said = run("import", "answers.yaml", "-o", "a.facewise")
    assert (said.code, said.err) == (0, "")
    assert "questions are still open" in said.out
    site = read_site(tmp_path / "a.facewise")
    assert site.answers.business.name == "样例商店"
    assert [(entry.what, entry.detail) for entry in site.log] == [("imported", "answers.yaml")]


def test_a_mistake_in_the_answers_writes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(ANSWERS.replace("S1: yes", "S1: perhaps"), "utf-8")
    said = run("import", "answers.yaml", "-o", "a.facewise")
    assert said.code == 2
    assert "line 4" in said.err
    assert not (tmp_path / "a.facewise").exists()


def test_what_stood_there_before_is_kept_as_a_copy(run: Run, tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.facewise").write_bytes(b"earlier")
    assert run("sample", "shop", "-o", "a.facewise").code == 0
    assert (home / "copies" / "a.facewise.1").read_bytes() == b"earlier"


@pytest.mark.parametrize("name", ["shop", "gate", "attendance", "hotel"])
def test_a_sample_is_written(run: Run, tmp_path: Path, name: str) -> None:
    said = run("sample", name, "-o", f"{name}.facewise")
    assert (said.code, said.out) == (0, f"{name}.facewise\n")
    assert open_site(tmp_path / f"{name}.facewise").site.answers.sample


@pytest.mark.parametrize("words", [("sample", "shop"), ("import", "answers.yaml")])
def test_an_assessment_has_the_ending_it_is_opened_by(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    (tmp_path / "answers.yaml").write_text(ANSWERS, "utf-8")
    said = run(*words, "-o", "shop.zip")
    assert (said.code, said.err) == (2, "shop.zip: the name must end in .facewise.\n")


@pytest.mark.parametrize("language", ["zh", "en", "both"])
def test_a_report_is_made_in_each_language(run: Run, site: Path, tmp_path: Path, language: str) -> None:
    said = run("report", site, "-o", "out/deep", "--language", language)
    assert (said.code, said.err) == (0, "")
    pdf = tmp_path / said.out.strip()
    assert pdf.parent == tmp_path / "out" / "deep"
    shown = text_of(pdf)
    assert ("一页看懂" in shown) == (language != "en")
    assert ("Whattodo" in shown) == (language != "zh")
    assert set(attached(pdf.read_bytes())) == {"answers.json", "pack.json", "result.json"}


def test_the_same_moment_gives_the_same_bytes(
    run: Run, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    one, two = (tmp_path / run("report", site, "-o", folder).out.strip() for folder in ("a", "b"))
    assert one.read_bytes() == two.read_bytes()
    assert one.name == two.name


@pytest.mark.parametrize("value", ["yesterday", "9" * 30])
def test_a_moment_that_is_none_is_refused(
    run: Run, site: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    said = run("report", site, "-o", "out")
    assert said.code == 2
    assert value in said.err


def test_drafts_and_samples_carry_their_word(run: Run, site: Path, tmp_path: Path, shop: SiteFile) -> None:
    write_site(tmp_path / "s.facewise", shop)
    draft = run("report", site, "-o", "out", "--draft", "--language", "zh").out.strip()
    sample = run("report", "s.facewise", "-o", "out", "--language", "zh").out.strip()
    assert "草稿，不得签署" in text_of(tmp_path / draft)
    assert "样例，不得签署" in text_of(tmp_path / sample)


@pytest.mark.parametrize("command", ["report", "signs"])
def test_a_character_without_a_shape_is_named_and_nothing_is_made(
    run: Run, tmp_path: Path, shop: SiteFile, command: str
) -> None:
    answers = shop.answers.model_copy(update={"business": Business(name="店\U0001f642", site="x", phone="1")})
    write_site(tmp_path / "a.facewise", SiteFile(answers, shop.pack))
    said = run(command, "a.facewise", "-o", "out")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("Business: our fonts cannot show \U0001f642.")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["䶮㛃𬭎𰻝商店", "名" * 300, "Café 'Ωмега' & <b>100 %</b>"])
def test_an_unusual_name_is_printed_whole(run: Run, tmp_path: Path, shop: SiteFile, name: str) -> None:
    answers = shop.answers.model_copy(update={"business": Business(name=name)})
    write_site(tmp_path / "a.facewise", SiteFile(answers, shop.pack))
    said = run("report", "a.facewise", "-o", "out", "--language", "zh")
    assert "".join(name.split()) in text_of(tmp_path / said.out.strip())


def test_a_long_note_is_printed_whole(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    told = [f"第{number:04}句话。" for number in range(625)]
    answers = shop.answers.put("impact.before_use", "till", Answer(value="no", note="".join(told)))
    assert len("".join(told)) == 5_000
    write_site(tmp_path / "a.facewise", SiteFile(answers, shop.pack))
    shown = text_of(tmp_path / run("report", "a.facewise", "-o", "out", "--language", "zh").out.strip())
    places = [shown.find(sentence) for sentence in told]
    broken = sum(place < 0 for place in places)  # the few that a page's foot and head divide
    assert broken <= 4
    assert [place for place in places if place >= 0] == sorted(place for place in places if place >= 0)


def test_an_empty_assessment_makes_a_draft(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("format: 1", "utf-8")
    assert run("import", "a.yaml", "-o", "a.facewise").code == 0
    said = run("report", "a.facewise", "-o", "out", "--language", "zh")
    assert said.code == 0
    assert "草稿" in text_of(tmp_path / said.out.strip())


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_cannot_be_made_is_named(run: Run, site: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"before")
    said = run("report", site, "-o", place)
    assert said.code == 2
    assert said.err.startswith(f"{Path(place)} could not be written")
    assert (tmp_path / "file").read_bytes() == b"before"
