"""The words of a check: the verdict, and one line for each thing that was looked at."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.i18n import _, current, ngettext
from facewise.signing.verdict import Change, Kind, Part, Reason, Signer
from facewise.ui.verifying import Checked
from facewise.ui.widgets.verdict import Band

Row: TypeAlias = Literal["file", "who", "when", "after", "result"]
ROWS: tuple[Row, ...] = ("file", "who", "when", "after", "result")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was looked at: its shape, what was found, and what that means."""

    shape: str
    found: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The verdict: band, shape, words, and one sentence."""

    band: Band
    shape: str
    words: str
    text: str


def heading(checked: Checked) -> Heading:
    """Return the verdict in words."""
    verdict = checked.verdict
    if verdict.intact and checked.follows is False:
        return Heading(
            "gap",
            "gap",
            _("Not changed, but the result does not follow"),
            _("The file is as it was signed, but its answers give another result. Ask the signer why."),
        )
    if verdict.kind is Kind.INTACT_KNOWN:
        return _intact(checked)
    if verdict.kind is Kind.INTACT_FIRST_SEEN:
        return _first_seen(checked)
    return _others()[verdict.kind]


def _intact(checked: Checked) -> Heading:
    if checked.follows:
        words = _("Intact, and the result follows from the answers")
        text = _("Nothing was changed since it was signed, and grade and score come out the same again.")
        return Heading("met", "met", words, text)
    text = _(
        "Nothing was changed since it was signed. Whether the result follows could not be computed here."
    )
    return Heading("met", "met", _("Intact"), text)


def _first_seen(checked: Checked) -> Heading:
    if any(signer.namesake for signer in checked.verdict.signers):
        return Heading(
            "partly",
            "partly",
            _("Not changed, but this name signed with another identity before"),
            _("It may be a new identity of the same signer, or somebody else. Ask by telephone."),
        )
    words = _("Not changed; the signer is seen for the first time")
    text = _("This computer has not met the signer before. Compare the fingerprint by telephone.")
    if checked.follows:
        text = _("The result follows from the answers. But this computer has not met the signer before.")
    return Heading("unknown", "unknown", words, text)


def _others() -> dict[Kind, Heading]:
    return {
        Kind.CHANGED: Heading(
            "gap",
            "gap",
            _("Changed after it was signed: do not rely on it"),
            _("This is not what was signed. Ask the signer for the original file."),
        ),
        Kind.BROKEN: Heading(
            "gap",
            "gap",
            _("The signature is not genuine: do not rely on it"),
            _("Ask the signer for the original file."),
        ),
        Kind.NOT_SIGNED: Heading(
            "unknown",
            "dash",
            _("Not signed"),
            _("Nobody vouches for this file; anybody may have changed it."),
        ),
        Kind.NOT_READABLE: Heading(
            "unknown",
            "dash",
            _("This cannot be read as a PDF"),
            _("Ask for the original file; a scan or a photograph cannot be checked."),
        ),
    }


def rows(checked: Checked) -> dict[Row, Said]:
    """Return what was found, by what was looked at."""
    verdict = checked.verdict
    if verdict.kind is Kind.NOT_READABLE:
        return {"file": Said("gap", " ".join(map(reason_words, verdict.reasons)) or _("It cannot be read."))}
    found: dict[Row, Said] = {"file": _file(checked)}
    if verdict.signers:
        found |= {"who": _who(verdict.signers), "when": _when(verdict.signers[0]), "after": _after(checked)}
    found["result"] = _result(checked)
    return found


def _file(checked: Checked) -> Said:
    verdict = checked.verdict
    if verdict.intact:
        inside = _("All pages and the answers inside are covered by the signature.")
        return Said("met", _("Nothing was changed since it was signed"), inside if verdict.is_report else "")
    if verdict.kind is Kind.NOT_SIGNED:
        return Said("dash", _("There is no signature that could show a change"), _status(checked))
    changes = [change_words(change) for change in verdict.changes]
    reasons = [reason_words(reason) for reason in verdict.reasons]
    told = changes or reasons or [_("Something was changed.")]
    return Said("gap", " ".join(told), " ".join(reasons) if changes else "")


def _status(checked: Checked) -> str:
    words = {
        "draft": _("It is a draft, which cannot be signed."),
        "sample": _("It is a sample, which cannot be signed."),
    }
    return words.get(str((checked.printed or {}).get("status")), "")


def _who(signers: tuple[Signer, ...]) -> Said:
    first = signers[0]
    name = ", ".join(filter(None, (first.name, first.organisation, first.credit_code)))
    kind = _("self-signed identity") if first.self_issued else _("identity from an authority")
    if not first.genuine:
        return Said(
            "gap", _('Calls itself "{name}"').format(name=name), _("The signature itself is not right.")
        )
    if first.namesake:
        text = _("This name was seen before with another fingerprint. Ask by telephone who it is.")
        return Said("partly", _('Calls itself "{name}"').format(name=name), text)
    if first.known:
        return Said("met", name, _("{kind}, known on this computer, same fingerprint").format(kind=kind))
    text = _("{kind}. Ask the signer by telephone for the fingerprint, and compare:").format(kind=kind)
    return Said("unknown", _('Calls itself "{name}", seen for the first time').format(name=name), text)


def _when(signer: Signer) -> Said:
    if signer.time is None:
        return Said("dash", _("No time given"))
    from facewise.paper.dates import day

    words = _("{day}, {time}").format(
        day=day(signer.time.date())[current()], time=f"{signer.time:%H:%M:%S %z}"
    )
    return Said("dash", words, _("By the signer's own clock, without a timestamp of a third party"))


def _after(checked: Checked) -> Said:
    verdict, others = checked.verdict, checked.verdict.signers[1:]
    if not verdict.intact:
        count = len(verdict.changes)
        if not count:
            return Said("gap", _("It cannot be told what was added"))
        sentence = ngettext(
            "{count} change that is not allowed", "{count} changes that are not allowed", count
        )
        return Said("gap", sentence.format(count=count))
    if not others:
        return Said("met", _("Nothing was added"))
    names = ", ".join(signer.name for signer in others)
    text = _("The report allows countersignatures; nothing else was changed.")
    return Said("met", _("Countersigned by {names}").format(names=names), text)


def _result(checked: Checked) -> Said:
    result = checked.result
    if result is None:
        return Said("dash", _("Not a report of this program, so there is no result to compute again"))
    if result.follows is None:
        newer = _("Its rules are of another version of the program.") if not result.knows_rules else ""
        return Said("unknown", _("It could not be computed again here"), newer)
    other = (
        "" if result.knows_pack else _("With the questionnaire inside, which is not the one of this program.")
    )
    if result.holds:
        return Said("met", _("It follows from the answers"), other)
    if result.follows:
        text = _(
            "The pages do not say what these answers give. Somebody edited the report before it was signed."
        )
        return Said("gap", _("What is printed does not follow from the answers"), text)
    codes = dict.fromkeys(code for difference in result.differences for code, _use in difference.places)
    text = _("They differ at: {codes}.").format(codes=", ".join(codes)) if codes else other
    return Said("gap", _("What is printed does not follow from the answers"), text)


def change_words(change: Change) -> str:
    """Return which part differs from what was signed."""
    words = {
        Part.PAGE: _("Page {page} was changed."),
        Part.ANSWERS: _("The answers inside were changed."),
        Part.ATTACHMENT: _("The attachment {name} was changed."),
        Part.METADATA: _("The description of the file was changed."),
        Part.FORM: _("A field was filled in or changed."),
        Part.SIGNATURE: _("A signature was changed or taken away."),
        Part.APPENDED: _("Something was appended."),
        Part.UNKNOWN: _("Something else was changed."),
    }
    return words[change.part].format(page=change.page or "?", name=change.name)


def reason_words(reason: Reason) -> str:
    """Return why a file is not intact."""
    words = {
        Reason.TOO_LARGE: _("It is larger than any report."),
        Reason.NOT_A_PDF: _("It is not a PDF."),
        Reason.ENCRYPTED: _("It is encrypted."),
        Reason.DAMAGED: _("It is damaged."),
        Reason.NO_RANGE: _("The signature does not say what it covers."),
        Reason.CONTAINER_UNREADABLE: _("The signature cannot be read."),
        Reason.CONTAINER_NOT_CANONICAL: _("The signature is not written as it should be."),
        Reason.CONTAINER_PADDING: _("Something was added beside the signature."),
        Reason.CONTAINER_FOREIGN_PARTS: _("The signature carries parts that nobody signed."),
        Reason.ALGORITHM: _("The signature uses a method that is not safe."),
        Reason.DIGEST: _("The content is not the one that was signed."),
        Reason.SIGNATURE_WRONG: _("The signature does not fit its certificate."),
        Reason.CERTIFICATE: _("The certificate is not suitable."),
        Reason.OUTSIDE_VALIDITY: _("It was signed when the certificate was not valid."),
        Reason.NOT_WHOLE_FILE: _("The signature does not cover the whole file."),
        Reason.CHANGED_LATER: _("Something was changed after it was signed."),
        Reason.CERTIFIED_FINAL: _("The signer allowed no later change."),
        Reason.SIGNER_MISSING: _("A signature that was there at an earlier check is gone."),
        Reason.UNEXPECTED: _("It contains something that cannot be checked."),
    }
    return words.get(reason, _("It contains something that cannot be checked."))
