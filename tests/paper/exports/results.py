"""Results to export: an orderly gate, broken where a test says so, as its report."""

import datetime as dt
from dataclasses import fields, is_dataclass

from tests.assessment.sites import Told
from tests.paper.documents.premises import MADE, premises

from facewise.assessment.answers import Action, Answer, Answers
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Language, Text
from facewise.paper.documents.model import Code
from facewise.paper.report import Report, write

PACK = load_pack()
DUE = dt.date(2026, 12, 1)


def reported(answers: Answers) -> Report:
    """Return the report of answers."""
    return write(PACK, pack_bytes(), answers, assess(PACK, answers), MADE)


def gate(**told: Told) -> Report:
    """Return the report of a gate with a red line, a task with a name and a day, and a filing to make."""
    answers = premises(
        D1=Answer(value="partly", note="=HYPERLINK(1)", private_note="秘密"),
        I2="no",
        S11=Answer(value=120_000, date=dt.date(2026, 11, 2)),
        K2="no",
        G1=Answer(value="yes", date=dt.date(2025, 8, 30)),
    )
    for code, value in told.items():
        asked = PACK.question(code)
        assert asked
        answer = value if isinstance(value, Answer) else Answer(value=value)
        answers = answers.put(asked.id, "gate" if asked.scope == "use" else None, answer)
    question = PACK.question("I2")
    assert question
    action = Action(question=question.id, use="gate", who="@周敏", due=DUE)
    return reported(answers.model_copy(update={"actions": (action,)}))


def said(part: object, language: Language) -> list[str]:
    """Return every text of a paper's parts in a language, in order; a code says its text in other ways."""
    if isinstance(part, Text):
        return [line for line in part[language].split("\n") if line]
    if isinstance(part, tuple):
        return [words for one in part for words in said(one, language)]
    if is_dataclass(part) and not isinstance(part, Code):
        return [words for field in fields(part) for words in said(getattr(part, field.name), language)]
    return []
