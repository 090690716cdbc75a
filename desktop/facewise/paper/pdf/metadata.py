"""What the file says of itself: XMP, information, colour space, attachments (ISO 19005-3, 6.6 and 6.8)."""

import zlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from facewise import data
from facewise.i18n import Language
from facewise.paper.pdf.canvas import TaggedCanvas
from facewise.paper.pdf.objects import DEFLATED, Stream, encodable, name, text
from facewise.paper.pdf.structure import TAGS

PRODUCER = "Facewise"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels in the PDF; `relationship` is its AFRelationship."""

    name: str
    data: bytes
    description: str
    mime: str = "application/json"
    relationship: Literal["Data", "Source", "Supplement", "Alternative", "Unspecified"] = "Data"


@dataclass(frozen=True, slots=True)
class About:
    """Title, author, subject, language, time and maker of a document; `made` carries its zone."""

    title: str
    author: str
    subject: str
    language: Language
    made: datetime
    creator: str = "Facewise"
    keywords: str = ""
    attachments: tuple[Attachment, ...] = ()


def describe(canvas: TaggedCanvas, about: About) -> None:
    """Enter what PDF/A-3a and PDF/UA-1 ask a file to say of itself."""
    canvas.setTitle(encodable(about.title))
    canvas.setAuthor(encodable(about.author))
    canvas.setSubject(encodable(about.subject))
    canvas.setKeywords(encodable(about.keywords))
    canvas.setCreator(encodable(about.creator))
    canvas.setProducer(PRODUCER)
    canvas.setDateFormatter(lambda *_now: _date(about.made))
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.enter("Metadata", Stream(_xmp(about), {"Type": "/Metadata", "Subtype": "/XML"}, plain=True))
    canvas.enter("OutputIntents", [_output_intent()])
    if about.attachments:
        _attach(canvas, about)


def _date(moment: datetime) -> str:
    zone = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _attach(canvas: TaggedCanvas, about: About) -> None:
    specs = {
        one.name: canvas.document.Reference(_specification(one, about.made)) for one in about.attachments
    }
    named = [part for key in sorted(specs) for part in (text(key), specs[key])]
    canvas.enter("AF", list(specs.values()))
    canvas.enter("Names", {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(named)})})


def _specification(one: Attachment, made: datetime) -> PDFDictionary:
    about = PDFDictionary({"Size": len(one.data), "ModDate": PDFString(_date(made))})
    entries = {
        "Type": "/EmbeddedFile",
        "Subtype": name(one.mime),
        "Params": about,
    }
    file = Stream(_deflated(one.data), DEFLATED | entries)
    return PDFDictionary(
        {
            "Type": "/Filespec",
            "F": text(one.name),
            "UF": text(one.name),
            "Desc": text(one.description),
            "AFRelationship": PDFName(one.relationship),
            "EF": PDFDictionary({"F": file, "UF": file}),
        }
    )


@lru_cache(8)
def _deflated(content: bytes) -> bytes:
    """The questionnaire is attached to every report and takes longer to deflate than a report to write."""
    return zlib.compress(content, 6)


@cache
def _profile() -> bytes:
    return zlib.compress((data.folder("resources") / "colour" / "sRGB2014.icc").read_bytes(), 9)


def _output_intent() -> PDFDictionary:
    return PDFDictionary(
        {
            "Type": "/OutputIntent",
            "S": "/GTS_PDFA1",
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "RegistryName": PDFString("http://www.color.org"),
            "DestOutputProfile": Stream(_profile(), DEFLATED | {"N": 3}),
        }
    )


_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
# PDF/A knows the schema of PDF/UA's mark only if the file brings its description.
_EXTENSION = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {namespaces}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>{keywords}
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{extension}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def _xmp(about: About) -> bytes:
    keywords = f"<pdf:Keywords>{escape(about.keywords)}</pdf:Keywords>" if about.keywords else ""
    filled = _XMP.format(
        namespaces=" ".join(f'xmlns:{key}="{value}"' for key, value in _NAMESPACES.items()),
        title=escape(about.title),
        author=escape(about.author),
        subject=escape(about.subject),
        language=TAGS[about.language],
        made=about.made.replace(microsecond=0).isoformat(),
        creator=escape(about.creator),
        producer=PRODUCER,
        keywords=keywords,
        extension=_EXTENSION,
    )
    return filled.encode("utf-8", "replace")
