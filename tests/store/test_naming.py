"""Names of files that every system takes, with the hanzi kept."""

from datetime import UTC, datetime

import pytest

from facewise.assessment.answers import Business
from facewise.assessment.assess import assess
from facewise.content.packs import load_pack, pack_bytes
from facewise.i18n import Edition
from facewise.paper.report import write
from facewise.store.naming import report_name, slug
from facewise.store.samples import load_sample


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("学院路店", "学院路店"),
        ("A/B: 一店 (东) ", "A-B-一店-东"),
        ("../..\\x", "x"),
        ("Cafe\u0301", "Café"),
        ("🙂", ""),
        ("名" * 99, "名" * 40),
        ("䶮 𰻝", "䶮-𰻝"),
    ],
)
def test_a_text_becomes_part_of_a_name(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize(("edition", "ending"), [("zh", ""), ("en", "-en"), ("both", "-zh-en")])
def test_a_report_is_named_by_site_number_and_language(edition: Edition, ending: str) -> None:
    answers, pack = load_sample("shop").answers, load_pack()
    named = {}
    for site in ("学院路店", ""):
        told = answers.model_copy(update={"business": Business(name="样例", site=site)})
        report = write(pack, pack_bytes(), told, assess(pack, told), datetime(2026, 11, 20, tzinfo=UTC))
        named[site] = report_name(report, edition).replace(report.number, "N")
    assert named == {"学院路店": f"facewise-学院路店-N{ending}.pdf", "": f"facewise-样例-N{ending}.pdf"}
