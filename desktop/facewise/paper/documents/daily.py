"""What several papers of the daily running share: whose faces, who else takes part, on which law it rests."""

from collections.abc import Callable, Iterable

from facewise.i18n import Text
from facewise.paper.documents.case import Case
from facewise.paper.documents.kinds import in_use, listed
from facewise.paper.documents.model import Paragraph, Part, Ruled, Section, Value, Words
from facewise.paper.documents.shared import DECIDED_ELSEWHERE, hint

_ELSEWHERE = ("vendor_cloud", "payment_company")


def used(case: Case) -> tuple[Case, ...]:
    """Return the uses of a site that are not inside a private space."""
    return tuple(one for one in case.uses if not in_use(one))


def kept_here(uses: Iterable[Case]) -> tuple[Case, ...]:
    """Return the uses whose faces the payment company does not keep, so that staff deal with them."""
    return tuple(one for one in uses if not one.till)


def leaves_the_premises(case: Case) -> bool | None:
    """Return whether faces are kept elsewhere or sent over the internet, None if the answers do not say."""
    kept, sent = case.value("S9"), case.value("S10")
    if kept in _ELSEWHERE or sent == "yes":
        return True
    inside = kept == "local" or (kept == "device" and case.value("F1") == "yes")
    return False if inside and sent == "no" else None


def others_take_part(case: Case) -> bool | None:
    """Return whether somebody else decides on faces or touches them, None where the answers do not say."""
    return True if case.value("S3") in DECIDED_ELSEWHERE else leaves_the_premises(case)


def told_apart(case: Case, key: str, uses: tuple[Case, ...], those: tuple[Case, ...]) -> tuple[Text, ...]:
    """Return words for some of the uses, which are named where it is not all of them; none for none."""
    if not those:
        return ()
    words = case.word(key)
    if len(those) == len(uses):
        return (words,)
    named = listed(dict.fromkeys(one.named for one in those))
    return (case.word("only", uses=named, words=words),)


def which(uses: tuple[Case, ...], holds: Callable[[Case], bool]) -> tuple[Case, ...]:
    """Return the uses of which something holds."""
    return tuple(one for one in uses if holds(one))


def numbered(case: Case, *sections: tuple[str, tuple[Part, ...]]) -> tuple[Section, ...]:
    """Return sections by the key of their title, counted; those without parts are left out."""
    kept = [(key, parts) for key, parts in sections if parts]
    return tuple(
        Section(case.word(f"{key}.title"), parts, case.word(f"number.{number}"))
        for number, (key, parts) in enumerate(kept, 1)
    )


def rests_on(case: Case, *cites: str) -> tuple[Part, ...]:
    """Return the line that names the provisions a section rests on, as far as they bind here."""
    return _named(case, "basis", cites)


def guided_by(case: Case, *cites: str) -> tuple[Part, ...]:
    """Return the line that names guides, which are not law and are set apart from it."""
    return _named(case, "guide", cites)


def _named(case: Case, key: str, cites: tuple[str, ...]) -> tuple[Part, ...]:
    law = case.law(*cites)
    return (Paragraph(case.word(key, law=listed(one.short for one in law)), "small"),) if law else ()


def words_of(case: Case, prefix: str, *keys: str) -> tuple[Text, ...]:
    """Return words whose keys begin alike."""
    return tuple(case.word(f"{prefix}.{key}") for key in keys)


def hints(case: Case, prefix: str, *keys: str) -> dict[str, Ruled]:
    """Return lines to write on with their hints, by the key of their label."""
    return {f"{prefix}.{key}": hint(case, f"{prefix}.{key}.hint") for key in keys}


def lines(value: Value) -> tuple[Words | Ruled, ...]:
    """Return a value as its lines."""
    return value if isinstance(value, tuple) else (value,)
