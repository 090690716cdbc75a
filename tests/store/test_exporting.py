"""Other forms of a result: what each is called, what is withheld, and answers that come back unchanged."""

import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar
from PIL import Image
from tests.assessment.sites import ON, any_answers
from tests.paper.documents.premises import BUSINESS, MADE, premises
from tests.signing.papers import person

from facewise import data
from facewise.assessment.answers import Action, Answer, Answers, Evidence
from facewise.assessment.assess import assess
from facewise.assessment.exported import exported
from facewise.assessment.written import written
from facewise.content.packs import load_pack, pack_bytes
from facewise.paper.documents.kinds import Withheld
from facewise.paper.documents.model import Paper
from facewise.store.evidence import keep_evidence
from facewise.store.exporting import (
    EDITED,
    FORMATS,
    Exported,
    NoSuchPaperError,
    Source,
    answers_json,
    calendar,
    evidence_files,
    export,
    papers_to_edit,
    spreadsheet,
    web_page,
)
from facewise.store.importing import import_bytes, import_file
from facewise.store.log import happened
from facewise.store.samples import NAMES, load_sample
from facewise.store.signed import sign_site
from facewise.store.site_file import SiteFile

PACK = load_pack()
SCHEMA = json.loads((data.folder("resources") / "schemas" / "answers.schema.json").read_text("utf-8"))
SECRET = "老板不同意"


def source(answers: Answers, **kept: bytes) -> Source:
    site = SiteFile(answers, pack_bytes(), evidence=kept)
    return Source(PACK, site, assess(PACK, answers), MADE)


def result(answers: Answers) -> dict[str, object]:
    return exported(PACK, "", assess(PACK, answers))


def told(answers: Answers) -> object:
    """What people said, without how and when it came into the file; a file that is not kept is a note."""
    uses = tuple(use.model_copy(update={"answers": _told(use.answers)}) for use in answers.uses)
    return answers.model_copy(update={"site": _told(answers.site), "uses": uses, "sample": False})


def _told(kept: dict[str, Answer]) -> dict[str, Answer]:
    return {
        name: Answer(
            **answer.model_dump(include={"value", "reason", "note", "private_note", "date", "flags"}),
            evidence=tuple(
                Evidence(note=" ".join(filter(None, (one.file, one.note))), on=one.on, by=one.by)
                for one in answer.evidence
            ),
        )
        for name, answer in kept.items()
    }


def test_every_form_has_its_files() -> None:
    names = {}
    for form in FORMATS:
        made = export(source(premises()), form, "both")
        assert all(isinstance(one, Exported) and one.data for one in made)
        names[form] = [one.name for one in made if isinstance(one, Exported)]
    assert names.pop("docx")[:2] == ["notice-gate-zh-en.docx", "consent-gate-zh-en.docx"]
    assert names == {
        "xlsx": ["facewise-滨江花园-findings-zh-en.xlsx"],
        "csv": ["facewise-滨江花园-findings-zh-en.csv"],
        "ics": ["facewise-滨江花园-calendar-zh-en.ics"],
        "html": ["facewise-滨江花园-notice.html"],
        "json": ["facewise-滨江花园-result.json"],
        "answers": ["facewise-滨江花园-answers.json"],
    }


def test_nothing_answered_has_forms_too() -> None:
    empty = source(Answers(on=ON))
    for form in FORMATS:
        made = export(empty, form, "zh")
        assert made
        assert all(isinstance(one, Withheld) for one in made) == (form == "html")


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_has_every_form(name: str) -> None:
    site = load_sample(name)
    kept = Source(PACK, site, assess(PACK, site.answers), MADE)
    assert all(export(kept, form, "en") for form in FORMATS)


def test_papers_to_edit_are_those_of_the_issue_unless_others_are_asked_for() -> None:
    found = papers_to_edit(source(premises()))
    assert {one.id for one in found} == set(EDITED)
    (one,) = papers_to_edit(source(premises()), ("vendor-card",))
    assert isinstance(one, Paper)
    with pytest.raises(NoSuchPaperError, match="notice-large"):
        papers_to_edit(source(premises()), ("notices",))


def test_where_no_notice_is_made_the_page_says_why() -> None:
    found = web_page(source(premises(S6="private")), "zh")
    assert isinstance(found, tuple)
    assert found[0].reason.en


@pytest.mark.parametrize("name", NAMES)
def test_answers_come_back_unchanged(name: str) -> None:
    answers = load_sample(name).answers
    back, _ = import_bytes(
        PACK, answers_json(source(answers), private=True).data, "answers.json", dt.date.min
    )
    assert told(back) == told(answers)
    assert result(back) == result(answers)
    assert back.sample


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(answers=any_answers(PACK))
def test_any_answers_give_the_same_result_after_export_and_import(answers: Answers) -> None:
    exported_so = answers_json(source(answers)).data
    jsonschema.validate(json.loads(exported_so), SCHEMA)
    back, _ = import_bytes(PACK, exported_so, "answers.json", dt.date.min)
    assert result(back) == result(answers)


def test_everything_that_can_be_said_comes_back() -> None:
    item = Evidence(id="e1", note="门卫室登记簿", on=ON, by="李倩")
    answer = Answer(
        value="partly", note="第一行\n第二行", private_note=SECRET, flags=("come_back",), evidence=(item,)
    )
    answers = premises(
        D1=answer, C4=Answer(value="na", reason="还没有人撤回"), I2=Answer(flags=("ask_vendor",))
    )
    question = PACK.question("D1")
    assert question
    action = Action(question=question.id, use="gate", who="周敏", due=ON, done=ON)
    answers = answers.model_copy(update={"actions": (action,)})
    data_with = answers_json(source(answers), private=True).data
    back, _ = import_bytes(PACK, data_with, "answers.json", dt.date.min)
    assert told(back) == told(answers)
    without, _ = import_bytes(PACK, answers_json(source(answers)).data, "answers.json", dt.date.min)
    assert without.get(question.id, "gate").private_note == ""
    assert result(without) == result(answers)


def test_private_notes_are_in_no_form_unless_asked_for() -> None:
    kept = source(premises(D1=Answer(value="no", note="门卫室", private_note=SECRET)))
    for form in ("csv", "ics", "html", "json", "answers"):
        made = export(kept, form, "zh")
        assert not [one for one in made if isinstance(one, Exported) and SECRET.encode() in one.data]
    (asked, *_) = export(kept, "answers", "zh", private=True)
    assert isinstance(asked, Exported)
    assert SECRET.encode() in asked.data


def test_what_no_rule_reads_is_left_out() -> None:
    answers = premises(C4=Answer(value="na"))
    answers = answers.put("gone.question", None, Answer(value="yes"))
    gone = (Action(question="gone.question"), Action(question="alternatives.real", use="nowhere"))
    plain = written(PACK, answers.model_copy(update={"actions": gone}), {})
    assert "actions" not in plain
    assert "gone.question" not in plain["site"]
    assert result(answers) == result(import_bytes(PACK, json.dumps(plain).encode(), "a.json", ON)[0])


def test_evidence_lies_beside_the_answers_and_comes_back_as_it_was(tmp_path: Path) -> None:
    photo = io.BytesIO()
    Image.effect_noise((64, 48), 60).convert("RGB").save(photo, "JPEG", quality=92)
    (tmp_path / "north.jpg").write_bytes(photo.getvalue())
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.7")
    kept = dict(keep_evidence(tmp_path / name) for name in ("north.jpg", "plan.pdf"))
    names = ("north.jpg", "../a:b.pdf")
    items = tuple(Evidence(file=name, sha256=digest) for name, digest in zip(names, kept, strict=True))
    lost = Evidence(id="e3", file="lost.jpg", sha256="0" * 64, note="柜子里")
    answers = premises(D1=Answer(value="yes", evidence=(*items, lost)))
    away = tmp_path / "away"
    for one in (answers_json(source(answers, **kept)), *evidence_files(source(answers, **kept))):
        file = away / one.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(one.data)
    back, found = import_file(PACK, next(away.glob("*.json")), ON)
    assert found == kept
    question = PACK.question("D1")
    assert question
    came = back.get(question.id, "gate").evidence
    assert [one.sha256 for one in came] == [*kept, ""]
    assert (came[0].file, came[1].file, came[2].note) == ("north.jpg", "-a-b.pdf", "lost.jpg 柜子里")
    assert result(back) == result(answers)


def test_a_calendar_keeps_its_uids_as_long_as_the_file_lives() -> None:
    def uids(site: SiteFile) -> set[str]:
        made = calendar(Source(PACK, site, assess(PACK, site.answers), MADE), "zh")
        return {str(event["uid"]) for event in Calendar.from_ical(made.data).walk("VEVENT")}

    first = SiteFile(premises(I2="no"), pack_bytes()).noting(happened(MADE, "created"))
    renamed = first.answers.model_copy(update={"business": BUSINESS.model_copy(update={"name": "新名字"})})
    later = replace(first, answers=renamed).noting(happened(MADE, "answered", "1"))
    assert uids(first) == uids(later)
    assert uids(first).isdisjoint(uids(SiteFile(premises(I2="no"), pack_bytes())))


def test_signed_versions_are_in_calendar_and_plan() -> None:
    site = load_sample("gate")
    real = replace(site, answers=site.answers.model_copy(update={"sample": False}))
    report = Source(PACK, real, assess(PACK, real.answers), MADE).report
    signed, _ = sign_site(real, report, "zh", person("李倩"), MADE)
    kept = Source(PACK, signed, assess(PACK, signed.answers), MADE)
    until = dt.date(2029, 11, 20)
    assert [(one.number, one.until) for one in kept.kept] == [(1, until)]
    assert b"20291120" in calendar(kept, "zh").data
    plan = openpyxl.load_workbook(io.BytesIO(spreadsheet(kept, "zh").data)).worksheets[1]
    assert dt.datetime.combine(until, dt.time()) in [cell.value for cell in plan["A"]]
