"""What report, exports and window say and show alike: marks, answers, names of uses, reasons, effects."""

from collections.abc import Iterable

from facewise.assessment.exported import answer_words
from facewise.assessment.result import Finding, State
from facewise.content.conditions import Reading
from facewise.content.pack import Severity
from facewise.i18n import Text
from facewise.paper.plan import Step
from facewise.paper.report import Report

_ANSWERED = {State.GAP: "gap", State.PARTLY: "partly", State.UNKNOWN: "unknown", State.UNANSWERED: "unknown"}
_SHAPED = {Severity.RED: "red", Severity.BREACH: "breach", Severity.WEAK: "weak"}


def mark_name(finding: Finding) -> str:
    """Return the name of a finding's mark: shape by class, fill by answer (print design, section 5)."""
    if finding.state is State.MET:
        return "met"
    if finding.state is State.NOT_APPLICABLE or finding.rank is Severity.NONE:
        return "na"
    if finding.rank in _SHAPED:
        return f"{_SHAPED[finding.rank]}-{_ANSWERED[finding.state]}"
    return "amber" if finding.rank is Severity.AMBER else "best"


def standing(report: Report, finding: Finding) -> Text:
    """Return class and state in words: red line, not done."""
    words = report.pack.words
    if finding.state in (State.MET, State.NOT_APPLICABLE):
        return words[f"state.{finding.state}"]
    return words["mark"].format(rank=words[f"rank.{finding.rank}"], state=words[f"state.{finding.state}"])


def outside(report: Report) -> bool:
    """Return whether the Measures do not apply, because faces serve research and training only."""
    outcome = report.assessment.outcome
    return outcome is not None and outcome.id == "research"


def source(report: Report) -> Text:
    """Return the law that a report goes by: the Measures, or what binds where they do not apply."""
    return report.pack.words["source.research" if outside(report) else "pack.source"]


def use_name(report: Report, use_id: str | None) -> Text:
    """Return the name of a use as the business calls it, or what it is for, or the whole site."""
    use = report.answers.use(use_id)
    if use is None:
        return report.pack.words["findings.site"]
    return Text(use.name, use.name) if use.name else report.pack.purposes[use.kind]


def answer_word(report: Report, finding: Finding) -> Text:
    """Return the answer as the rules read it, in a word: yes, partly, no."""
    return report.pack.words[f"answer.{finding.value or 'none'}"]


def sentence(report: Report, finding: Finding) -> Text:
    """Return the answer repeated as a sentence, or the reason why it does not apply."""
    if finding.value is None:
        return report.pack.words["answer.none"]
    if finding.value == "na":
        return Text(finding.answer.reason, finding.answer.reason)
    return answer_words(report.pack, finding.question.id, finding.value)


def effect(report: Report, step: Step) -> Text:
    """Return what mending changes: grade, score before and after, questions that it opens."""
    words, change = report.pack.words, step.effect
    if change is None:
        return words["plan.effect.late"]
    parts = []
    if change.grade_before != change.grade_after and change.grade_before and change.grade_after:
        grades = {"before": change.grade_before, "after": change.grade_after}
        parts.append(words["plan.effect.grade"].format(**grades))
    if change.score_before.value != change.score_after.value:
        scores = {"before": change.score_before.value, "after": change.score_after.value}
        parts.append(words["plan.effect.score"].format(**scores))
    if change.opens:
        parts.append(words["plan.effect.opens"].format(count=change.opens))
    return join(parts) if parts else words["plan.effect.none"]


def join(parts: list[Text]) -> Text:
    """Return several phrases as a list within a sentence."""
    return Text("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def listed(names: Iterable[Text]) -> Text:
    """Return names one after the other; what reads the same in both languages is said once."""
    several = tuple(names)
    zh = "；".join(name.zh for name in several)
    same = all(name.zh == name.en for name in several)
    return Text(zh, zh if same else "; ".join(name.en for name in several))


def because(report: Report, readings: tuple[Reading, ...]) -> Text:
    """Return the answers on which it depends that a question is not asked, each once."""
    return listed(dict.fromkeys(_because(report, reading) for reading in readings))


def _because(report: Report, reading: Reading) -> Text:
    question = report.pack.question(reading.question)
    code = question.code if question else reading.question
    if reading.asked is False:
        return report.pack.words["asked.because.not_asked"].format(question=code)
    value = report.pack.words["answer.none"] if reading.value is None else _value(report, reading)
    return report.pack.words["asked.because.answer"].format(question=code, answer=value)


def _value(report: Report, reading: Reading) -> Text:
    """A scale is named by its word, a choice by its text."""
    words = report.pack.words
    question = report.pack.question(reading.question)
    if question and question.kind == "scale":
        return words[f"answer.{reading.value}"]
    return answer_words(report.pack, reading.question, reading.value)
