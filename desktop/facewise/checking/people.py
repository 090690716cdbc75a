"""Who signed and when, in words, and what this computer knows of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from facewise.checking import words
from facewise.checking.check import Checked
from facewise.i18n import _
from facewise.signing.identities import short
from facewise.signing.verdict import Signer, Verdict

Topic: TypeAlias = Literal["file", "paper", "who", "when", "later", "result", "pages"]
State: TypeAlias = Literal["met", "partly", "gap", "unknown", "dash"]
"""The shapes of `window.md` that say how something stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at: what was found, what that means, and more lines where there are some.

    `signer` is whom the row is about, where it is about somebody.
    """

    topic: Topic
    label: str
    state: State
    found: str
    means: str = ""
    details: tuple[str, ...] = ()
    signer: Signer | None = None


def who(checked: Checked) -> Iterator[Row]:
    """Yield a row for each signer."""
    for place, signer in enumerate(checked.verdict.signers):
        label = _("Who signed") if place == 0 else _("Countersigned")
        state, found, means = _standing(checked, signer)
        digits = _("Fingerprint {fingerprint}").format(fingerprint=short(signer.fingerprint))
        yield Row("who", label, state, found, means, (digits,), signer)


def when(verdict: Verdict) -> Row:
    """Return when they signed: the first first, then the others, then what was noted over the whole file."""
    first, *others = verdict.signers
    state, found, means = _time(first)
    details = [
        _("{name}: {time}").format(name=one.name, time=words.joined(*_time(one)[1:])) for one in others
    ]
    for stamp in verdict.stamps:
        noted = _("The whole file: {time}, {noted}.")
        details.append(noted.format(time=words.moment(stamp.time), noted=words.noted(stamp)))
    if verdict.level:
        details.append(words.level(verdict.level))
    return Row("when", _("When"), state, found, means, tuple(details))


def _standing(checked: Checked, signer: Signer) -> tuple[State, str, str]:
    """Return how a signer stands here: state, name, and what is known."""
    name = words.listed(list(filter(None, (signer.name, signer.organisation, signer.credit_code))))
    calls = _('Calls itself "{name}"').format(name=name)
    kind = _("Self-signed identity") if signer.self_issued else _("Identity from an authority")
    if not signer.genuine:
        return "gap", calls, _("The signature itself is not right.")
    if not checked.verdict.intact:
        return "dash", name, _("The signature is right, but only for what was signed then.")
    if signer.known:
        return "met", name, _known(checked, signer, kind)
    met = checked.met.get(signer.fingerprint)
    if signer.namesake:
        text = _("This name was seen before with another fingerprint. Ask by telephone who it is.")
        return "partly", calls, text
    if met is not None:
        text = _("{kind}. Ask the signer by telephone for the fingerprint, and compare:").format(kind=kind)
        found = _('Calls itself "{name}", seen here since {day}, never compared')
        return "unknown", found.format(name=name, day=_day(met.first_seen)), text
    text = _("{kind}. Ask the signer by telephone for the fingerprint, and compare:").format(kind=kind)
    return "unknown", _('Calls itself "{name}", seen for the first time').format(name=name), text


def _known(checked: Checked, signer: Signer, kind: str) -> str:
    pin = checked.met.get(signer.fingerprint)
    if pin is not None and pin.compared is not None:
        said = _("{kind}, compared and remembered on {day}, the same fingerprint")
        return said.format(kind=kind, day=_day(pin.compared))
    if signer.trusted:
        return _("The certificate was issued by an authority that is trusted here.")
    return _("One of the identities on this computer.")


def _time(signer: Signer) -> tuple[State, str, str]:
    if signer.stamped is not None:
        state: State = "met" if signer.stamped.trusted else "dash"
        noted = _("The time was {noted}.").format(noted=words.noted(signer.stamped))
        return state, words.moment(signer.stamped.time), noted
    if signer.time is None:
        return "dash", _("No time given"), ""
    means = _("By the signer's own clock, without a timestamp of a third party.")
    return "dash", words.moment(signer.time), means


def _day(moment: datetime) -> str:
    return words.on_day(moment.astimezone().date())
