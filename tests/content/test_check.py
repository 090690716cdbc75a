import pytest
from tests.content.small_pack import Break, SmallPack

from facewise import data
from facewise.content import faults, mistakes
from facewise.content.check import check
from facewise.content.compile import UnknownSetError
from facewise.content.mistakes import ContentError
from facewise.content.sound import named_fields
from facewise.content.sources import NoSuchPartError
from facewise.i18n import tell

BROKEN: list[tuple[str, str, str, str, type[ContentError], str, str]] = [
    ("unknown question in a condition", "A.yaml", "{q: A1, is_not: no}", "{q: A7, is_not: no}",
     faults.UnknownQuestionError, "first.change", "applies_if"),
    ("unknown question among those asked without a grade", "pack.yaml", "[S11, A2]", "[S11, A7]",
     faults.UnknownQuestionError, "no_face", "asks.2"),
    ("unknown question in the red-line pass", "pack.yaml", "[A1, A3]", "[A1, A3, A8]",
     faults.UnknownQuestionError, "small", "red_line_pass.3"),
    ("unknown question on a document", "pack.yaml", "report: [S20]", "report: [S21, S99]",
     faults.UnknownQuestionError, "small", "prints.report.2"),
    ("unknown question in a start pack", "pack.yaml", "{S1: yes}", "{S9: yes}",
     faults.UnknownQuestionError, "shop", "site"),
    ("question of a use among those of the site", "pack.yaml", "{S1: yes}", "{S5: one}",
     faults.UnknownQuestionError, "shop", "site"),
    ("unknown choice in a condition", "A.yaml", "{q: S5, is: many}", "{q: S5, is: some}",
     faults.UnknownChoiceError, "first.desk", "severity_when.1.if"),
    ("unknown choice in a start pack", "pack.yaml", "{S5: one}", "{S5: some}",
     faults.UnknownChoiceError, "till", "answers"),
    ("unknown kind of use", "pack.yaml", "kind: till, name", "kind: shop, name",
     faults.UnknownChoiceError, "till", "kind"),
    ("unknown article of a question", "A.yaml", "[frt.5.2]", "[frt.5.2, frt.99]",
     faults.UnknownArticleError, "first.change", "cites.2"),
    ("unknown article of a note", "pack.yaml", "[frt.15.1]", "[frt.15.9]",
     faults.UnknownArticleError, "big", "cites.1"),
    ("operator that does not fit several choices", "A.yaml", "{q: S20, has: desk}", "{q: S20, is: desk}",
     faults.WrongOperatorError, "first.desk", "applies_if"),
    ("operator that does not fit a number", "pack.yaml", "{q: S11, at_least: 100}", "{q: S11, is: unknown}",
     faults.WrongOperatorError, "big", "if"),
    ("circle of two questions", "A.yaml", "    look:\n", "    applies_if: {q: A2, is: yes}\n    look:\n",
     faults.CycleError, "first.notice", "applies_if"),
    ("question that reads itself", "A.yaml", "{q: A1, is_not: no}", "{q: A2, is_not: no}",
     faults.CycleError, "first.change", "applies_if"),
    ("forward reference", "A.yaml", "    look:\n", "    applies_if: {q: A3, is: yes}\n    look:\n",
     faults.ForwardError, "first.notice", "applies_if"),
    ("class that depends on a later question", "A.yaml", "    fix: {text: 贴出来。",
     "    severity_when: [{if: {q: A3, is: no}, severity: weak}]\n    fix: {text: 贴出来。",
     faults.ForwardError, "first.notice", "severity_when.1.if"),
    ("condition always true", "A.yaml", "{q: A1, is_not: no}",
     "{any: [{q: A1, is: no}, {q: A1, is_not: no}]}",
     faults.AlwaysTrueError, "first.change", "applies_if"),
    ("condition always false", "A.yaml", "{q: A1, is_not: no}",
     "{all: [{q: S5, is: one}, {q: S5, is: many}]}",
     faults.AlwaysFalseError, "first.change", "applies_if"),
    ("number below and above at once", "pack.yaml", "{q: S11, at_least: 100}",
     "{all: [{q: S11, at_least: 9}, {q: S11, less_than: 9}]}",
     faults.AlwaysFalseError, "big", "if"),
    ("class whose condition never holds while the question is asked", "A.yaml", "    not_applicable:",
     "    severity_when:\n      - {if: {q: A1, is: no}, severity: weak}\n    not_applicable:",
     faults.AlwaysFalseError, "first.change", "severity_when.1.if"),
    ("choices that nothing tells apart", "A.yaml", "{q: S5, is: many}", "{q: S4, is: till}",
     faults.NotToldApartError, "scoping.how", "choices"),
    ("question without article", "A.yaml", "    cites: [frt.5.2]\n", "",
     faults.NoArticleError, "first.change", "cites"),
    ("question without fix", "A.yaml", "    fix: {text: 派人。, effort: weeks}\n", "",
     faults.NoFixError, "first.desk", "fix"),
    ("scale without don't know", "A.yaml", ", unknown: 不清楚。}\n    fix", "}\n    fix",
     faults.NoAnswersError, "first.desk", "answers"),
    ("a single choice", "scoping.yaml", "      - {id: door, text: 门}\n", "",
     faults.NoAnswersError, "scoping.places", "choices"),
    ("red line that may be called not applicable", "A.yaml", "    fix: {text: 贴出来。",
     "    not_applicable: [没有]\n    fix: {text: 贴出来。",
     faults.RedNotApplicableError, "first.notice", "not_applicable"),
    ("red line missing from the red-line pass", "pack.yaml", "[A1, A3]", "[A1]",
     faults.UnlistedError, "small", "red_line_pass"),
    ("id given twice", "A.yaml", "id: first.desk", "id: first.change",
     faults.ReusedIdError, "first.change", "id"),
    ("short code given twice", "A.yaml", "code: A3", "code: A2",
     faults.ReusedIdError, "first.desk", "code"),
    ("choice given twice", "scoping.yaml", "{id: unsure,", "{id: no,",
     faults.ReusedIdError, "no", "id"),
    ("note given twice", "pack.yaml", "id: loose", "id: big",
     faults.ReusedIdError, "big", "id"),
    ("words given twice", "more.yaml", "sign.title", "report.title",
     faults.ReusedIdError, "-", "report.title"),
    ("answer that a scale does not have", "A.yaml", "{yes: 有人。", "{maybe: 也许。, yes: 有人。",
     mistakes.WrongChoiceError, "first.desk", "answers"),
    ("id of a retired question", "A.yaml", "id: first.desk", "id: first.old",
     faults.ReusedIdError, "first.old", "id"),
    ("another question under a published id", "released.yaml", 'code: A1, since: "1"', 'code: A1, since: "0"',
     faults.ReusedIdError, "first.notice", "id"),
    ("short code of another published question", "released.yaml", "code: A9", "code: A3",
     faults.ReusedIdError, "first.desk", "code"),
    ("published question gone without a step", "released.yaml", "of: first.old", "of: first.older",
     faults.GoneError, "-", "ids.first.old"),
    ("published choice gone without a step", "released.yaml", "[till, gate]", "[till, gate, lift]",
     faults.GoneError, "-", "ids.scoping.kind.choices"),
    ("unknown named condition", "pack.yaml", "if: {set: BIG}", "if: {set: HUGE}",
     UnknownSetError, "big", "if.set"),
    ("named condition used above its place", "pack.yaml", "TILL: {q: S4, is: till}", "TILL: {set: BIG}",
     UnknownSetError, "small", "sets.TILL.set"),
    ("two operators", "A.yaml", "{q: A1, is_not: no}", "{q: A1, is_not: no, is: yes}",
     mistakes.OneOperatorError, "first.change", "applies_if"),
    ("misspelt field of a condition", "A.yaml", "{q: A1, is_not: no}", "{q: A1, isnt: no, is: yes}",
     mistakes.UnknownFieldError, "first.change", "applies_if.isnt"),
    ("misspelt field of a question", "A.yaml", "severity: red\n", "severety: red\n    severity: red\n",
     mistakes.UnknownFieldError, "first.notice", "severety"),
    ("unknown severity", "A.yaml", "severity: red\n", "severity: crimson\n",
     mistakes.WrongChoiceError, "first.notice", "severity"),
    ("question without short code", "A.yaml", "    code: A3\n", "",
     mistakes.MissingFieldError, "first.desk", "code"),
    ("section without questions", "A.yaml", "id: first\n", "id: [first]\n",
     mistakes.NotTextError, "-", "id"),
]  # fmt: skip

WORDS = "report.title: 报告\nreport.page: 第 {page} 页，共 {pages} 页"


@pytest.mark.parametrize(
    ("file", "old", "new", "kind", "place", "field"),
    [case[1:] for case in BROKEN],
    ids=[case[0] for case in BROKEN],
)
def test_a_fault_is_named_with_file_question_and_field(
    broken: Break, file: str, old: str, new: str, kind: type[ContentError], place: str, field: str
) -> None:
    found = broken(file, old, new)
    fitting = [fault for fault in found if type(fault) is kind]
    assert fitting, [str(fault) for fault in found]
    assert (place, field) in [(fault.fields["place"], fault.fields["field"]) for fault in fitting]
    assert str(fitting[0].fields["file"]).endswith(".yaml")
    line = fitting[0].fields["line"]
    assert isinstance(line, int)
    assert line >= 1


def test_the_small_pack_is_sound(small: SmallPack) -> None:
    assert small.faults() == []


def test_the_shipped_pack_is_sound() -> None:
    assert [str(fault) for fault in check(data.folder("questionnaires") / "frt")] == []


def test_every_fault_is_told_in_both_languages_with_file_and_remedy() -> None:
    kinds = {*_subclasses(ContentError)}
    for kind in kinds:
        for language in ("zh", "en"):
            sentence = tell(kind(**_Anything()), language)
            assert "<file>" in sentence
        assert tell(kind(**_Anything()), "zh") != tell(kind(**_Anything()), "en"), kind


class _Anything(dict[str, str]):
    """Every field that any sentence names."""

    def __init__(self) -> None:
        names = {name for kind in _subclasses(ContentError) for name in named_fields(kind.sentence) or ()}
        super().__init__({name: f"<{name}>" for name in names})


def _subclasses(kind: type[ContentError]) -> list[type[ContentError]]:
    below = [one for one in kind.__subclasses__() if one.__module__.startswith("facewise.")]
    return [kind, *(deeper for one in below for deeper in _subclasses(one))]


def test_faults_of_all_files_are_told_at_once_in_their_order(small: SmallPack) -> None:
    small.change("A.yaml", "    cites: [frt.5.2]\n", "")
    small.change("A.yaml", "{q: A1, is_not: no}", "{q: A7, is_not: no}")
    small.change("pack.yaml", "[frt.15.1]", "[frt.99]")
    small.change("scoping.yaml", "      - {id: door, text: 门}\n", "")
    small.translate()
    found = small.faults()
    assert [type(fault).__name__ for fault in found] == [
        "NoArticleError",
        "UnknownQuestionError",
        "UnknownArticleError",
        "NoAnswersError",
    ]
    assert [fault.fields["file"] for fault in found] == ["A.yaml", "A.yaml", "pack.yaml", "scoping.yaml"]


def test_every_unreadable_file_is_told(small: SmallPack) -> None:
    small.change("A.yaml", "id: first\n", "id: first\nid: again\n")
    small.change("documents.yaml", "report.title: 报告", "report.title: [")
    assert [type(fault) for fault in small.faults()] == [mistakes.DuplicateKeyError, mistakes.NotYamlError]


def test_a_file_that_is_not_there_is_told(broken: Break) -> None:
    [fault] = broken("pack.yaml", "[A.yaml]", "[A.yaml, B.yaml]")
    assert type(fault) is NoSuchPartError
    assert fault.fields["name"] == "B.yaml"


@pytest.mark.parametrize("name", ["../small/A.yaml", "{name: A.yaml}"])
def test_a_file_outside_the_folder_is_not_read(broken: Break, name: str) -> None:
    assert [type(fault) for fault in broken("pack.yaml", "[A.yaml]", f"[{name}]")] == [NoSuchPartError]


@pytest.mark.parametrize(
    ("file", "old", "new", "kind"),
    [
        ("pack.yaml", "words: [documents.yaml, more.yaml]\n", "", mistakes.MissingFieldError),
        ("pack.yaml", "sections: [A.yaml]", "sections: A.yaml", mistakes.NotAListError),
        ("documents.yaml", WORDS, "- 报告", mistakes.NotFieldsError),
    ],
)  # fmt: skip
def test_files_of_another_shape_are_told(
    broken: Break, file: str, old: str, new: str, kind: type[ContentError]
) -> None:
    assert [type(fault) for fault in broken(file, old, new)] == [kind]


def test_texts_of_another_shape_are_told_and_do_not_stop_the_search(broken: Break) -> None:
    found = broken("A.yaml", "    look:\n      - 看墙上。\n      - 看屏幕。\n", "    look: {wall: 看}\n")
    assert [type(fault) for fault in found] == [mistakes.NotAListError]
    assert found[0].fields["field"] == "look"


def test_questions_that_are_no_list_are_told(small: SmallPack) -> None:
    (small.folder / "A.yaml").write_text("id: a\ncode: A\ntitle: 一\nlead: 二\nquestions: 三\n", "utf-8")
    small.change("pack.yaml", "[S11, A2]", "[S11]")
    small.translate()
    assert [type(fault) for fault in small.faults()] == [mistakes.NotAListError]


def test_a_list_in_place_of_a_question_is_told(small: SmallPack) -> None:
    (small.folder / "A.yaml").write_text("id: a\ncode: A\ntitle: 一\nlead: 二\nquestions: [三]\n", "utf-8")
    small.change("pack.yaml", "[S11, A2]", "[S11]")
    small.translate()
    assert mistakes.NotFieldsError in [type(fault) for fault in small.faults()]


def test_a_condition_over_too_many_questions_is_told(small: SmallPack) -> None:
    many = range(100, 116)
    more = "".join(
        f"  - id: scoping.q{n}\n    code: Q{n}\n    scope: site\n    kind: choice\n    text: 问\n"
        f"    choices: [{{id: yes, text: 是}}, {{id: no, text: 否}}]\n    since: '1'\n"
        for n in many
    )
    small.change("scoping.yaml", "  - id: scoping.day\n", f"{more}  - id: scoping.day\n")
    tests = ", ".join(f"{{q: Q{n}, is: yes}}" for n in many)
    small.change("A.yaml", "{q: A1, is_not: no}", f"{{all: [{tests}, {{q: Q100, is: no}}]}}")
    small.translate()
    assert [type(fault) for fault in small.faults()] == [faults.TangledError]


def test_a_print_tells_choices_apart(small: SmallPack) -> None:
    small.change("A.yaml", "{q: S5, is: many}", "{q: S4, is: till}")
    small.change("pack.yaml", "report: [S20]", "report: [S20, S5]")
    small.translate()
    assert small.faults() == []


def test_a_choice_that_was_mapped_may_go(small: SmallPack) -> None:
    small.change("released.yaml", "[till, gate]", "[till, gate, lift]")
    small.change(
        "released.yaml",
        "steps:\n",
        "steps:\n  - {step: map_choice, of: scoping.kind, choice: lift, to: [gate]}\n",
    )
    assert small.faults() == []


def test_a_pack_that_was_never_published_needs_no_list(small: SmallPack) -> None:
    (small.folder / "released.yaml").unlink()
    assert small.faults() == []


def test_missing_english_is_told_with_its_context(small: SmallPack) -> None:
    small.translate(**{"派人。": ""})
    [fault] = small.faults()
    assert type(fault) is faults.NoEnglishError
    assert (fault.fields["place"], fault.fields["field"]) == ("first.desk", "fix.text")
    assert (fault.fields["catalogue"], fault.fields["context"]) == ("en.po", "first.desk.fix.text")


def test_english_of_an_earlier_chinese_text_is_told(small: SmallPack) -> None:
    small.change("A.yaml", "告诉了吗？", "真的告诉了吗？")
    [fault] = small.faults()
    assert type(fault) is faults.FuzzyError
    assert fault.fields["context"] == "first.notice.text"


def test_english_marked_fuzzy_is_told(small: SmallPack) -> None:
    small.change("en.po", 'msgctxt "first.desk.fix.text"', '#, fuzzy\nmsgctxt "first.desk.fix.text"')
    assert [type(fault) for fault in small.faults()] == [faults.FuzzyError]


@pytest.mark.parametrize(
    "english", ["Page {page}", "Page {page} of {number}", "Page {page} of {pages", "{0} {page}"]
)
def test_other_fields_in_english_are_told(small: SmallPack, english: str) -> None:
    small.translate(**{"第 {page} 页，共 {pages} 页": english})
    [fault] = small.faults()
    assert type(fault) is faults.PlaceholderError
    assert fault.fields["zh"] == "page, pages"


def test_braces_that_are_no_field_are_told(broken: Break) -> None:
    [fault] = broken("documents.yaml", "{page}", "{page.__class__}")
    assert type(fault) is faults.PlaceholderError


def test_a_fault_is_sentence_with_remedy_in_english(broken: Break) -> None:
    [fault] = broken("A.yaml", "{q: A1, is_not: no}", "{q: A7, is_not: no}")
    assert tell(fault, "en") == (
        "In A.yaml, line 26, at first.change, applies_if: there is no question A7. "
        "Correct the id or short code."
    )
