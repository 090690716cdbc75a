"""The marks of findings, and their words."""

from facewise.assessment.result import Finding, State
from facewise.content.pack import Severity
from facewise.paper.pdf.blocks import Mark
from facewise.paper.phrases import standing
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


def mark(report: Report, finding: Finding) -> Mark:
    """Return a finding's mark with its word as alternative text."""
    return Mark(mark_name(finding), standing(report, finding))
