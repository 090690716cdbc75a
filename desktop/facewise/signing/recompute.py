"""Whether the result inside a report follows from the answers and the questionnaire that travel with it."""

import json
from dataclasses import dataclass, replace
from typing import Any

from facewise.assessment.answers import Answers
from facewise.assessment.assess import assess
from facewise.assessment.exported import exported
from facewise.assessment.result import RULES
from facewise.content.canonical import canonical, sha256
from facewise.content.packs import pack_from_bytes, pack_hash
from facewise.signing.attachments import ANSWERS, PACK, RESULT
from facewise.signing.printed import Pages, Printed, printed

_STATUS = "status"


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

    `printed` says how the pages compare with what the answers give, where the PDF was given too.
    """

    follows: bool | None
    knows_rules: bool = True
    knows_pack: bool = True
    differences: tuple[Difference, ...] = ()
    grade: str | None = None
    score: str | None = None
    printed: Printed | None = None

    @property
    def holds(self) -> bool | None:
        """Whether result and pages follow from the answers; None where the result could not be computed."""
        if self.printed is not None and self.printed.found is Pages.DIFFERENT:
            return False
        return self.follows


def recompute(files: dict[str, bytes], pdf: bytes | None = None) -> Recomputed:
    """Return what the attached answers come to under the attached questionnaire, compared with the result.

    `files` is what `attached` gives of `pdf`, whose pages are compared too where it is given and the result
    follows. Rules of another number than ours are not guessed at.
    """
    found = _recomputed(files)
    if pdf is None or not found.follows:
        return found
    return replace(found, printed=printed(pdf, files))


def _recomputed(files: dict[str, bytes]) -> Recomputed:
    try:
        told = json.loads(files[RESULT])
        if told["rules"] != RULES:
            return Recomputed(None, knows_rules=False)
        pack = pack_from_bytes(files[PACK])
        answers = Answers.model_validate_json(files[ANSWERS])
        result = exported(pack, sha256(files[PACK]), assess(pack, answers))
        return _compared(told, json.loads(canonical(result)))
    except Exception:  # noqa: BLE001, a hostile file may raise anything
        return Recomputed(None)


def _compared(told: dict[str, Any], computed: dict[str, Any]) -> Recomputed:
    parts = sorted((told.keys() | computed.keys()) - {_STATUS})
    differences = tuple(
        Difference(part, told.get(part), computed.get(part), _places(told.get(part), computed.get(part)))
        for part in parts
        if told.get(part) != computed.get(part)
    )
    return Recomputed(
        follows=not differences,
        knows_pack=computed["pack"]["sha256"] == pack_hash(),
        differences=differences,
        grade=computed["grade"],
        score=computed["score"] and computed["score"]["value"],
    )


def _places(printed: object, computed: object) -> tuple[tuple[str, str | None], ...]:
    """Return the places whose entries differ between two lists of red lines or findings."""
    if not (isinstance(printed, list) and isinstance(computed, list)):
        return ()
    differing = [entry for entry in (*printed, *computed) if (entry in printed) != (entry in computed)]
    named = [(str(one.get("code", "")), one.get("use")) for one in differing if isinstance(one, dict)]
    return tuple(dict.fromkeys(named))
