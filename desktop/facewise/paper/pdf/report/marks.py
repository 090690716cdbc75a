"""The marks of findings, and their words."""

from facewise.assessment.result import Finding
from facewise.paper.pdf.blocks import Mark
from facewise.paper.phrases import mark_name, standing
from facewise.paper.report import Report


def mark(report: Report, finding: Finding) -> Mark:
    """Return a finding's mark with its word as alternative text."""
    return Mark(mark_name(finding), standing(report, finding))
