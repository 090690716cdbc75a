import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract as babel_extract
from tests.content.small_pack import SmallPack

from facewise import data
from facewise.content import packs
from facewise.content.blank import answers_template
from facewise.content.compile import UnknownSetError, compile_sources
from facewise.content.conditions import leaves
from facewise.content.english import read_english
from facewise.content.law import load_law
from facewise.content.pack import Pack, Severity
from facewise.content.reading import read_yaml
from facewise.content.sources import read_sources
from facewise.i18n import Text


@pytest.fixture
def shipped() -> Pack:
    return packs.load_pack()


def test_the_shipped_pack_has_all_questions(shipped: Pack) -> None:
    assert sum(question.scored for question in shipped.questions) == 75
    assert sum(not question.scored for question in shipped.questions) == 17
    assert [section.code for section in shipped.sections] == list("SABCDEFGHIJKL")


def test_twenty_one_questions_can_be_a_red_line_and_are_asked_first(shipped: Pack) -> None:
    red = {question.id for question in shipped.questions if question.can_be_red}
    assert len(red) == 21
    assert red < set(shipped.red_line_pass)


def test_a_compiled_pack_names_questions_by_id(shipped: Pack) -> None:
    ids = {question.id for question in shipped.questions}
    named = {leaf.q for question in shipped.questions for leaf in leaves(question.applies_if)}
    named |= {leaf.q for note in shipped.notes for leaf in leaves(note.if_)}
    named |= {name for outcome in shipped.outcomes for name in outcome.asks}
    named |= {name for start in shipped.start_packs for name in start.site}
    assert named <= ids


def test_a_pack_carries_the_law_that_it_cites(shipped: Pack) -> None:
    law = load_law()
    cited = {cite for question in shipped.questions for cite in question.cites}
    assert cited <= set(shipped.law)
    assert shipped.law["frt.10.1"].reference == law.reference("frt.10.1")
    quotation = law.quotation("frt.10.1")
    assert quotation
    assert shipped.law["frt.10.1"].text == quotation.text
    assert not shipped.law["frt.10.1"].abridged


def test_canonical_json_is_the_pack_and_its_hash_that_of_the_bytes(shipped: Pack) -> None:
    content = packs.pack_bytes()
    assert packs.pack_from_bytes(content) == shipped
    assert packs.canonical(shipped) == content
    assert packs.pack_hash() == hashlib.sha256(content).hexdigest()
    assert b": " not in content[:50]


def test_compiling_afresh_gives_the_same_bytes() -> None:
    assert packs.compile_pack() == packs.pack_bytes()


def test_an_installed_pack_is_read_from_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other.json").write_bytes(packs.pack_bytes())
    monkeypatch.setattr(data, "folder", lambda _: tmp_path)
    assert packs.pack_bytes("other") == packs.pack_bytes()


def test_a_checkout_compiles_a_pack_of_its_folder(
    small: SmallPack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(data, "folder", lambda _: tmp_path)
    shutil.copytree(data_law, tmp_path / "law")
    assert packs.load_pack("small").title == Text("小问卷", "EN 小问卷")


data_law = data.folder("questionnaires") / "law"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b'{"id": "x"}',
        b"\xff\xfe",
        b" " * (packs.LIMIT + 1),
        b'{"a":' * 5000 + b"1" + b"}" * 5000,
    ],
)
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(packs.NotAPackError):
        packs.pack_from_bytes(content)


def changed(path: list[str | int], value: object) -> bytes:
    content = json.loads(packs.pack_bytes())
    node = content
    for step in path[:-1]:
        node = node[step]
    node[path[-1]] = value
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["sections", 1, "questions", 0, "id"], "scoping.recognises"),
        (["sections", 1, "questions", 0, "code"], "S1"),
        (["sections", 1, "questions", 0, "applies_if"], {"q": "nowhere", "is": "yes"}),
        (["sections", 1, "questions", 0, "extra"], "x"),
        (["sections", 1, "questions", 0, "cites"], ["frt.99"]),
        (["red_line_pass"], ["nothing"]),
        (["outcomes", 0, "asks"], ["nothing"]),
        (["grades", "in_progress", "text"], {"zh": "{left.__class__}", "en": "{left}"}),
        (["grades", "A", "text"], {"zh": "{", "en": "{"}),
    ],
)
def test_a_pack_that_would_trip_the_program_is_refused(path: list[str | int], value: object) -> None:
    with pytest.raises(packs.NotAPackError):
        packs.pack_from_bytes(changed(path, value))


def test_a_question_is_found_by_id_and_by_short_code(shipped: Pack) -> None:
    assert shipped.question("D1") == shipped.question("alternatives.real")
    assert shipped.question("D99") is None


def test_sections_and_notes_are_found_by_id(shipped: Pack) -> None:
    assert shipped.section("alternatives").code == "D"
    assert shipped.note("till").cites
    with pytest.raises(KeyError):
        shipped.section("nowhere")
    with pytest.raises(KeyError):
        shipped.note("nowhere")


def test_the_answers_that_may_be_chosen(shipped: Pack) -> None:
    def values(code: str) -> tuple[str, ...]:
        question = shipped.question(code)
        assert question
        return question.values()

    assert values("D1") == ("yes", "partly", "no", "unknown")
    assert values("B4") == ("yes", "partly", "no", "unknown", "na")
    assert "partly" not in values("H1")
    assert values("S1") == ("yes", "no", "unsure")
    assert values("S11") == ("unknown",)


def test_classes_are_ordered_from_grave_to_light() -> None:
    assert list(Severity) == ["red", "breach", "amber", "weak", "best", "none"]


def test_english_of_another_chinese_text_is_not_shown(small: SmallPack) -> None:
    small.change("A.yaml", "告诉了吗？", "真的告诉了吗？")
    pack = compile_sources(read_sources(small.folder), load_law())
    question, other = pack.question("A1"), pack.question("A2")
    assert question
    assert other
    assert question.text == Text("真的告诉了吗？", "真的告诉了吗？")
    assert other.text == Text("变了告诉吗？", "EN 变了告诉吗？")


def test_named_conditions_are_spelled_out(small: SmallPack) -> None:
    pack = compile_sources(read_sources(small.folder), load_law())
    assert [leaf.q for leaf in leaves(pack.note("big").if_)] == ["scoping.kind", "scoping.persons"]


def test_a_named_condition_that_is_not_there_stops_the_compiler(small: SmallPack) -> None:
    small.change("pack.yaml", "if: {set: BIG}", "if: {set: HUGE}")
    with pytest.raises(UnknownSetError):
        compile_sources(read_sources(small.folder), load_law())


def test_without_a_catalogue_there_is_no_english(tmp_path: Path) -> None:
    assert read_english(tmp_path / "none.po").translations == {}


def test_gettext_tools_find_every_text_with_its_context(small: SmallPack) -> None:
    method = "facewise.content.extraction:extract"
    with (small.folder / "A.yaml").open("rb") as file:
        found = list(babel_extract(method, file, keywords={"pgettext": ((1, "c"), 2)}))
    contexts = {context: (line, message) for line, message, _, context in found}
    assert contexts["first.notice.look.2"] == (13, "看屏幕。")
    assert contexts["first.title"] == (3, "第一节")
    assert contexts["first.desk.severity_when.1.note"][1] == "人多更要有人。"
    assert contexts["first.change.answers.no"][1] == "不告诉。"


def test_the_list_of_published_names_holds_no_texts(small: SmallPack) -> None:
    with (small.folder / "released.yaml").open("rb") as file:
        assert list(babel_extract("facewise.content.extraction:extract", file)) == []


@pytest.mark.parametrize("kind", ["payment", "resident_gate", "staff"])
@pytest.mark.parametrize("edition", ["zh", "en", "both"])
def test_an_answers_template_is_yaml_with_the_questions_of_its_kind(
    shipped: Pack, kind: str, edition: str
) -> None:
    written = answers_template(shipped, kind, edition, date(2026, 11, 22))  # type: ignore[arg-type]
    content = read_yaml(written, "answers.yaml").content
    assert isinstance(content, dict)
    assert content["on"] == "2026-11-22"
    assert isinstance(content["site"], dict)
    assert content["site"]["S1"] == "yes"
    assert ("# J5: " in written) is (kind == "payment")
    assert ("# L7: " in written) is (kind == "staff")
    assert "S4:" not in written
    assert "{{" not in written
    assert ("有没有设备" in written) is (edition != "en")
