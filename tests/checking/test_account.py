"""Every verdict has its words, in both languages, and none of them promises what was not found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from facewise import i18n
from facewise.checking import words
from facewise.checking.account import Row, account
from facewise.checking.check import Checked
from facewise.checking.keeping import Place
from facewise.checking.told import lines, plain
from facewise.i18n import Language
from facewise.signing.printed import Pages, Printed
from facewise.signing.recompute import Difference, Recomputed
from facewise.signing.verdict import Change, Kind, Part, Reason, Signer, Stamped, Verdict
from facewise.store.pins import Pin
from facewise.store.signed import Scan

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
KEY = "FBFC1388F4369DEF" + "0" * 48
SIGNER = Signer(
    "李𬭎",
    "",
    "",
    KEY,
    "Owner",
    AT,
    certifies=True,
    self_issued=True,
    known=False,
    namesake=False,
    genuine=True,
)
FOLLOWS = Recomputed(follows=True, grade="D", score="73.0", printed=Printed(Pages.SAME))
NEVER = ("compliant", "certified", "合规", "保证")


@pytest.fixture(autouse=True, params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    i18n.use(request.param)
    yield request.param
    i18n.use("en")


def checked(kind: Kind, *signers: Signer, **more: object) -> Checked:
    verdict = Verdict(kind, is_report=True, signers=signers, sha256="a" * 64)
    found = Checked("a.pdf", b"", verdict, FOLLOWS, {"status": "final"})
    own = {name: value for name, value in more.items() if name in Checked.__dataclass_fields__}
    rest = {name: value for name, value in more.items() if name not in own}
    return replace(found, verdict=replace(verdict, **rest), **own)  # type: ignore[arg-type]


def row(found: Checked, topic: str) -> Row:
    return next(one for one in account(found).rows if one.topic == topic)


def said(found: Checked) -> str:
    text = "\n".join(lines(found))
    assert not any(word in text.lower() for word in NEVER)
    return text


KNOWN = replace(SIGNER, known=True)
INTACT = checked(Kind.INTACT_KNOWN, KNOWN)
FIRST = checked(Kind.INTACT_FIRST_SEEN, SIGNER)


@pytest.mark.parametrize(
    ("found", "state", "en", "zh"),
    [
        (INTACT, "met", "Intact, and the result follows", "完好，结果与答案一致"),
        (replace(INTACT, result=Recomputed(None)), "met", "could not be computed here", "算不了"),
        (
            replace(INTACT, result=replace(FOLLOWS, knows_pack=False)),
            "met",
            "does not know that questionnaire",
            "不认识",
        ),
        (
            replace(INTACT, result=replace(FOLLOWS, printed=Printed(Pages.UNKNOWN))),
            "met",
            "could not be found out",
            "没能查清",
        ),
        (
            replace(INTACT, verdict=replace(INTACT.verdict, is_report=False), result=None),
            "met",
            "not a report of this program",
            "不是本程序的报告",
        ),
        (FIRST, "unknown", "seen for the first time", "第一次见到"),
        (replace(FIRST, met={KEY: Pin(name="李𬭎", first_seen=AT)}), "unknown", "never compared", "没核对过"),
        (replace(FIRST, result=None), "unknown", "Nobody has compared", "没人核对过"),
        (
            replace(FIRST, verdict=replace(FIRST.verdict, is_report=False), result=None),
            "unknown",
            "not a report of this program",
            "不是本程序的报告",
        ),
        (
            checked(Kind.INTACT_FIRST_SEEN, replace(SIGNER, namesake=True)),
            "partly",
            "another identity before",
            "另一个身份",
        ),
        (replace(INTACT, result=Recomputed(follows=False)), "gap", "answers give another result", "结果不同"),
        (
            replace(INTACT, result=replace(FOLLOWS, printed=Printed(Pages.DIFFERENT, pages=(1, 3)))),
            "gap",
            "edited its pages before it was signed",
            "签署之前有人改过页面",
        ),
        (
            checked(Kind.CHANGED, KNOWN, changes=(Change(Part.PAGE, 1), Change(Part.PAGE, 6))),
            "gap",
            "Pages 1, 6 were changed.",
            "第 1、6 页",
        ),
        (
            checked(Kind.CHANGED, KNOWN, reasons=(Reason.SIGNER_MISSING,)),
            "gap",
            "somebody took it away",
            "较早",
        ),
        (checked(Kind.BROKEN, reasons=(Reason.SIGNATURE_WRONG,)), "gap", "is not genuine", "签名不真"),
        (checked(Kind.NOT_SIGNED), "dash", "Not signed", "没有签名"),
        (
            checked(Kind.NOT_SIGNED, result=Recomputed(follows=False)),
            "gap",
            "nobody has signed",
            "没有人签名",
        ),
        (
            checked(Kind.NOT_SIGNED, is_report=False, result=None),
            "dash",
            "not a report of this program",
            "不是本程序的报告",
        ),
        (checked(Kind.NOT_READABLE, reasons=(Reason.NOT_A_PDF,)), "dash", "cannot be read", "打不开"),
        (checked(Kind.NOT_READABLE, reasons=(Reason.ENCRYPTED,)), "dash", "Locked", "有密码"),
        (checked(Kind.NOT_READABLE, reasons=(Reason.TOO_LARGE,)), "dash", "Too large", "太大"),
    ],
)
def test_each_verdict_has_its_state_and_words(
    found: Checked, state: str, en: str, zh: str, language: Language
) -> None:
    assert account(found).headline.state == state
    assert {"en": en, "zh": zh}[language] in said(found)


def test_scans_of_the_sealed_paper_are_named(language: Language) -> None:
    scan = Scan("scan-1.jpg", b"x", "2026-11-21T10:00:00+00:00")
    place = Place(2, date(2029, 11, 20), (scan,))
    sealed = replace(checked(Kind.NOT_SIGNED), place=place)
    assert account(sealed).headline.state == "dash"
    assert scan.sha256 in said(sealed)
    assert "2029" in row(sealed, "paper").means
    itself = replace(checked(Kind.NOT_READABLE, reasons=(Reason.NOT_A_PDF,)), place=replace(place, scan=scan))
    assert "scan-1.jpg" in row(itself, "paper").found
    as_pdf = replace(checked(Kind.NOT_SIGNED, is_report=False, result=None), place=replace(place, scan=scan))
    assert account(as_pdf).headline == account(itself).headline
    undated = replace(sealed, place=replace(place, scans=(replace(scan, at=""),)))
    assert "-" in row(undated, "paper").details[0]
    bare = replace(INTACT, place=Place(1, None))
    assert row(bare, "paper").means == ""


@pytest.mark.parametrize(
    ("signer", "met", "state", "en"),
    [
        (replace(SIGNER, genuine=False), None, "gap", "not right"),
        (
            replace(SIGNER, known=True, trusted=True, self_issued=False),
            None,
            "met",
            "authority that is trusted",
        ),
        (replace(SIGNER, known=True), None, "met", "One of the identities on this computer"),
        (
            replace(SIGNER, known=True),
            Pin(name="n", first_seen=AT, compared=AT),
            "met",
            "compared and remembered on 20 November 2026",
        ),
        (replace(SIGNER, namesake=True), None, "partly", "another fingerprint"),
        (SIGNER, None, "unknown", "seen for the first time"),
        (SIGNER, Pin(name="n", first_seen=AT), "unknown", "since 20 November 2026, never compared"),
    ],
)
def test_a_signer_is_told_by_what_is_known(
    signer: Signer, met: Pin | None, state: str, en: str, language: Language
) -> None:
    kind = Kind.INTACT_KNOWN if signer.known else Kind.INTACT_FIRST_SEEN
    found = replace(checked(kind, signer), met={KEY: met} if met else {})
    one = row(found, "who")
    assert one.state == state
    assert "FBFC 1388 F436 9DEF" in one.details[0]
    if language == "en":
        assert en in f"{one.found} {one.means}"


def test_a_right_signature_under_a_changed_file_is_no_tick() -> None:
    found = checked(Kind.CHANGED, KNOWN, changes=(Change(Part.UNKNOWN),))
    assert row(found, "who").state == "dash"
    assert row(found, "later").state == "gap"
    assert row(checked(Kind.CHANGED, KNOWN), "later").state == "gap"


def test_of_a_changed_file_only_what_was_signed_is_told(language: Language) -> None:
    found = checked(Kind.CHANGED, KNOWN, changes=(Change(Part.PAGE, 2),))
    assert row(found, "result").state == "dash"
    assert not [one for one in account(found).rows if one.topic == "pages"]
    assert {"en": "may be something else", "zh": "可能已经不同"}[language] in row(found, "result").means


def test_times_are_by_a_clock_or_noted_by_a_service(language: Language) -> None:
    trusted, other = (Stamped(AT, "Time Ltd", "F" * 64, trusted=one) for one in (True, False))
    first = replace(KNOWN, stamped=trusted)
    second = replace(KNOWN, name="林晓彤", fingerprint="E" * 64, certifies=False, stamped=other)
    found = checked(Kind.INTACT_KNOWN, first, second, stamps=(trusted,), has_evidence=True)
    when = row(found, "when")
    assert when.state == "met"
    assert "林晓彤" in when.details[0]
    assert when.details[-1].startswith({"en": "Level B-LTA", "zh": "B-LTA"}[language])
    assert row(checked(Kind.INTACT_KNOWN, second), "when").state == "dash"
    assert row(checked(Kind.INTACT_KNOWN, replace(KNOWN, time=None)), "when").means == ""
    assert "(UTC+00:00)" in row(INTACT, "when").found or "UTC+00:00" in row(INTACT, "when").found
    assert row(found, "later").state == "met"
    assert "林晓彤" in row(found, "later").found


def test_every_reason_part_page_and_level_has_its_words(language: Language) -> None:
    assert len({words.reason(reason) for reason in Reason}) == len(Reason)
    assert len({words.change(Change(part, 2, "x")) for part in Part}) == len(Part)
    assert len({words.pages(Printed(pages, "0.0.9")) for pages in Pages}) == len(Pages)
    assert words.pages(Printed(Pages.DIFFERENT, pages=(1, 3))).count("3") == 1
    levels = ("B-B", "B-T", "B-LT", "B-LTA")
    assert all(level in words.level(level) for level in levels)


def test_differences_are_listed_one_by_one(language: Language) -> None:
    result = Recomputed(
        follows=False,
        knows_pack=False,
        differences=(
            Difference("grade", "A", "D"),
            Difference("score", None, {"value": "1.0"}),
            Difference("red_lines", [], [], (("G1", None), ("F2", "till"), ("G1", "till"))),
            Difference("coverage", {}, {}),
        ),
    )
    one = row(replace(INTACT, result=result), "result")
    assert one.state == "gap"
    assert len(one.details) == 4
    assert one.means
    if language == "en":
        assert one.details[1] == "Score: the report says -, the answers give 1.0."
        assert one.details[2] == "Red lines: these differ: G1, F2."


def test_a_result_that_cannot_be_computed_says_why() -> None:
    rules = row(replace(INTACT, result=Recomputed(None, knows_rules=False)), "result")
    answers = row(replace(INTACT, result=Recomputed(None)), "result")
    assert rules.state == answers.state == "unknown"
    assert rules.means != answers.means
    other = row(replace(INTACT, result=replace(FOLLOWS, knows_pack=False)), "result")
    assert other.state == "unknown"


@pytest.mark.parametrize("status", ["draft", "sample", "final"])
def test_a_draft_and_a_sample_are_called_so(status: str) -> None:
    found = replace(checked(Kind.NOT_SIGNED), told={"status": status})
    assert bool(row(found, "file").means) == (status != "final")


def test_json_holds_everything_without_words() -> None:
    stamp = Stamped(AT, "Time Ltd", "F" * 64, trusted=True)
    met = {KEY: Pin(name="n", first_seen=AT, compared=AT)}
    found = replace(checked(Kind.INTACT_KNOWN, replace(KNOWN, stamped=stamp), stamps=(stamp,)), met=met)
    told = plain(found)
    assert (told["file"], told["kind"], told["holds"]) == ("a.pdf", "intact_known", True)
    assert told["signers"][0]["compared"] == told["signers"][0]["first_seen"] == AT.isoformat()
    assert told["signers"][0]["timestamp"] == told["timestamps"][0]
    assert told["result"]["pages"]["found"] == "same"
    changed = checked(Kind.CHANGED, SIGNER, changes=(Change(Part.PAGE, 1),), reasons=(Reason.DIGEST,))
    assert plain(changed)["holds"] is False
    assert plain(changed)["changes"] == [{"part": "page", "page": 1, "name": ""}]
    assert plain(replace(changed, result=None))["result"] is None
