"""What is to be said about an answer right under it: a rule that reads it otherwise, a reading of the law."""

from facewise.assessment.replay import Asked
from facewise.i18n import Language, _
from facewise.ui.say import shown_value
from facewise.ui.session import Session


def remark(session: Session, spot: Asked, language: Language) -> str:
    """Return the remark on an answer; empty where there is none."""
    if spot.asked is False:
        return _(
            "This question is not asked with your other answers. "
            "What you answered is kept, but does not count."
        )
    if spot.overruled and spot.value is not None:
        return _overruled(spot, language)
    finding = next((f for f in session.assessment.findings if f.place == (spot.question.id, spot.use)), None)
    return finding.note[language] if finding is not None and finding.note is not None else ""


def _overruled(spot: Asked, language: Language) -> str:
    read = shown_value(spot.question, spot.value, language)
    reasons = {
        "H1": _('You said that a device stands inside a private space, so this counts as "{answer}".'),
        "D8": _('Until the State rule is named in the note or attached, this counts as "{answer}".'),
        "S7": _('Until the law and its article are named in the note, this counts as "{answer}".'),
    }
    general = _('With your other answers, this counts as "{answer}".')
    return reasons.get(spot.question.code, general).format(answer=read)
