"""The words of a check: one sentence for each thing that can be found."""

from collections.abc import Iterator
from typing import Any

from facewise.errors import N_
from facewise.i18n import _
from facewise.signing.printed import Pages, Printed
from facewise.signing.recompute import Difference, Recomputed
from facewise.signing.verdict import Change, Kind, Part, Reason, Signer, Stamped

_KINDS = {
    Kind.INTACT_KNOWN: N_("Intact: nothing was changed since it was signed, by somebody known here."),
    Kind.INTACT_FIRST_SEEN: N_(
        "Intact: nothing was changed since it was signed. The signer is seen here for the first time."
    ),
    Kind.CHANGED: N_("Changed: this is not what was signed. Do not rely on it; ask for the original."),
    Kind.BROKEN: N_("Broken: the signature is not genuine. Do not rely on it; ask for the original."),
    Kind.NOT_SIGNED: N_("Not signed: nobody vouches for this file."),
    Kind.NOT_READABLE: N_("This cannot be read as a PDF."),
}

_REASONS = {
    Reason.TOO_LARGE: N_("It is larger than any report."),
    Reason.NOT_A_PDF: N_("It is not a PDF."),
    Reason.ENCRYPTED: N_("It is encrypted."),
    Reason.DAMAGED: N_("It is damaged."),
    Reason.NO_RANGE: N_("The signature does not say what it covers."),
    Reason.CONTAINER_UNREADABLE: N_("The signature cannot be read."),
    Reason.CONTAINER_NOT_CANONICAL: N_("The signature is not written as it should be."),
    Reason.CONTAINER_PADDING: N_("Something was added beside the signature."),
    Reason.CONTAINER_FOREIGN_PARTS: N_("The signature carries parts that nobody signed."),
    Reason.ALGORITHM: N_("The signature uses a method that is not safe."),
    Reason.DIGEST: N_("The content is not the one that was signed."),
    Reason.SIGNATURE_WRONG: N_("The signature does not fit its certificate."),
    Reason.CERTIFICATE: N_("The certificate is not suitable."),
    Reason.OUTSIDE_VALIDITY: N_("It was signed when the certificate was not valid."),
    Reason.REVOKED: N_("The certificate had been withdrawn when it was signed."),
    Reason.TIMESTAMP: N_("A timestamp in it is not genuine."),
    Reason.NOT_WHOLE_FILE: N_("The signature does not cover the whole file."),
    Reason.CHANGED_LATER: N_("Something was changed after it was signed."),
    Reason.CERTIFIED_FINAL: N_("The signer allowed no later change."),
    Reason.SIGNER_MISSING: N_("A signature that was there at an earlier check is gone."),
    Reason.UNEXPECTED: N_("It contains something that cannot be checked."),
}

_PARTS = {
    Part.PAGE: N_("Page {page} was changed."),
    Part.ANSWERS: N_("The answers inside were changed."),
    Part.ATTACHMENT: N_("The attachment {name} was changed."),
    Part.METADATA: N_("The description of the file was changed."),
    Part.FORM: N_("A field was filled in or changed."),
    Part.SIGNATURE: N_("A signature was changed or taken away."),
    Part.APPENDED: N_("Something was appended."),
    Part.UNKNOWN: N_("Something else was changed."),
}

_PAGES = {
    Pages.SAME: N_("The pages are what this program prints from these answers, byte for byte."),
    Pages.ALIKE: N_("The pages look exactly like what this program prints from these answers."),
    Pages.WORDS: N_(
        "The pages were made by version {program} of the program; they say the result that the answers give."
    ),
    Pages.DIFFERENT: N_(
        "The pages do not say what these answers give. Somebody edited the report before it was signed."
    ),
    Pages.UNKNOWN: N_("Whether the pages say what these answers give could not be found out."),
}

_DIFFERENCES = {
    "grade": N_("Grade: the report says {printed}, the answers give {computed}."),
    "score": N_("Score: the report says {printed}, the answers give {computed}."),
    "red_lines": N_("Red lines: these differ: {places}."),
    "findings": N_("Findings: these differ: {places}."),
}
_OTHER = N_("Another part of the result differs: {part}.")


def kind(found: Kind) -> str:
    """Return the one sentence to know."""
    return _(_KINDS[found])


def reason(found: Reason) -> str:
    """Return why a file is not intact."""
    return _(_REASONS[found])


def change(found: Change) -> str:
    """Return which part differs from what was signed."""
    return _(_PARTS[found.part]).format(page=found.page or "?", name=found.name)


def standing(signer: Signer) -> str:
    """Return what is known of the signer."""
    if not signer.genuine:
        return _("not genuine")
    if signer.trusted:
        return _("issued by a certificate that is trusted here")
    if signer.namesake:
        return _("somebody of this name signed before, with another certificate; ask by telephone")
    if signer.known:
        return _("known here")
    if signer.self_issued:
        return _("made by the signer, seen here for the first time; compare the digits by telephone")
    return _("seen here for the first time")


_LEVELS = {
    "B-B": N_("Level B-B: signed; the time is by the signer's own clock."),
    "B-T": N_("Level B-T: signed, and the time noted by a timestamp service."),
    "B-LT": N_("Level B-LT: signed, the time noted, with proof that the certificates were good."),
    "B-LTA": N_("Level B-LTA: signed, the time noted, with proof for long keeping."),
}


def level(found: str) -> str:
    """Return what a level is in words."""
    return _(_LEVELS[found])


def noted(stamp: Stamped) -> str:
    """Return who noted a time, and whether that service is trusted."""
    if stamp.trusted:
        said = _("{time} noted by {authority}, a timestamp service that is trusted here")
    else:
        said = _("{time} noted by {authority}, a timestamp service that is not among the trusted")
    return said.format(time=stamp.time.isoformat(" "), authority=stamp.authority)


def pages(found: Printed) -> str:
    """Return how the pages compare with what the answers give."""
    program = found.program or "-"
    if found.found is Pages.DIFFERENT and found.pages:
        numbers = ", ".join(map(str, found.pages))
        said = _(
            "The pages are not what these answers give: page {pages} differs. Somebody edited the report."
        )
        return said.format(pages=numbers)
    return _(_PAGES[found.found]).format(program=program)


def result(found: Recomputed) -> Iterator[str]:
    """Return whether the printed result follows from the answers, and where it does not."""
    if not found.knows_rules:
        yield _("The result was computed by rules of another version; this program cannot compute it again.")
    elif found.follows is None:
        yield _("The answers inside cannot be read, so the result cannot be computed again.")
    elif found.follows:
        yield _("The printed result follows from the answers: grade {grade}, score {score}.").format(
            grade=found.grade or "-", score=found.score or "-"
        )
    else:
        yield _("The printed result does not follow from the answers:")
        for difference in found.differences:
            yield _difference(difference)
    if found.follows is not None and not found.knows_pack:
        yield _("The questionnaire inside is not this program's: it is a newer or older version, or another.")
    if found.printed is not None:
        yield pages(found.printed)


def _difference(found: Difference) -> str:
    sentence = _(_DIFFERENCES.get(found.part, _OTHER))
    places = ", ".join(code for code, _use in found.places)
    told = {"printed": _value(found.printed), "computed": _value(found.computed)}
    return sentence.format(part=found.part, places=places or "-", **told)


def _value(found: Any) -> str:  # noqa: ANN401, anything that JSON holds
    if isinstance(found, dict):
        return str(found.get("value", "-"))
    return "-" if found is None else str(found)
