"""The account of a check: the verdict in one line, then one row for each thing that was looked at."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from facewise.checking import headline, people, words
from facewise.checking.check import Checked
from facewise.checking.headline import Headline
from facewise.checking.people import Row, State
from facewise.i18n import _, ngettext
from facewise.signing.verdict import Kind

if TYPE_CHECKING:
    from facewise.signing.recompute import Recomputed

__all__ = ["Account", "Row", "State", "account"]

Pages: TypeAlias = Literal["same", "alike", "words", "different", "unknown"]
_PAGES: dict[Pages, State] = {
    "same": "met",
    "alike": "met",
    "words": "met",
    "different": "gap",
    "unknown": "unknown",
}


@dataclass(frozen=True, slots=True)
class Account:
    """What a check has found, in words: the headline, and the rows in the order of reading."""

    headline: Headline
    rows: tuple[Row, ...]


def account(checked: Checked) -> Account:
    """Return what was found, in words of the current language."""
    return Account(headline.of(checked), tuple(_rows(checked)))


def _rows(checked: Checked) -> Iterator[Row]:
    verdict = checked.verdict
    yield _file(checked)
    if checked.place is not None:
        yield _paper(checked)
    if verdict.kind is Kind.NOT_READABLE:
        return
    if verdict.signers:
        yield from people.who(checked)
        yield people.when(verdict)
        yield _later(checked)
    if checked.result is not None or verdict.intact or verdict.kind is Kind.NOT_SIGNED:
        yield _result(checked)
    is_as_signed = verdict.intact or verdict.kind is Kind.NOT_SIGNED
    if is_as_signed and checked.result is not None and checked.result.printed is not None:
        found = checked.result.printed
        yield Row("pages", _("The pages"), _PAGES[found.found.value], words.pages(found))


def _file(checked: Checked) -> Row:
    verdict, label = checked.verdict, _("The file")
    reasons = tuple(map(words.reason, verdict.reasons))
    if verdict.intact:
        inside = _("All pages and the answers inside are covered by the signature.")
        found = _("Nothing was changed since it was signed")
        return Row("file", label, "met", found, inside if verdict.is_report else "")
    if verdict.kind is Kind.NOT_SIGNED:
        found = _("There is no signature that could show a change")
        return Row("file", label, "dash", found, _status(checked))
    if verdict.kind is Kind.NOT_READABLE:
        return Row("file", label, "dash", words.joined(*reasons) or _("It cannot be read."))
    changes = tuple(words.changes(verdict.changes))
    if not changes:
        return Row("file", label, "gap", reasons[0] if reasons else "", details=reasons[1:])
    return Row("file", label, "gap", changes[0], details=changes[1:] + reasons)


def _status(checked: Checked) -> str:
    said = {
        "draft": _("It is a draft, which cannot be signed."),
        "sample": _("It is a sample, which cannot be signed."),
    }
    return said.get(str((checked.told or {}).get("status")), "")


def _paper(checked: Checked) -> Row:
    """Return where the file lies in the assessment, and the scans of the sealed paper there."""
    place, label = checked.place, _("In this assessment")
    assert place is not None  # noqa: S101, the caller has looked
    until = ""
    if place.keep_until:
        until = _("Keep it until {day} at least.").format(day=words.on_day(place.keep_until))
    if place.scan is not None:
        found = _("The same, byte for byte, as {scan} of version {number}, scanned {day}")
        found = found.format(scan=place.scan.name, number=place.number, day=_came(place.scan.at))
        return Row("paper", label, "met", found, until)
    found = _("The same, byte for byte, as version {number}").format(number=place.number)
    said = _("Sealed paper, scanned {day}: {name}, SHA-256 {sha256}")
    scans = [said.format(day=_came(one.at), name=one.name, sha256=one.sha256) for one in place.scans]
    return Row("paper", label, "met", found, until, tuple(scans))


def _came(at: str) -> str:
    """Return the day on which a scan came; an old assessment may not tell."""
    return words.on_day(datetime.fromisoformat(at).date()) if at else "-"


def _later(checked: Checked) -> Row:
    verdict, label = checked.verdict, _("Since then")
    names = words.listed([signer.name for signer in verdict.signers[1:]])
    if not verdict.intact:
        count = len(verdict.changes)
        if not count:
            return Row("later", label, "gap", _("It cannot be told what was added"))
        sentence = ngettext(
            "{count} change that is not allowed", "{count} changes that are not allowed", count
        )
        return Row("later", label, "gap", sentence.format(count=count))
    if not names:
        return Row("later", label, "met", _("Nothing was added"))
    text = _("The report allows countersignatures; nothing else was changed.")
    return Row("later", label, "met", _("Countersigned by {names}").format(names=names), text)


def _result_then(result: "Recomputed") -> Row:
    """Return what the answers give that were signed, of a file that is not what was signed."""
    found = _("The answers that were signed give grade {grade}, score {score}")
    found = found.format(grade=result.grade or "-", score=result.score or "-")
    text = _("What the pages show now may be something else.")
    return Row("result", _("The result"), "dash", found, text)


def _result(checked: Checked) -> Row:
    result, label = checked.result, _("The result")
    if result is None:
        found = _("Not a report of this program, so there is no result to compute again")
        return Row("result", label, "dash", found)
    if result.follows is None:
        why = _("The answers inside cannot be read.")
        if not result.knows_rules:
            why = _("Its rules are of another version of the program.")
        return Row("result", label, "unknown", _("It could not be computed again here"), why)
    if checked.verdict.signers and not checked.verdict.intact:
        return _result_then(result)
    other = ""
    if not result.knows_pack:
        other = _("Computed with the questionnaire inside, which is not the one of this program.")
    if result.follows and result.holds is False:
        found = _("The answers give grade {grade}, score {score}; the pages say something else")
        found = found.format(grade=result.grade or "-", score=result.score or "-")
        return Row("result", label, "gap", found, other)
    if result.follows:
        found = _("It follows from the answers: grade {grade}, score {score}")
        found = found.format(grade=result.grade or "-", score=result.score or "-")
        return Row("result", label, "met" if result.knows_pack else "unknown", found, other)
    found = _("What is printed does not follow from the answers")
    return Row("result", label, "gap", found, other, tuple(words.differences(result)))
