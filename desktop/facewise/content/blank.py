"""An answers file to fill in with a text editor: every question as a remark, for one kind of use."""

from collections.abc import Iterator
from datetime import date

from facewise.content.conditions import Reading, holds
from facewise.content.pack import Pack, Question, Scope
from facewise.i18n import LANGUAGES, Edition, Text

KIND_OF_USE = "S4"
RECOGNISES = "S1"
OPEN = "unsure"


def answers_template(pack: Pack, kind: str, edition: Edition, on: date) -> str:
    """Return an answers file in YAML for one kind of use; it can be imported as it stands.

    Where the questionnaire lets one say that one is not sure, that is filled in; all else is a remark.
    """
    words = pack.words
    lines = [
        *_remark(pack.title, edition),
        *_remark(words["template.how"].format(), edition),
        "",
        "format: 1",
        f"on: {on.isoformat()}",
        "business:",
        *_remark(words["template.business"], edition, 2),
        *(f"  {field}: ''" for field in _BUSINESS),
        "site:",
        *_questions(pack, "site", kind, edition),
        "uses:",
        *_remark(words["template.uses"], edition, 2),
        f"  - id: {kind}",
        f"    kind: {kind}",
        f"    name: {pack.purposes[kind]['en' if edition == 'en' else 'zh']}",
        "    answers:",
        *_questions(pack, "use", kind, edition),
    ]
    return "\n".join(lines) + "\n"


_BUSINESS = ("name", "credit_code", "site", "address", "contact", "phone", "email", "notice_url")


def _questions(pack: Pack, scope: Scope, kind: str, edition: Edition) -> Iterator[str]:
    indent = 2 if scope == "site" else 6
    for section in pack.sections:
        asked = [q for q in section.questions if q.scope == scope and _may_be_asked(pack, q, kind)]
        if asked:
            yield ""
            yield from _remark(section.title, edition, indent, f"== {section.code} ")
        for question in asked:
            yield from _question(pack, question, edition, indent)


def _may_be_asked(pack: Pack, question: Question, kind: str) -> bool:
    """Whether a question can come up for a kind of use; the kind itself is no answer."""
    own = pack.question(KIND_OF_USE)

    def read(name: str) -> tuple[Reading, ...]:
        known = own is not None and name == own.id
        return (Reading(name, None, True if known else None, kind if known else None),)

    return question != own and holds(question.applies_if, read) is not False


def _question(pack: Pack, question: Question, edition: Edition, indent: int) -> Iterator[str]:
    yield ""
    yield from _remark(question.text, edition, indent, f"{question.code} ")
    for choice in question.choices:
        yield from _remark(choice.text, edition, indent, f"  {choice.id} = ")
    for value, sentence in question.answers.items():
        yield from _remark(sentence, edition, indent, f"  {value} = ")
    if question.not_applicable:
        yield from _remark(pack.words["template.not_applicable"].format(), edition, indent, "  ")
    if question.kind == "number":
        yield from _remark(pack.words["template.number"], edition, indent, "  ")
    yield " " * indent + _line(question)


def _line(question: Question) -> str:
    if question.code == RECOGNISES:
        return f"{question.code}: yes"
    offered = any(choice.id == OPEN for choice in question.choices)
    return f"{question.code}: {OPEN}" if offered else f"# {question.code}: "


def _remark(text: Text, edition: Edition, indent: int = 0, before: str = "") -> Iterator[str]:
    for language in LANGUAGES if edition == "both" else (edition,):
        for line in (before + text[language]).splitlines():
            yield f"{' ' * indent}# {line}"
