"""A result and the answers it rests on as plain data: what `check --json` prints and a report carries."""

from fractions import Fraction
from typing import Any

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.result import RULES, Assessment, Finding, NoGrade, NotAsked, Score, Share
from facewise.content.conditions import Reading
from facewise.content.pack import GradeWords, Pack
from facewise.i18n import Text

FORMAT = 1
Plain = dict[str, Any]


def grade_words(pack: Pack, assessment: Assessment) -> GradeWords:
    """Return the result in words: the grade's, or what stands in place of a grade."""
    if assessment.outcome:
        return GradeWords(text=assessment.outcome.title, meaning=assessment.outcome.text)
    if assessment.grade is None:
        words = pack.grades[assessment.reason or NoGrade.IN_PROGRESS]
        return words.model_copy(update={"text": words.text.format(left=assessment.left)})
    return pack.grades["D_score" if assessment.by_score else assessment.grade]


def exported(pack: Pack, sha256: str, assessment: Assessment) -> Plain:
    """Return a result as plain data; `sha256` is the pack's content hash."""
    words = grade_words(pack, assessment)
    return {
        "format": FORMAT,
        "pack": {"id": pack.id, "version": pack.version, "sha256": sha256},
        "rules": RULES,
        "on": assessment.on,
        "outcome": assessment.outcome.id if assessment.outcome else "graded",
        "grade": assessment.grade,
        "reason": assessment.reason,
        "grade_words": {"zh": words.text.zh, "en": words.text.en},
        "score": _score(assessment.score),
        "coverage": {"answered": assessment.coverage.part, "applicable": assessment.coverage.whole},
        "evidence": _share(assessment.evidence),
        "uses": [
            {"id": u.id, "kind": u.kind, "grade": u.grade, "reason": u.reason, "score": _score(u.score)}
            for u in assessment.uses
        ],
        "red_lines": [_red_line(finding) for finding in assessment.red_lines],
        "findings": [_finding(finding) for finding in assessment.findings],
        "not_asked": [_not_asked(pack, place) for place in assessment.not_asked],
        "may_be_asked": [_not_asked(pack, place) for place in assessment.may_be_asked],
        "notes": [note.id for note in assessment.notes],
    }


def public_answers(answers: Answers) -> Plain:
    """Return the answers as they may travel: without private notes, and without what is at its default."""
    open_answers = answers.model_copy(
        update={
            "site": {name: _public(answer) for name, answer in answers.site.items()},
            "uses": tuple(
                use.model_copy(update={"answers": {name: _public(a) for name, a in use.answers.items()}})
                for use in answers.uses
            ),
        }
    )
    plain: Plain = open_answers.model_dump(mode="json", exclude_defaults=True)
    return {"format": answers.format, **plain}


def _public(answer: Answer) -> Answer:
    return answer.model_copy(update={"private_note": ""})


def _score(score: Score | None) -> Plain | None:
    if score is None:
        return None
    return {
        "value": score.value,
        "num": _number(score.num),
        "den": score.den,
        "high": score.high_value,
    }


def _number(exact: Fraction) -> int | float:
    """Points come in halves, which a float holds exactly."""
    return exact.numerator if exact.denominator == 1 else exact.numerator / exact.denominator


def _share(share: Share) -> Plain:
    return {"with": share.part, "of": share.whole}


def _red_line(finding: Finding) -> Plain:
    question = finding.question
    return {
        "question": question.id,
        "code": question.code,
        "use": finding.use,
        "state": finding.state,
        "articles": list(finding.articles),
    }


def _finding(finding: Finding) -> Plain:
    return {
        **_red_line(finding),
        "class": finding.rank,
        "severity": finding.severity,
        "answer": finding.value,
        "weight": finding.weight,
        "points": _number(finding.points),
        "critical": finding.question.critical,
    }


def _not_asked(pack: Pack, place: NotAsked) -> Plain:
    question = place.question
    because = [_reading(pack, reading) for reading in place.because]
    return {"question": question.id, "code": question.code, "use": place.use, "because": because}


def _reading(pack: Pack, reading: Reading) -> Plain:
    question = pack.question(reading.question)
    value = list(reading.value) if isinstance(reading.value, tuple) else reading.value
    asked = reading.asked is not False
    return {
        "question": reading.question,
        "code": question.code if question else "",
        "use": reading.use,
        "answer": value if asked else "not_asked",
    }


def answer_words(pack: Pack, name: str, value: object) -> Text:
    """Return an answer in words: a choice by its text, a scale by its sentence, anything else as it is."""
    question = pack.question(name)
    if question is None or not isinstance(value, str):
        return Text(str(value), str(value))
    for choice in question.choices:
        if choice.id == value:
            return choice.text
    return question.answers.get(value, Text(value, value))
