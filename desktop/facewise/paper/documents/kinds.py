"""The kinds of papers: what each rests on, for which uses it is made, and why it is not made for others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facewise.i18n import Text
from facewise.paper.documents.case import Case
from facewise.paper.documents.model import Paper, Part, SmallPrint

Reason: TypeAlias = Callable[[Case], str]
"""Says why a paper is not made: the end of a key of the words (paper.not.…), "" where it is made."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper; its title and lead are the words `paper.<id>.title` and `paper.<id>.lead`.

    `series` begins its numbers (N-01); `cites` are the provisions it rests on, the Measures first; `scope`
    says whether there is one for each use or one for the site; `group` in which list it stands.
    """

    id: str
    series: str
    cites: tuple[str, ...]
    scope: Literal["site", "use"]
    reason: Reason
    write: Callable[[Case], tuple[Part, ...]]
    sheet: Literal["text", "form", "large"] = "text"
    group: Literal["people", "office"] = "people"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A paper that is not made, for a use ("" for the site), and the sentence that says why (key: `why`)."""

    id: str
    use: str
    title: Text
    reason: Text
    why: str = ""


def make(kind: PaperKind, case: Case) -> Paper | Withheld:
    """Return the paper of a kind for a use or the site, or why there is none."""
    use = case.use.id if case.use else ""
    title, why = case.word(f"{kind.id}.title"), kind.reason(case)
    if why:
        return Withheld(kind.id, use, title, case.word(f"not.{why}"), why)
    law = case.law(*kind.cites)
    number = f"{kind.series}-{max(case.position, 1):02}"
    return Paper(
        id=kind.id,
        use=use,
        number=number,
        title=title,
        lead=case.pack.words.get(f"paper.{kind.id}.lead", ""),
        laws=tuple(one.reference for one in law),
        made=case.made,
        business=case.business.name,
        place=case.place.zh,
        version=case.word("version", date=case.answers.on.isoformat()),
        parts=kind.write(case),
        small=_small_print(case, number, listed(one.short for one in law)),
        sheet=kind.sheet,
    )


def _small_print(case: Case, number: str, law: Text) -> SmallPrint:
    words, pack = case.pack.words, case.pack
    named = {"number": number, "id": pack.id, "version": pack.version, "hash": case.content_hash[:8]}
    return SmallPrint(
        law=law,
        numbered=case.word("numbered", **named),
        page=words["report.page"],
        blank=words["blank"],
        unofficial=words["report.unofficial"],
        program=words["program"],
        sample=case.word("sample") if case.answers.sample else None,
        watermark=words["report.sample.mark"] if case.answers.sample else None,
    )


def listed(texts: Iterable[Text]) -> Text:
    """Return texts as a list within a sentence, in both languages."""
    every = tuple(texts)
    return Text("、".join(text.zh for text in every), ", ".join(text.en for text in every))


def in_use(case: Case) -> str:
    """Hold for every use of faces that may be: not in a private space, and not where none is recognised."""
    if case.outcome in ("no_face", "not_sure"):
        return case.outcome
    if case.use is None and not case.answers.uses:
        return "no_use"
    return "private" if case.private else ""


def our_duty(case: Case) -> str:
    """Hold where the business itself decides what faces are used for, at least in one use of a site."""
    return in_use(case) or some_use(case, lambda one: in_use(one) or ("till" if one.till else ""))


def some_use(case: Case, reason: Reason) -> str:
    """Return why none of the uses will do (the last reason); of one use, its own reason."""
    reasons = [reason(one) for one in ((case,) if case.use else case.uses)]
    return "" if "" in reasons else reasons[-1]
