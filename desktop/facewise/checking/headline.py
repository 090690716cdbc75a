"""The verdict on a file in one line and one sentence: words first, and never those of a good grade."""

from dataclasses import dataclass

from facewise.checking import words
from facewise.checking.check import Checked
from facewise.checking.people import State
from facewise.i18n import _
from facewise.signing.verdict import Kind, Reason


@dataclass(frozen=True, slots=True)
class Headline:
    """The verdict: its state, the one line to know, and a sentence on what that rests on or what to do."""

    state: State
    words: str
    text: str


def of(checked: Checked) -> Headline:
    """Return the verdict on a file."""
    kind = checked.verdict.kind
    if kind is Kind.NOT_READABLE:
        return _unreadable(checked)
    if kind is Kind.NOT_SIGNED:
        return _unsigned(checked)
    if kind is Kind.BROKEN:
        return Headline(
            "gap",
            _("The signature is not genuine: do not rely on it"),
            _("Ask the signer for the original file."),
        )
    if kind is Kind.CHANGED:
        return _changed(checked)
    if checked.follows is False:
        return _contradicted(checked)
    return _known(checked) if kind is Kind.INTACT_KNOWN else _unknown(checked)


def _known(checked: Checked) -> Headline:
    if not checked.verdict.is_report:
        return _foreign("met")
    if _are_pages_open(checked):
        text = _(
            "Nothing was changed since it was signed. Grade and score come out the same again, but "
            "whether the pages say so could not be found out."
        )
        return Headline("met", _("Intact"), text)
    if checked.result is not None and checked.result.follows and not checked.result.knows_pack:
        text = _(
            "Nothing was changed since it was signed. By the questionnaire inside, grade and score come out "
            "the same again, but this program does not know that questionnaire."
        )
        return Headline("met", _("Intact"), text)
    if not checked.follows:
        text = _(
            "Nothing was changed since it was signed. Whether the result follows could not be computed here."
        )
        return Headline("met", _("Intact"), text)
    text = _("Nothing was changed since it was signed, and grade and score come out the same again.")
    return Headline("met", _("Intact, and the result follows from the answers"), text)


def _are_pages_open(checked: Checked) -> bool:
    """Return whether the result inside follows, but nobody knows what the pages say."""
    result = checked.result
    if result is None or not result.follows or result.printed is None:
        return False
    return result.printed.found.value == "unknown"


def _foreign(state: State) -> Headline:
    text = _("Nothing was changed since it was signed. It holds no answers, so there is nothing to compute.")
    return Headline(state, _("Not changed, but not a report of this program"), text)


def _unknown(checked: Checked) -> Headline:
    verdict = checked.verdict
    if any(signer.namesake for signer in verdict.signers):
        return Headline(
            "partly",
            _("Not changed, but this name signed with another identity before"),
            _("It may be a new identity of the same signer, or somebody else. Ask by telephone."),
        )
    if not verdict.is_report:
        return _foreign("unknown")
    strangers = [signer for signer in verdict.signers if not signer.known]
    heading = _("Not changed; the signer is seen for the first time")
    if all(signer.fingerprint in checked.met for signer in strangers):
        heading = _("Not changed; who the signer is was never compared")
    if checked.follows:
        text = _(
            "The result follows from the answers. But nobody has compared the fingerprint with the signer "
            "yet."
        )
    else:
        text = _("Nobody has compared the fingerprint with the signer yet. Do so by telephone.")
    return Headline("unknown", heading, text)


def _contradicted(checked: Checked) -> Headline:
    if checked.result is not None and checked.result.follows:
        heading = _("Not changed, but the pages do not say what the answers give")
        text = _(
            "The file is as it was signed, but somebody edited its pages before it was signed. Do not rely "
            "on what they say; ask the signer why."
        )
        return Headline("gap", heading, text)
    text = _("The file is as it was signed, but its answers give another result. Ask the signer why.")
    return Headline("gap", _("Not changed, but the result does not follow"), text)


def _changed(checked: Checked) -> Headline:
    heading = _("Changed after it was signed: do not rely on it")
    if Reason.SIGNER_MISSING in checked.verdict.reasons:
        text = _(
            "A signature that was there at an earlier check is gone: somebody took it away, or this is an "
            "earlier state of the report. Ask the signers for the newest file."
        )
        return Headline("gap", heading, text)
    parts = words.joined(*words.changes(checked.verdict.changes))
    text = _("This is not what was signed. Ask the signer for the original file.")
    return Headline("gap", heading, words.joined(parts, text))


def _unsigned(checked: Checked) -> Headline:
    place = checked.place
    if not checked.verdict.is_report:
        if place is not None and place.scan is not None:
            return _scan()
        text = _("Nobody vouches for this file; anybody may have changed it.")
        return Headline("dash", _("Not signed, and not a report of this program"), text)
    if checked.follows is False:
        text = _("Its answers give another result than the one that is printed, and nobody has signed it.")
        return Headline("gap", _("Not signed, and the result does not follow"), text)
    if place is not None and place.scans:
        text = _(
            "This is the file that was printed and sealed by hand. The scans of the paper are kept in the "
            "assessment."
        )
        return Headline("dash", _("Not signed here; sealed on paper"), text)
    return Headline("dash", _("Not signed"), _("Nobody vouches for this file; anybody may have changed it."))


def _unreadable(checked: Checked) -> Headline:
    if checked.place is not None and checked.place.scan is not None:
        return _scan()
    if Reason.ENCRYPTED in checked.verdict.reasons:
        text = _("It is locked with a password. Ask for the file without one.")
        return Headline("dash", _("Locked: it cannot be checked"), text)
    if Reason.TOO_LARGE in checked.verdict.reasons:
        text = _("It is larger than any report. Ask for the original file.")
        return Headline("dash", _("Too large: it was not opened"), text)
    text = _("Ask for the original file; a scan or a photograph cannot be checked.")
    return Headline("dash", _("This cannot be read as a PDF"), text)


def _scan() -> Headline:
    text = _(
        "It is byte for byte the scan that is kept in the assessment. A scan itself cannot be checked; "
        "compare it with the paper."
    )
    return Headline("dash", _("A scan that is kept in this assessment"), text)
