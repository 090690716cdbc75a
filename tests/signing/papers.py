"""Papers to sign, and people who sign them."""

import io
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import pikepdf

from facewise.paper.pdf.blocks import PageTitle, Para, Signature
from facewise.paper.pdf.document import Document, render
from facewise.paper.pdf.furniture import Furniture
from facewise.paper.pdf.metadata import Attachment
from facewise.signing.identities import Identity, new_identity, open_identity
from facewise.signing.sign import CONSULTANT, OWNER
from facewise.signing.stamp import Stamp

PASSPHRASE = "纸船 verdigris 鲸鱼 osprey"
NOW = datetime(2026, 11, 20, 16, 42, 8, tzinfo=timezone(timedelta(hours=8)))
STAMP = Stamp(("电子签名，本程序生成的身份（自签）", "{time}", "证书指纹 {fingerprint}", "签名前文件 {base}"))
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>""".encode()


@dataclass(frozen=True, slots=True)
class Papers:
    """The same report at every stage."""

    base: bytes
    signed: bytes
    countersigned: bytes
    approved: bytes
    known: dict[str, str]


def paper(status: str = "final", *, packed: bool = False, carried: dict[str, bytes] | None = None) -> bytes:
    """A report of three pages with metadata, attachments and two empty signature fields."""
    pdf = pikepdf.new()
    for number in range(1, 4):
        pdf.add_blank_page(page_size=(595, 842))
        pdf.pages[-1].Contents = pdf.make_stream(b"0.9 g 50 %d 400 90 re f" % (100 * number))
        pdf.pages[-1].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=_font("Helvetica")))
    for name, content in (files(status) if carried is None else carried).items():
        pdf.attachments[name] = content
    pdf.docinfo["/Title"] = pikepdf.String("人脸识别应用自查报告")
    pdf.Root.Metadata = pdf.make_stream(XMP, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=pikepdf.Array([]))
    )
    _add_fields(pdf)
    return saved(pdf, packed=packed)


def report() -> bytes:
    """A report as the program itself writes it."""
    blocks = (
        PageTitle("结果"),
        Para("北门和东门没有别的通过方式。"),
        PageTitle("整改"),
        Para("登记在册的住户可以刷卡。"),
        PageTitle("声明、签名、盖章"),
        Signature(OWNER, "经营单位负责人", "签名框：经营单位负责人"),
        Signature(CONSULTANT, "会签（顾问）", "签名框：会签"),
    )
    return render(
        Document(
            title="人脸识别应用自查报告",
            author="杭州安澜物业服务有限公司",
            subject="FW-20261120-7K3M",
            edition="zh",
            made=NOW,
            blocks=blocks,
            furniture=Furniture("自查报告", "FW", "自行申报", "frt", "第 {page} 页，共 {pages} 页"),
            attachments=tuple(Attachment(name, content, name) for name, content in files().items()),
        )
    )


def files(status: str = "final") -> dict[str, bytes]:
    """What travels in a report."""
    return {
        "answers.json": b'{"S1":"yes"}',
        "pack.json": b'{"id":"frt"}',
        "result.json": b'{"status":"%s"}' % status.encode(),
    }


def saved(pdf: pikepdf.Pdf, *, packed: bool = False) -> bytes:
    """The bytes of a PDF, the same each time."""
    made = io.BytesIO()
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    pdf.save(made, object_stream_mode=mode, deterministic_id=True)
    return made.getvalue()


def person(name: str, organisation: str = "", credit_code: str = "") -> Identity:
    """An identity made and opened."""
    pkcs12 = new_identity(
        name=name, organisation=organisation, credit_code=credit_code, passphrase=PASSPHRASE, now=NOW
    )
    return open_identity(pkcs12, PASSPHRASE)


def _font(name: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(f"/{name}")
    )


def _add_fields(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[-1].obj
    widgets = [
        pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Sig,
                T=pikepdf.String(name),
                TU=pikepdf.String(name),
                F=132,
                Rect=[left, 500, left + 225, 640],
                P=page,
                AP=pikepdf.Dictionary(N=pdf.make_stream(b"", Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1])),
            )
        )
        for name, left in ((OWNER, 50), (CONSULTANT, 300))
    ]
    page.Annots = pikepdf.Array(widgets)
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array(widgets), SigFlags=1)
