"""`signs`: as they were designed, or as the options say, in three formats."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.cli.conftest import Run

from facewise.assessment.answers import Answer
from facewise.paper.design import Design
from facewise.store.designs import keeping
from facewise.store.site_file import SiteFile, read_site, write_site

MM = 72 / 25.4


def test_signs_are_made_in_each_language(run: Run, site: Path, tmp_path: Path) -> None:
    for language, ending in (("zh", ""), ("en", "-en"), ("both", "-zh-en")):
        said = run("signs", site, "-o", "signs", "--language", language)
        assert (said.code, said.err) == (0, "")
        names = {Path(line).name for line in said.out.splitlines()}
        assert f"sign-recognition-area-till{ending}.pdf" in names
        assert f"sign-payment-till{ending}.pdf" in names
        assert all((tmp_path / "signs" / name).read_bytes().startswith(b"%PDF-") for name in names)


def test_a_sign_that_would_say_too_much_is_refused_and_the_others_made(
    run: Run, tmp_path: Path, shop: SiteFile
) -> None:
    answers = shop.answers.put("alternatives.real", "till", Answer(value="no"))
    write_site(tmp_path / "a.facewise", SiteFile(answers, shop.pack))
    said = run("signs", "a.facewise", "-o", "signs")
    assert said.code == 0
    assert said.err.count("\n") == 1
    assert "sign-payment-till" not in said.out
    assert "sign-recognition-area-till" in said.out


def test_without_faces_there_is_no_sign(run: Run, tmp_path: Path, shop: SiteFile) -> None:
    told = {"scoping.recognises": Answer(value="no"), "scoping.counting": Answer(value="none")}
    answers = shop.answers.model_copy(update={"site": told, "uses": ()})
    write_site(tmp_path / "a.facewise", SiteFile(answers, shop.pack))
    said = run("signs", "a.facewise", "-o", "signs")
    assert (said.code, said.out) == (2, "")
    assert "no sign to put up" in said.err


def test_every_kind_is_made_and_only_those_that_are_asked_for(run: Run, site: Path) -> None:
    said = run("signs", site, "-o", "signs", "--language", "zh")
    assert {Path(line).name for line in said.out.splitlines()} == {
        *(f"sign-{kind}-till.pdf" for kind in ("recognition-area", "payment", "device")),
        *(f"sign-{kind}-clock.pdf" for kind in ("recognition-area", "entry", "device")),
        "sign-private.pdf",
    }
    said = run("signs", site, "-o", "signs", "--kind", "payment", "--kind", "private", "--language", "zh")
    assert {Path(line).name for line in said.out.splitlines()} == {
        "sign-payment-till.pdf",
        "sign-private.pdf",
    }


def test_a_kind_that_the_answers_do_not_lead_to_is_refused(run: Run, site: Path) -> None:
    content = read_site(site)
    only = content.answers.model_copy(update={"uses": content.answers.uses[:1]})
    write_site(site, replace(content, answers=only))
    said = run("signs", site, "-o", "signs", "--kind", "entry")
    assert (said.code, said.out) == (2, "")
    assert said.err.strip().endswith("there is no sign of the kind 'entry'.")


def test_a_sign_is_made_in_three_formats(run: Run, site: Path) -> None:
    said = run(
        "signs",
        site,
        "-o",
        "out",
        "--kind",
        "payment",
        "--size",
        "A5",
        "--landscape",
        "--format",
        "png,svg,PDF",
    )
    pdf, png, svg = (Path(line) for line in sorted(said.out.splitlines()))
    assert pdf.name == "sign-payment-till-a5-landscape-en.pdf"
    with Image.open(png) as picture:
        assert picture.size == (2481, 1749)
    assert b"<title" in svg.read_bytes()
    assert run("signs", site, "-o", "out", "--format", "gif").code == 2


def test_a_print_shop_gets_bleed_and_a_logo(run: Run, site: Path, tmp_path: Path) -> None:
    Image.new("RGB", (30, 10), "red").save(tmp_path / "logo.png")
    options = ("--bleed", "--logo", tmp_path / "logo.png", "--colour", "black", "--kind", "recognition_area")
    said = run("signs", site, "-o", "out", *options)
    assert said.code == 0
    data = Path(said.out.splitlines()[0]).read_bytes()
    with pikepdf.open(io.BytesIO(data)) as file:
        assert float(file.pages[0].MediaBox[2]) > 210 * MM
        assert [x.Width for x in file.pages[0].Resources.XObject.values() if x.Subtype == "/Image"] == [30]
    assert "print-shop" in said.out


@pytest.mark.parametrize("content", [b"nothing", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"])
def test_a_bad_logo_is_one_sentence_and_no_file(run: Run, site: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo.svg").write_bytes(content)
    said = run("signs", site, "-o", "out", "--logo", "logo.svg")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_logo_of_many_megabytes_is_not_read(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(bytes(21 * 1024 * 1024))
    said = run("signs", site, "-o", "out", "--logo", "logo.png")
    assert said.code == 2
    assert "too large" in said.err
    assert run("signs", site, "-o", "out", "--logo", "missing.png").code == 2


def test_a_sign_is_made_as_it_was_designed_and_what_it_leaves_out_is_said(run: Run, site: Path) -> None:
    design = replace(Design(size="A3"), without=frozenset({"phone", "place"}))
    write_site(site, keeping(read_site(site), "recognition_area till", design))
    said = run("signs", site, "-o", "out", "--kind", "recognition_area", "--language", "zh")
    assert Path(said.out.splitlines()[0]).name == "sign-recognition-area-till-a3.pdf"
    assert said.err.startswith("R-01: The sign no longer says whom to call.")
    assert "art. 5" in said.err
    assert run("signs", site, "-o", "out", "--kind", "recognition_area", "--size", "sticker").code == 0


def test_a_code_too_fine_for_its_sheet_is_said_to_be_left_out(run: Run, site: Path) -> None:
    said = run("signs", site, "-o", "out", "--kind", "payment", "--size", "A5")
    assert said.code == 0
    assert said.err.startswith("P-01: The code with the notice in brief would be too fine")
