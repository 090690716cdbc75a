"""Whether the result inside a report follows from the answers and the questionnaire that travel with it."""

import json
from dataclasses import dataclass, replace
from typing import Any, Final

from facewise.assessment.assess import assess
from facewise.assessment.exported import exported, public_answers
from facewise.assessment.result import RULES
from facewise.content.canonical import canonical, sha256
from facewise.content.packs import load_pack, pack_from_bytes, pack_hash
from facewise.paper.report import status_of
from facewise.plain_text import shown
from facewise.signing.attachments import ANSWERS, PACK, RESULT
from facewise.signing.printed import Pages, Printed, answers_from_bytes, printed

_MOST_PACK: Final = 2 << 20  # bytes; ours has a third of that
_MOST_RESULT: Final = 2 << 20  # bytes; a tenth of that for fifty uses
_MOST_PLACES: Final = 100


@dataclass(frozen=True, slots=True)
class Difference:
    """A part of the result that does not follow: its name in result.json, and which places differ in it.

    `places` are (short code, use) for red lines and findings, else empty; values are as result.json has them.
    """

    part: str
    printed: Any
    computed: Any
    places: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Recomputed:
    """What computing anew has shown; `follows` is None where it could not be computed.

    `knows_pack` where the questionnaire is this program's or was published before: by another, anything may
    follow. `status` is what the answers allow: final, draft or sample. `printed` says how the pages compare
    with what the answers give, where the PDF was given too.
    """

    follows: bool | None
    knows_rules: bool = True
    knows_pack: bool = True
    differences: tuple[Difference, ...] = ()
    grade: str | None = None
    score: str | None = None
    status: str = ""
    printed: Printed | None = None

    @property
    def holds(self) -> bool | None:
        """Whether result and pages follow from the answers; None where that could not be found out."""
        pages = self.printed.found if self.printed is not None else Pages.SAME
        if self.follows is False or pages is Pages.DIFFERENT:
            return False
        return True if self.follows and self.knows_pack and pages is not Pages.UNKNOWN else None


def recompute(files: dict[str, bytes], pdf: bytes | None = None) -> Recomputed:
    """Return what the attached answers come to under the attached questionnaire, compared with the result.

    `files` is what `attached` gives of `pdf`, whose pages are compared too where it is given and the result
    follows from a questionnaire that is known. Rules of another number than ours are not guessed at.
    """
    found = _recomputed(files)
    if pdf is None or not found.follows or not found.knows_pack:
        return found
    return replace(found, printed=printed(pdf, files))


def _recomputed(files: dict[str, bytes]) -> Recomputed:
    try:
        if len(files[PACK]) > _MOST_PACK or len(files[RESULT]) > _MOST_RESULT:
            return Recomputed(None)
        told = _plain(files[RESULT])
        if told["rules"] != RULES:
            return Recomputed(None, knows_rules=False)
        pack, answers = pack_from_bytes(files[PACK]), answers_from_bytes(files[ANSWERS])
        if canonical(public_answers(answers)) != files[ANSWERS]:  # more travels in it than is ever printed
            return Recomputed(None)
        found = assess(pack, answers)
        plain = exported(pack, sha256(files[PACK]), found) | {"status": status_of(answers, found)}
        return _compared(told, json.loads(canonical(plain)))
    except Exception:  # noqa: BLE001, a hostile file may raise anything
        return Recomputed(None)


def _plain(content: bytes) -> dict[str, Any]:
    """Return what canonical JSON holds: in other JSON a name may stand twice, and readers choose."""
    found: dict[str, Any] = json.loads(content)
    if canonical(found) != content:
        raise ValueError
    return found


def _compared(told: dict[str, Any], computed: dict[str, Any]) -> Recomputed:
    differences = tuple(
        _difference(part, told.get(part), computed.get(part))
        for part in sorted(told.keys() | computed.keys())
        if told.get(part) != computed.get(part) and not _is_at_will(part, told, computed)
    )
    return Recomputed(
        follows=not differences,
        knows_pack=computed["pack"]["sha256"] in {pack_hash(), *load_pack().earlier},
        differences=differences,
        grade=computed["grade"],
        score=computed["score"] and computed["score"]["value"],
        status=computed["status"],
    )


def _difference(part: str, told: object, computed: object) -> Difference:
    return Difference(shown(part), _shown(told), computed, _places(told, computed))


def _shown(told: object) -> Any:  # noqa: ANN401, anything that JSON holds
    """Return what a file says, with texts that can be shown."""
    if isinstance(told, dict):
        return {shown(name): _shown(value) for name, value in told.items()}
    if isinstance(told, list):
        return [_shown(value) for value in told]
    return shown(told) if isinstance(told, str) else told


def _is_at_will(part: str, told: dict[str, Any], computed: dict[str, Any]) -> bool:
    """Return whether it is a finished report that was made as a draft."""
    return part == "status" and (told.get(part), computed[part]) == ("draft", "final")


def _places(printed: object, computed: object) -> tuple[tuple[str, str | None], ...]:
    """Return the places whose entries differ between two lists of red lines or findings."""
    if not (isinstance(printed, list) and isinstance(computed, list)):
        return ()
    here, there = ({canonical(entry): entry for entry in each} for each in (printed, computed))
    differing = [
        entry for written, entry in (here | there).items() if (written in here) != (written in there)
    ]
    named = [_place(one) for one in differing if isinstance(one, dict)]
    return tuple(dict.fromkeys(named))[:_MOST_PLACES]


def _place(entry: dict[str, Any]) -> tuple[str, str | None]:
    code, use = str(entry.get("code", "")), entry.get("use")
    return shown(code), shown(str(use)) if use is not None else None
