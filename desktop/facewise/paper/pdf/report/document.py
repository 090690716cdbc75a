"""The whole report: its pages in order, what is printed round them, what travels inside."""

from collections.abc import Mapping
from importlib.metadata import version

from facewise.i18n import Edition, Text
from facewise.paper.pdf.blocks import Block, OnePage
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.furniture import Furniture
from facewise.paper.pdf.metadata import Attachment
from facewise.paper.pdf.report.articles import by_article
from facewise.paper.pdf.report.back import declaration, method, verification
from facewise.paper.pdf.report.findings import findings
from facewise.paper.pdf.report.front import cover, summary
from facewise.paper.pdf.report.lists import action_plan, evidence, not_asked, notes
from facewise.paper.pdf.words import PageHere, PageOf, Run, Words, main_language
from facewise.paper.report import Report


def render_report(report: Report, edition: Edition) -> bytes:
    """Return the report as PDF; the same report gives the same bytes."""
    return render(document(report, edition))


def document(report: Report, edition: Edition) -> Document:
    """Return the report as a document of blocks."""
    words, business = report.pack.words, report.answers.business
    language = main_language(edition)
    subject = {"number": report.number, "business": business.name, "date": report.answers.on.isoformat()}
    return Document(
        title=words["report.title"][language],
        author=business.name,
        subject=words["report.subject"].format(**subject)[language],
        edition=edition,
        made=report.made,
        cover=cover(report, edition),
        blocks=blocks(report, edition),
        furniture=_furniture(report, edition),
        watermark="" if report.status == "final" else words[f"report.{report.status}.mark"][language],
        attachments=tuple(
            Attachment(part.name, part.data, words[f"attach.{part.name.split('.')[0]}"][language])
            for part in report.inside
        ),
        creator=f"Facewise {version('facewise')}",
        keywords=report.number,
    )


def blocks(report: Report, edition: Edition) -> tuple[Block, ...]:
    """Return all pages after the cover; without a grade there is nothing to show article by article."""
    judged = (*by_article(report), *findings(report)) if report.assessment.findings else ()
    planned = (*action_plan(report), *not_asked(report)) if report.assessment.findings else ()
    return (
        OnePage(summary(report, edition)),
        *judged,
        *planned,
        *notes(report),
        *evidence(report),
        OnePage(method(report, edition)),
        OnePage(declaration(report, main_language(edition))),
        OnePage(verification(report)),
    )


def _furniture(report: Report, edition: Edition) -> Furniture:
    words, pack, business = report.pack.words, report.pack, report.answers.business
    place = business.site or business.name
    named = {"id": pack.id, "version": pack.version, "hash": report.inside[1].sha256[:8]}
    title = words["report.short"].format(site=place) if place else words["report.title"]
    return Furniture(
        left=title.zh if edition == "both" else title,
        right=report.number,
        foot_left=words["report.foot"],
        foot_middle=words["report.pack"].format(**named)[main_language(edition)],
        page=counted(words["report.page"]) if edition != "both" else (PageHere(), " / ", PageOf()),
        notice=_notice(words, edition),
        draft="" if report.status == "final" else words[f"report.{report.status}"],
    )


def counted(words: Text) -> Words:
    """Return the words for "page x of y" with the numbers in their places."""
    zh, en = (text.format(page="\0", pages="\0").split("\0") for text in (words.zh, words.en))
    before, between, after = (Text(*pair) for pair in zip(zh, en, strict=True))
    return before, PageHere(), between, PageOf(), after


def _notice(words: Mapping[str, Text], edition: Edition) -> Words:
    """Return what stands above the foot where English is shown: that the Chinese text prevails."""
    notice = words["report.unofficial"]
    if edition == "zh":
        return ""
    if edition == "en":
        return notice
    return notice.zh, Run(f"  {notice.en}", language="en")
