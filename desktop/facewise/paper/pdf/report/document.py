"""The whole report: its pages in order, what is printed round them, what travels inside."""

from importlib.metadata import version

from facewise.i18n import Edition, Language, Text
from facewise.paper.pdf.blocks import Block
from facewise.paper.pdf.document import Attachment, Document, Furniture, render
from facewise.paper.pdf.report.articles import by_article
from facewise.paper.pdf.report.back import declaration, method, verification
from facewise.paper.pdf.report.findings import findings
from facewise.paper.pdf.report.front import cover, summary
from facewise.paper.pdf.report.lists import action_plan, evidence, not_asked, notes
from facewise.paper.pdf.words import main_language
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
        blocks=blocks(report, language),
        furniture=_furniture(report, edition),
        watermark="" if report.status == "final" else words[f"report.{report.status}.mark"][language],
        attachments=tuple(
            Attachment(part.name, part.data, words[f"attach.{part.name.split('.')[0]}"][language])
            for part in report.inside
        ),
        creator=f"Facewise {version('facewise')}",
        keywords=report.number,
    )


def blocks(report: Report, language: Language) -> tuple[Block, ...]:
    """Return all pages; without a grade there is nothing to show article by article."""
    judged = (*by_article(report), *findings(report)) if report.assessment.findings else ()
    planned = (*action_plan(report), *not_asked(report)) if report.assessment.findings else ()
    return (
        *cover(report),
        *summary(report),
        *judged,
        *planned,
        *notes(report),
        *evidence(report),
        *method(report),
        *declaration(report, language),
        *verification(report),
    )


def _furniture(report: Report, edition: Edition) -> Furniture:
    words, pack, business = report.pack.words, report.pack, report.answers.business
    place = business.site or business.name
    unofficial = words["report.foot.both"]
    foot = words["report.foot"]
    if edition != "zh":
        foot = Text(f"{foot.zh}。{unofficial.zh}", f"{foot.en}. {unofficial.en}")
    named = {"id": pack.id, "version": pack.version, "hash": report.inside[1].sha256[:8]}
    return Furniture(
        left=words["report.short"].format(site=place) if place else words["report.title"],
        right=report.number,
        foot_left=foot,
        foot_middle=words["report.pack"].format(**named),
        page=words["report.page"],
        draft="" if report.status == "final" else words[f"report.{report.status}"],
    )
