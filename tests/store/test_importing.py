"""Answers brought in from a file: complete, or refused at their place with what to do."""

import datetime as dt
import io
import json
from pathlib import Path

import pytest
from PIL import Image

from facewise.assessment.answers import Answers
from facewise.content.canonical import sha256
from facewise.content.mistakes import ContentError
from facewise.content.pack import Pack
from facewise.content.packs import load_pack
from facewise.errors import FacewiseError, NoSuchFileError
from facewise.i18n import tell
from facewise.store.evidence import LARGEST, keep_evidence
from facewise.store.importing import import_bytes, import_file
from facewise.store.reading import UnreadableFileError

TODAY = dt.date(2026, 11, 22)
GOOD = """format: 1
on: 2026-11-20
business: {name: ' 样例商店 ', credit_code: 91350100m000100y43, phone: 0571-0000 0000}
site:
  S1: yes
  scoping.persons: {value: '120,000', date: 2026-05-06}
uses:
  - id: till
    kind: payment
    name: 收银台
    ways: [cash, qr]
    answers:
      D2: {value: partly, note: "一\\n二", private_note: 内部, flags: [come_back],
           evidence: [{note: 门卫室登记簿, on: 2026-11-18, by: 李倩}]}
      B4: {value: na, reason: 没有变过}
      F6: unknown
      C1: {note: 还没有定}
actions:
  - {question: D2, use: till, who: 李倩, due: 2026-12-01}
  - {question: K1, who: 陈志远}
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def brought_in(text: str, file: str = "answers.yaml") -> Answers:
    return import_bytes(load_pack(), text.encode(), file, TODAY)[0]


def refusal(text: str, file: str = "answers.yaml") -> str:
    with pytest.raises(FacewiseError) as error:
        brought_in(text, file)
    assert tell(error.value, "zh")
    return tell(error.value, "en")


def use(answers: str) -> str:
    return f"format: 1\nuses:\n  - id: till\n    kind: payment\n    answers:\n      {answers}\n"


def test_a_whole_file_comes_in(pack: Pack) -> None:
    answers = brought_in(GOOD)
    assert answers.on == dt.date(2026, 11, 20)
    assert answers.business.name == "样例商店"
    assert answers.business.credit_code == "91350100M000100Y43"
    persons = answers.get("scoping.persons")
    assert (persons.value, persons.date, persons.origin) == (120_000, dt.date(2026, 5, 6), "imported")
    partly = answers.get("alternatives.convenient", "till")
    assert (partly.value, partly.note, partly.private_note) == ("partly", "一\n二", "内部")
    assert (partly.flags, partly.evidence[0].by, partly.evidence[0].id) == (("come_back",), "李倩", "e1")
    assert partly.content_version == pack.version
    assert answers.get("consent.separate", "till").value is None
    assert answers.uses[0].ways == ("cash", "qr")
    assert [(action.question, action.use) for action in answers.actions] == [
        ("alternatives.convenient", "till"),
        ("filing.count", None),
    ]


def test_json_says_the_same_as_yaml() -> None:
    plain = {
        "format": 1,
        "on": "2026-11-20",
        "site": {"S1": "yes", "S11": {"value": 800}},
        "uses": [{"id": "till", "kind": "payment", "answers": {"D2": "partly"}}],
    }
    yaml = "format: 1\non: 2026-11-20\nsite: {S1: yes, S11: 800}\n" + use("D2: partly").partition("\n")[2]
    assert brought_in(json.dumps(plain), "a.JSON") == brought_in(yaml)


def test_a_file_without_a_day_is_of_today() -> None:
    assert brought_in("format: 1").on == TODAY


def test_every_question_can_be_named_by_code_and_by_id(pack: Pack) -> None:
    for question in pack.questions:
        if question.code == "S4":
            continue
        value = next(iter(question.values()), "1") if question.kind != "number" else "1"
        reason = ", reason: x" if value == "na" else ""
        for name in (question.code, question.id):
            line = f"{{{name}: {{value: '{value}'{reason}}}}}"
            text = (
                f"format: 1\nsite: {line}"
                if question.scope == "site"
                else use("x: y").replace("x: y", line[1:-1])
            )
            assert brought_in(text).on == TODAY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("format: 2", "format"),
        ("format: 1\nstray: 1", "stray"),
        ("format: 1\nsite:\n  S1: yes\n  S1: no", "S1"),
        ("format: 1\nsite:\n  S1: yes\n  scoping.recognises: no", "stands twice"),
        ("format: 1\nsite:\n  X9: yes", "line 3"),
        ("format: 1\nsite:\n  X9: yes", "no question site.X9"),
        ("format: 1\nsite:\n  D2: yes", "D2 is asked for each use"),
        (use("H1: yes"), "H1 is asked once for the site"),
        (use("S4: payment"), "the use's 'kind'"),
        ("format: 1\nsite: {S1: true}", "true or false"),
        ("format: 1\nsite: {S1: maybe}", "yes, no, unsure, not 'maybe'"),
        ("format: 1\nsite: {S1: [yes, no]}", "one answer"),
        ("format: 1\nsite: {S11: [1, 2]}", "one answer"),
        ("format: 1\nsite: {S11: 1.5}", "whole number"),
        ("format: 1\nsite: {S11: -1}", "whole number"),
        ("format: 1\nsite: {S11: '１２'}", "whole number"),
        ("format: 1\nsite: {S11: '1,2'}", "whole number"),
        ("format: 1\nsite: {S11: 99999999999}", "2000000000"),
        ("format: 1\nsite: {S11: {value: 1, date: 2026-02-30}}", "a day written like"),
        ("format: 1\non: 20261120", "a day written like"),
        ("format: 1\non: 2026-13-01", "a day written like"),
        (use("B4: na"), "write the reason"),
        (use("D2: na"), "D2 takes"),
        (use("A3: partly"), "A3 takes yes, no, unknown, not 'partly'"),
        (use("D2: {value: yes, flags: [later]}"), "come_back"),
        (use("D2: {value: yes, colour: red}"), "colour"),
        (use("D2: {value: yes, evidence: [{note: x, stray: y}]}"), "stray"),
        (use("D2: [yes]\n      D2: [no]"), "stands twice"),
        ("format: 1\nuses: [{id: a, kind: car}]", "resident_gate"),
        ("format: 1\nuses: [{id: A B, kind: payment}]", "id"),
        ("format: 1\nuses: [{id: a, kind: payment}, {id: a, kind: staff}]", "a stands twice"),
        ("format: 1\nuses: [{id: a, kind: payment, ways: [card, horse]}]", "'horse'"),
        ("format: 1\nuses: till", "list"),
        ("format: 1\nsite: yes", "group of fields"),
        ("format: 1\nbusiness: {credit_code: 91350100M000100Y44}", "91350100M000100Y44"),
        ("format: 1\nbusiness: {name: [a]}", "one piece of text"),
        ("format: 1\nbusiness: {name: ''}\nactions: [{question: X}]", "no question"),
        ("format: 1\nactions: [{question: D2}]", "asked for each use"),
        ("format: 1\nactions: [{question: D2, use: till}]", "asked for each use"),
        ("a: *x", "anchors"),
        ("{", "cannot be read"),
        ("format: 1\nsite: {S1: }", "empty"),
        ("format: 1\nbusiness: {name: '" + "名" * 501 + "'}", "501 characters"),
        (use("D2: {value: yes, note: '" + "长" * 10_001 + "'}"), "10001 characters"),
        ('format: 1\nbusiness: {name: "a\\u202Eb"}', "U+202E"),
        ('format: 1\nbusiness: {name: "a\\0b"}', "U+0000"),
        ('format: 1\nbusiness: {name: "葛\\U000E0100"}', "U+E0100"),
        ('format: 1\nuses: [{id: a, kind: payment, name: "\\u200B"}]', "U+200B"),
        (use('D2: {value: yes, note: "a\\eb"}'), "U+001B"),
        (use('B4: {value: na, reason: "\\u2066"}'), "U+2066"),
        (use('D2: {value: yes, evidence: [{note: "\\uFEFFx"}]}'), "U+FEFF"),
        ("# " + "x" * 1_100_000, "1024 KB"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_at_its_place(text: str, said: str) -> None:
    assert said in refusal(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"format": 1, "site": {"S1": true}}', "the field site.S1 is true or false"),
        (
            '{"format": 1, "uses": [{"id": "a", "kind": "payment", "answers": {"D2": {"value": false}}}]}',
            "D2",
        ),
        ("true", "true or false"),
        ('{"format": 1, "site": {"S1": "yes", "S1": "no"}}', "S1 stands twice"),
        ('{"format": 1,\n"site": {\n"S1": "maybe"}}', "line 3"),
        ('{"format": 1, "\\/": "\\/", "site": {}}', "line 1"),
        ('{"format": 1,\n}', "line 2"),
        ('{"format": 1, "site": {"S1": null}}', "group of fields"),
        ('{"format": 1, "business": {"name": "\\ud800"}}', "U+D800"),
        ("[" * 100_000, "cannot be read"),
        ("[]", "group of fields"),
        ('{"x": "' + "x" * 1_100_000 + '"}', "1024 KB"),
    ],
)
def test_json_is_refused_at_its_place(text: str, said: str) -> None:
    assert said in refusal(text, "a.json")


def test_text_that_is_not_utf8_is_refused(pack: Pack) -> None:
    for file in ("a.yaml", "a.json"):
        with pytest.raises(ContentError):
            import_bytes(pack, "format: 1\n# 中文".encode("gbk"), file, TODAY)


@pytest.mark.parametrize(
    "name", ["䶮㛃𬭎𰻝", "名" * 300, "Łódź Café Ωмега", "刷脸🙂", "（株）カード", "a  b", "'\"&<>\\"]
)
def test_unusual_names_come_in_whole(name: str) -> None:
    text = json.dumps({"format": 1, "business": {"name": name}}, ensure_ascii=False)
    assert brought_in(text, "a.json").business.name == name


def test_notes_of_five_thousand_characters_come_in_whole() -> None:
    told = "一二三四五六七八九十" * 499 + "\n" + "末行尾字" * 2
    text = {"format": 1, "site": {"H1": {"value": "yes", "note": told}}}
    note = brought_in(json.dumps(text), "a.json").get("places.private_space").note
    assert note == told


def test_spaces_and_line_ends_are_tidied() -> None:
    text = json.dumps({"format": 1, "business": {"name": "\u00a0样例\u2003商店\r\n\t一店　"}})
    assert brought_in(text, "a.json").business.name == "样例 商店 一店"


def photograph(path: Path, form: str = "JPEG") -> bytes:
    made, told = io.BytesIO(), Image.Exif()
    told[0x8825] = {1: "N", 2: (30.0, 15.0, 0.0)}
    told[0x0112] = 6
    Image.new("RGB", (40, 20), "white").save(made, form, exif=told)
    path.write_bytes(made.getvalue())
    return made.getvalue()


def test_evidence_beside_the_file_is_kept_without_place_and_camera(pack: Pack, tmp_path: Path) -> None:
    taken = photograph(tmp_path / "north.jpg")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "list.pdf").write_bytes(b"%PDF-1.7")
    file = tmp_path / "a.yaml"
    file.write_text(use("D2: {value: yes, evidence: [{file: north.jpg}, {file: papers/list.pdf}]}"), "utf-8")
    answers, kept = import_file(pack, file, TODAY)
    photo, paper = answers.get("alternatives.convenient", "till").evidence
    assert (photo.file, paper.file, paper.id) == ("north.jpg", "list.pdf", "e2")
    assert all(sha256(data) == name for name, data in kept.items())
    assert kept[paper.sha256] == b"%PDF-1.7"
    assert kept[photo.sha256] != taken
    with Image.open(io.BytesIO(kept[photo.sha256])) as picture:
        assert picture.size == (20, 40)
        assert not picture.getexif()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.jpg", "There is no file"),
        ("../a.txt", "does not lie beside"),
        ("/etc/passwd", "does not lie beside"),
        ("fake.jpg", "cannot be read as a picture"),
        ("cut.png", "cannot be read as a picture"),
    ],
)
def test_evidence_that_cannot_be_kept_is_refused(pack: Pack, tmp_path: Path, name: str, said: str) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "a.txt").write_text("secret", "utf-8")
    (folder / "fake.jpg").write_text("no picture", "utf-8")
    (folder / "cut.png").write_bytes(photograph(folder / "whole.png", "PNG")[:60])
    file = folder / "a.yaml"
    file.write_text(use(f"D2: {{value: yes, evidence: [{{file: {name}}}]}}"), "utf-8")
    with pytest.raises(ContentError) as error:
        import_file(pack, file, TODAY)
    assert said in tell(error.value, "en")
    assert "line 6" in tell(error.value, "en")


def test_evidence_is_limited(tmp_path: Path) -> None:
    large, wide = tmp_path / "large.bin", tmp_path / "wide.png"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    Image.new("1", (10_000, 8_001)).save(wide)
    for path in (large, wide):
        with pytest.raises(FacewiseError):
            keep_evidence(path)


def test_a_missing_file_and_a_folder_are_named(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(NoSuchFileError):
        import_file(pack, tmp_path / "none.yaml", TODAY)
    with pytest.raises(UnreadableFileError):
        import_file(pack, tmp_path, TODAY)
