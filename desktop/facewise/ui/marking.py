"""How a finding is shown: its mark, its standing in words, the answer as a sentence, the law.

Marks and words are those of the report: whoever has seen one recognises the other.
"""

from facewise.assessment.result import Finding, State
from facewise.content.pack import Pack
from facewise.i18n import Language
from facewise.paper.phrases import mark_name


def mark_of(finding: Finding) -> str:
    """Return the name of a finding's mark in the pictograms."""
    return f"mark-{mark_name(finding)}"


def state_words(pack: Pack, finding: Finding, language: Language) -> str:
    """Return how a finding stands: done, not done, not known."""
    return pack.words[f"state.{finding.state}"][language]


def standing(pack: Pack, finding: Finding, language: Language) -> str:
    """Return class and state: red line, not done."""
    if finding.state in (State.MET, State.NOT_APPLICABLE):
        return state_words(pack, finding, language)
    fields = {"rank": pack.words[f"rank.{finding.rank}"], "state": pack.words[f"state.{finding.state}"]}
    return pack.words["mark"].format(**fields)[language]


def sentence(finding: Finding, language: Language) -> str:
    """Return the answer repeated as a sentence; the question where there is no such sentence."""
    question = finding.question
    said = question.answers.get(str(finding.value))
    return said[language] if said is not None else question.text[language]


def headline(finding: Finding, language: Language) -> str:
    """Return the first sentence of what to do; the question where nothing is prescribed."""
    fix = finding.question.fix
    return fix.headline[language] if fix is not None else finding.question.text[language]


def effort(pack: Pack, finding: Finding, language: Language) -> str:
    """Return how much work the fix is; empty where nothing is prescribed."""
    fix = finding.question.fix
    return pack.effort[fix.effort][language] if fix is not None else ""


def article(pack: Pack, cites: tuple[str, ...], language: Language) -> str:
    """Return the first provision that bears on a question; empty where there is none."""
    known = [pack.law[cite].short[language] for cite in cites if cite in pack.law]
    return known[0] if known else ""
