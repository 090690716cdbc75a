"""Genuine reports of all kinds are intact: samples and others, languages, signers, ways to sign."""

import random
from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.signing import attacks
from tests.signing.authority import issued
from tests.signing.papers import NOW, person
from tests.signing.pictures import seal

from facewise.assessment.answers import Answer, Answers
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack
from facewise.i18n import Edition, Language
from facewise.paper.pdf.report.document import render_report
from facewise.paper.report import write
from facewise.signing.attachments import attached
from facewise.signing.identities import Identity
from facewise.signing.papers import Manner, sign_report
from facewise.signing.printed import Pages
from facewise.signing.recompute import recompute
from facewise.signing.seal import Seal, prepared
from facewise.signing.verify import verify
from facewise.store.samples import NAMES, load_sample

EDITIONS: tuple[Edition, ...] = ("zh", "en", "both")


@pytest.fixture(scope="module")
def people() -> tuple[Identity, ...]:
    return (
        person("李𬭎", "杭州安澜物业服务有限公司", "91350100M000100Y43"),
        person("Zoë O'Neill", "Harbour & Sons"),
        issued(),
    )


def varied(answers: Answers, chance: random.Random) -> Answers:
    """The same business with some answers given otherwise, all still answered."""
    pack = load_pack()
    for use in (None, *answers.uses):
        given = answers.site if use is None else use.answers
        for name in chance.sample(sorted(given), min(4, len(given))):
            question = pack.question(name)
            if question is not None and question.answers:
                value = chance.choice([each for each in question.values() if each != "na"])
                answers = answers.put(name, use.id if use else None, Answer(value=value))
    return answers


def reports(count: int) -> Iterator[tuple[bytes, Language]]:
    """Complete reports: samples as they are, then with other answers."""
    pack, chance, made = load_pack(), random.Random(19), 0  # noqa: S311, the same ones each time
    while made < count:
        site, edition = load_sample(NAMES[made % len(NAMES)]), EDITIONS[made // len(NAMES) % len(EDITIONS)]
        answers = site.answers.model_copy(update={"sample": False})
        if made >= len(NAMES) * len(EDITIONS):
            answers = varied(answers, chance)
        report = write(pack, site.pack, answers, assess(pack, answers), NOW)
        if report.status == "final":
            yield render_report(report, edition), "en" if edition == "en" else "zh"
            made += 1
        else:
            chance.random()


def check(people: tuple[Identity, ...], count: int) -> None:
    sealed = Manner(seal=Seal(prepared(seal(200), "seal.png", transparent=True)))
    for number, (base, language) in enumerate(reports(count)):
        owner, consultant = people[number % 3], people[(number + 1) % 3]
        manner = sealed if number % 2 else Manner()
        pack = load_pack()
        pdf = sign_report(base, owner, pack, language, NOW, countersign=False, manner=manner)
        if number % 4 > 1:
            later = NOW + timedelta(minutes=5)
            pdf = sign_report(pdf, consultant, pack, language, later, countersign=True, manner=manner)
        verdict = verify(pdf, {})
        assert verdict.intact, (number, verdict)
        assert verdict.is_report
        assert len(verdict.signers) == 1 + (number % 4 > 1)
        found = recompute(attached(pdf), pdf)
        assert found.holds is True, (number, found)
        assert found.printed is not None
        assert found.printed.found is Pages.SAME


def test_genuine_reports_are_intact_and_say_what_their_answers_give(people: tuple[Identity, ...]) -> None:
    check(people, 6)


@pytest.mark.slow
def test_200_genuine_reports_are_intact_and_say_what_their_answers_give(
    people: tuple[Identity, ...],
) -> None:
    check(people, 200)


@pytest.fixture(scope="module")
def whole(people: tuple[Identity, ...]) -> dict[str, bytes]:
    """A whole report with the picture of a seal, signed with the chain of an authority, and countersigned."""
    sealed = Manner(seal=Seal(prepared(seal(200), "seal.png", transparent=True)))
    (base, language), pack = next(reports(1)), load_pack()
    signed = sign_report(base, people[2], pack, language, NOW, countersign=False, manner=sealed)
    later = NOW + timedelta(minutes=5)
    both = sign_report(signed, people[0], pack, language, later, countersign=True, manner=sealed)
    return {"signed": signed, "countersigned": both}


@pytest.mark.parametrize("stage", ["signed", "countersigned"])
def test_no_changed_byte_of_a_whole_report_goes_unnoticed(whole: dict[str, bytes], stage: str) -> None:
    flips = attacks.flips(whole[stage], 60, seed=3)
    assert not [place for place, made in flips if verify(made, {}).intact]


@pytest.mark.slow
@pytest.mark.parametrize("stage", ["signed", "countersigned"])
def test_none_of_2000_changed_bytes_of_a_whole_report_goes_unnoticed(
    whole: dict[str, bytes], stage: str
) -> None:
    flips = attacks.flips(whole[stage], 2000, seed=4)
    assert not [place for place, made in flips if verify(made, {}).intact]
