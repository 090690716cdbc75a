"""The report on paper: complete, archival, accessible, the same each time."""

import datetime as dt
import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from tests.assessment.sites import ORDERLY, Told, answer_everything, orderly, site
from tests.tools import verapdf

from facewise.assessment.answers import Answer, Answers, Business, Evidence
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Edition
from facewise.paper.pdf.report.document import render_report
from facewise.paper.report import write

MADE = dt.datetime(2026, 11, 20, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
RARE = "䶮㛃𬭎𰻝"
EDITIONS: tuple[Edition, ...] = ("zh", "en", "both")
NAMES = Business(
    name=f"{RARE}便利店", site="学院路店", address="北京市学院路 1 号", contact="李𬭎", phone="010-5550 0100"
)


def pdf(answers: Answers, edition: Edition, *, draft: bool = False) -> bytes:
    pack = load_pack()
    report = write(pack, pack_bytes(), answers, assess(pack, answers), MADE, draft=draft)
    return render_report(report, edition)


def shop(**told: Told) -> Answers:
    answers = orderly(load_pack(), "payment", **{"S6": "public_other", **told})
    return answers.model_copy(update={"business": NAMES})


def text_of(data: bytes, folder: Path) -> str:
    """The text of a PDF without white space, as a reader copies it."""
    file = folder / "report.pdf"
    file.write_bytes(data)
    said = subprocess.run(["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True)
    return "".join(said.stdout.decode().split())


def fields_to_sign(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        form = file.Root.get("/AcroForm")
        return [str(field.T) for field in form.Fields] if form is not None else []


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_edition_says_whose_it_is_and_what_was_found(edition: Edition, tmp_path: Path) -> None:
    text = text_of(pdf(shop(D2="no"), edition), tmp_path)
    assert f"{RARE}便利店" in text
    words = load_pack().grades["D"].text
    for language in ("zh", "en") if edition == "both" else (edition,):
        assert "".join(words["zh" if language == "zh" else "en"].split()) in text


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_note_of_5000_characters_is_printed_completely(edition: Edition, tmp_path: Path) -> None:
    note = "".join(f"第{number}句：门口的读卡器坏了，䶮先生绕行。" for number in range(260))[:5000]
    text = text_of(pdf(shop(D2=Answer(value="no", note=note)), edition), tmp_path)
    furniture = ("下页续", "（续）", "(continued)", "continuedoverleaf")
    for part in [note[start : start + 12] for start in range(0, 5000, 400)]:
        assert any("".join(part.split()) in text.replace(word, "") for word in furniture)


def test_a_name_of_300_characters_is_printed_completely(tmp_path: Path) -> None:
    name = ("龙" + RARE + "长名字") * 37 + "完"
    answers = shop().model_copy(update={"business": NAMES.model_copy(update={"name": name[:300]})})
    assert name[:40] in text_of(pdf(answers, "zh"), tmp_path)


def test_300_findings_and_200_pieces_of_evidence_are_printed_completely(tmp_path: Path) -> None:
    pack = load_pack()
    uses = (("resident_gate", "payment", "staff", "hotel", "lockers", "visitors") * 2)[:10]
    answers = answer_everything(pack, orderly(pack, *uses, S6="public_other"), "no")
    seen = [
        Evidence(file=f"照片{n:03}.jpg", sha256=f"{n:064x}", on=answers.on, by="李倩") for n in range(200)
    ]
    answers = answers.model_copy(
        update={"site": answers.site | {"places.private_space": Answer(value="yes", evidence=tuple(seen))}}
    )
    assert len([f for f in assess(pack, answers).findings if f.is_open]) >= 300
    text = text_of(pdf(answers, "zh"), tmp_path)
    assert [item.file for item in seen if f"{item.sha256}" not in text or item.file not in text] == []


def test_the_same_report_has_the_same_bytes() -> None:
    assert pdf(shop(D2="no"), "both") == pdf(shop(D2="no"), "both")


def test_law_is_quoted_exactly_and_named(tmp_path: Path) -> None:
    text = text_of(pdf(shop(D2="no"), "zh"), tmp_path)
    assert "应当提供其他合理、便捷的方式。" in text
    assert "《人脸识别技术应用安全管理办法》第十条第一款" in text


def test_no_result_is_called_compliant(tmp_path: Path) -> None:
    for answers in (shop(), shop(D2="no"), shop(B1="unknown")):
        text = text_of(pdf(answers, "both"), tmp_path).replace("合规审计", "")
        for word in ("不合规", "合规认证", "compliant", "certified"):
            assert word not in text, word


def test_drafts_and_samples_say_so_and_have_nothing_to_sign(tmp_path: Path) -> None:
    sample = shop().model_copy(update={"sample": True})
    draft = pdf(shop(), "zh", draft=True)
    for data, word in ((draft, "草稿，不得签署"), (pdf(sample, "zh"), "样例，不得签署")):
        assert word in text_of(data, tmp_path)
        assert fields_to_sign(data) == []
    assert fields_to_sign(pdf(shop(), "zh")) == ["Owner", "Consultant", "Approval1", "Approval2"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_an_empty_assessment_still_makes_a_draft(edition: Edition) -> None:
    assert pdf(Answers(on=dt.date(2026, 11, 20)), edition).startswith(b"%PDF-")


def test_outcomes_without_a_grade_have_a_report_of_their_own(tmp_path: Path) -> None:
    pack = load_pack()
    no_face = site(pack, {"S1": "no", "S1b": "none"}, "other")
    text = text_of(pdf(no_face, "zh"), tmp_path)
    outcome = next(outcome for outcome in pack.outcomes if outcome.id == "no_face")
    assert "".join(outcome.title.zh.split()) in text
    research = site(pack, {**ORDERLY, "S2": "only"}, "other")
    assert pdf(research, "both").startswith(b"%PDF-")


def test_what_does_not_bind_research_is_not_named_as_its_law(tmp_path: Path) -> None:
    research = site(load_pack(), {**ORDERLY, "S2": "only"}, "other")
    text = text_of(pdf(research, "zh"), tmp_path)
    assert "《中华人民共和国个人信息保护法》（2021年11月1日起施行）" in text
    assert "个保法第五十六条第二款" in text
    assert "办法第九条第二款" not in text
    assert "办法第十五条" not in text


def test_three_years_are_counted_to_the_very_day(tmp_path: Path) -> None:
    last = shop().model_copy(update={"on": dt.date(2026, 11, 30)})
    assert "2029年11月30日" in text_of(pdf(last, "zh"), tmp_path)


@pytest.mark.skipif(bool(verapdf.hindrance()), reason=verapdf.hindrance() or "veraPDF is here")
def test_every_edition_passes_verapdf(tmp_path: Path) -> None:
    files = []
    for edition in EDITIONS:
        file = tmp_path / f"{edition}.pdf"
        file.write_bytes(pdf(shop(D2="no", H3="no", B2="unknown", G1="partly"), edition))
        files.append(file)
    draft = tmp_path / "draft.pdf"
    draft.write_bytes(pdf(shop(), "both", draft=True))
    assert verapdf.faults([*files, draft]) == []


def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf(shop(D2="no"), "both"))
    assert subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=False).returncode == 0
