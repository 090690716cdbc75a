"""The sentences of a check: one for each thing that can be found."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from facewise.errors import N_
from facewise.i18n import _, current, pgettext
from facewise.signing.verdict import Change, Part, Reason, Stamped

if TYPE_CHECKING:
    from facewise.signing.printed import Printed
    from facewise.signing.recompute import Difference, Recomputed

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
    Part.UNKNOWN: N_("Something was changed; it cannot be told where."),
}

_PAGES = {
    "same": N_("The pages are what this program prints from these answers, byte for byte."),
    "alike": N_("The pages look exactly like what this program prints from these answers."),
    "words": N_(
        "The pages were made by version {program} of the program; they say the result that the answers give."
    ),
    "different": N_(
        "The pages do not say what these answers give. Somebody edited the report before it was signed."
    ),
    "unknown": N_("Whether the pages say what these answers give could not be found out."),
}

_DIFFERENCES = {
    "grade": N_("Grade: the report says {printed}, the answers give {computed}."),
    "score": N_("Score: the report says {printed}, the answers give {computed}."),
    "red_lines": N_("Red lines: these differ: {places}."),
    "findings": N_("Findings: these differ: {places}."),
}
_OTHER = N_("Another part of the result differs: {part}.")

_LEVELS = {
    "B-B": N_("Level B-B: signed; the time is by the signer's own clock."),
    "B-T": N_("Level B-T: signed, and the time noted by a timestamp service."),
    "B-LT": N_("Level B-LT: signed, the time noted, with proof that the certificates were good."),
    "B-LTA": N_("Level B-LTA: signed, the time noted, with proof for long keeping."),
}


def reason(found: Reason) -> str:
    """Return why a file is not intact."""
    return _(_REASONS[found])


def change(found: Change) -> str:
    """Return which part differs from what was signed."""
    return _(_PARTS[found.part]).format(page=found.page or "?", name=found.name)


def changes(found: Sequence[Change]) -> Iterator[str]:
    """Yield which parts differ from what was signed, all pages in one sentence."""
    pages = [each.page for each in found if each.part is Part.PAGE and each.page]
    if len(pages) > 1:
        yield _("Pages {pages} were changed.").format(pages=listed(pages))
    for each in found:
        if len(pages) <= 1 or each.page not in pages:
            yield change(each)


def level(found: str) -> str:
    """Return what a level is in words."""
    return _(_LEVELS[found])


def noted(stamp: Stamped) -> str:
    """Return by whom a time was noted, and whether that service is trusted."""
    if stamp.trusted:
        said = _("noted by {authority}, a timestamp service that is trusted here")
    else:
        said = _("noted by {authority}, a timestamp service that is not among the trusted")
    return said.format(authority=stamp.authority)


def on_day(day: date) -> str:
    """Return a day as people of the language write it."""
    from facewise.paper.dates import day as written

    return written(day)[current()]


def moment(time: datetime) -> str:
    """Return day and time with the offset from UTC, as people of the language write it."""
    clock = _("{clock} (UTC{offset})").format(clock=f"{time:%H:%M:%S}", offset=time.isoformat()[-6:])
    return _("{day}, {time}").format(day=on_day(time.date()), time=clock)


def pages(found: "Printed") -> str:
    """Return how the pages compare with what the answers give."""
    if found.found.value == "different" and found.pages:
        said = _(
            "The pages are not what these answers give: page {pages} differs. "
            "Somebody edited the report before it was signed."
        )
        return said.format(pages=listed(found.pages))
    return _(_PAGES[found.found.value]).format(program=found.program or "-")


def differences(found: "Recomputed") -> Iterator[str]:
    """Yield where the printed result and the one that the answers give differ."""
    for each in found.differences:
        yield _difference(each)


def _difference(found: "Difference") -> str:
    sentence = _(_DIFFERENCES.get(found.part, _OTHER))
    places = listed([code for code, _use in found.places])
    told = {"printed": _value(found.printed), "computed": _value(found.computed)}
    return sentence.format(part=found.part, places=places or "-", **told)


def joined(*sentences: str) -> str:
    """Return sentences one after the other, as the language writes them."""
    first, *others = [sentence for sentence in sentences if sentence] or [""]
    for other in others:
        first = _("{first} {second}").format(first=first, second=other)
    return first


def listed(found: Sequence[object]) -> str:
    """Return a list as the language writes it, each once."""
    return pgettext("enumeration", ", ").join(dict.fromkeys(map(str, found)))


def _value(found: Any) -> str:  # noqa: ANN401, anything that JSON holds
    if isinstance(found, dict):
        return str(found.get("value", "-"))
    return "-" if found is None else str(found)
