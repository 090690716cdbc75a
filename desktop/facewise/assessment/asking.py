"""Whether a written answer is one that a question takes."""

import datetime as dt
import re

from facewise.assessment.answers import Answer, Answers, Value
from facewise.content.pack import Pack, Question, Scope
from facewise.errors import N_, FacewiseError
from facewise.i18n import Text
from facewise.plain_text import line


class AnswerError(FacewiseError):
    """The base of answers that a question does not take."""


class NotAChoiceError(AnswerError):
    """An answer that the question does not offer."""

    sentence = N_("{code} takes {choices}, not '{value}'.")


class NotANumberError(AnswerError):
    """Something else where a number belongs."""

    sentence = N_("{code} takes a whole number from {least} to {most}, not '{value}'.")


class NotADateError(AnswerError):
    """Something else where a day belongs."""

    sentence = N_("{code} takes a day written like 2026-11-20, not '{value}'.")


class OneAnswerError(AnswerError):
    """Several answers where one belongs."""

    sentence = N_("{code} takes one answer, not a list.")


class NoReasonError(AnswerError):
    """Not applicable without a reason."""

    sentence = N_("{code} is answered with 'na' (not applicable): write the reason, for example: {example}")


MOST = 2_000_000_000


def value_of(question: Question, written: str | tuple[str, ...]) -> Value:
    """Return the value that a written answer stands for.

    Raises AnswerError: NotAChoiceError, NotANumberError, NotADateError, OneAnswerError.
    """
    if question.kind == "choices":
        chosen = written if isinstance(written, tuple) else (written,)
        return tuple(_choice(question, one) for one in chosen)
    if isinstance(written, tuple):
        raise OneAnswerError(code=question.code)
    if written == "unknown" and "unknown" in question.values():
        return written
    if question.kind == "number":
        return _number(question, written)
    if question.kind == "date":
        return _date(question, written)
    return line(written) if question.kind == "text" else _choice(question, written)


def reason_for(question: Question, value: Value | None, reason: str) -> str:
    """Return the reason given with an answer; not applicable must have one.

    Raises NoReasonError.
    """
    if value == "na" and not reason.strip():
        examples = question.not_applicable
        raise NoReasonError(code=question.code, example=examples[0] if examples else Text("", ""))
    return reason


def fits(pack: Pack, answers: Answers) -> bool:
    """Return whether stored answers are such as this questionnaire takes; questions it lacks do no harm."""
    uses = answers.uses
    return (
        all(use.kind in pack.purposes for use in uses)
        and len({use.id for use in uses}) == len(uses)
        and _all_fit(pack, "site", answers.site)
        and all(_all_fit(pack, "use", use.answers) for use in uses)
    )


def _all_fit(pack: Pack, scope: Scope, kept: dict[str, Answer]) -> bool:
    return all(_fits(pack.question(name), scope, answer.value) for name, answer in kept.items())


def _fits(question: Question | None, scope: Scope, value: Value | None) -> bool:
    if question is None or value is None:
        return True
    try:
        written = str(value) if isinstance(value, int) else value
        return question.scope == scope and value_of(question, written) == value
    except AnswerError:
        return False


def _choice(question: Question, written: str) -> str:
    if written not in question.values():
        raise NotAChoiceError(code=question.code, choices=", ".join(question.values()), value=written)
    return written


def _number(question: Question, written: str) -> int:
    least, most = question.minimum or 0, question.maximum or MOST
    plain = re.fullmatch(r"[0-9]{1,10}|[0-9]{1,3}(,[0-9]{3}){1,3}", written)
    number = int(written.replace(",", "")) if plain else -1
    if not least <= number <= most:
        raise NotANumberError(code=question.code, least=least, most=most, value=written)
    return number


def _date(question: Question, written: str) -> str:
    try:
        day = dt.date.fromisoformat(written).isoformat()
    except ValueError as error:
        raise NotADateError(code=question.code, value=written) from error
    if day != written:
        raise NotADateError(code=question.code, value=written)
    return day
