"""What the file says of itself: XMP, information, colour space, attachments (ISO 19005-3, 6.6 and 6.8)."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Literal
from xml.sax.saxutils import escape

from facewise import data
from facewise.i18n import Language
from facewise.paper.pdf.objects import File, date, name, reference, string
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


def write_catalogue(file: File, about: About, entries: Mapping[str, bytes]) -> int:
    """Return the catalogue's number: the given entries and all that PDF/A-3a and PDF/UA-1 ask for."""
    own = {
        "Metadata": reference(file.stream(_xmp(about), b"/Type /Metadata /Subtype /XML", packed=False)),
        "OutputIntents": b"[%s]" % _output_intent(file),
        "Lang": b"(%s)" % TAGS[about.language],
        "MarkInfo": b"<< /Marked true >>",
        "ViewerPreferences": b"<< /DisplayDocTitle true >>",
        **_attached(file, about),
        **entries,
    }
    return file.put(
        b"<< /Type /Catalog %s >>" % b" ".join(name(key) + b" " + value for key, value in own.items())
    )


def write_info(file: File, about: About) -> int:
    """Return the number of the information dictionary, which says what the XMP says."""
    words = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Keywords": about.keywords,
        "Creator": about.creator,
        "Producer": PRODUCER,
    }
    said = b" ".join(name(key) + b" " + string(value) for key, value in words.items() if value)
    return file.put(b"<< %s /CreationDate %s /ModDate %s >>" % (said, date(about.made), date(about.made)))


def _attached(file: File, about: About) -> dict[str, bytes]:
    specs = {one.name: file.put(_specification(file, one, about.made)) for one in about.attachments}
    if not specs:
        return {}
    named = b" ".join(string(key) + b" " + reference(specs[key]) for key in sorted(specs))
    return {
        "AF": b"[%s]" % b" ".join(map(reference, specs.values())),
        "Names": b"<< /EmbeddedFiles << /Names [%s] >> >>" % named,
    }


def _specification(file: File, one: Attachment, made: datetime) -> bytes:
    entries = b"/Type /EmbeddedFile /Subtype %s /Params << /Size %d /ModDate %s >> /Filter /FlateDecode"
    parts = (name(one.mime), len(one.data), date(made))
    target = reference(file.stream(_deflated(one.data), entries % parts, packed=False))
    body = b"<< /Type /Filespec /F %s /UF %s /Desc %s /AFRelationship /%s /EF << /F %s /UF %s >> >>"
    said = (string(one.name), string(one.name), string(one.description), one.relationship.encode())
    return body % (*said, target, target)


@lru_cache(8)
def _deflated(content: bytes) -> bytes:
    """The questionnaire is attached to every report and takes longer to deflate than a report to write."""
    return zlib.compress(content, 6)


@cache
def _profile() -> bytes:
    return zlib.compress((data.folder("resources") / "colour" / "sRGB2014.icc").read_bytes(), 9)


def _output_intent(file: File) -> bytes:
    profile = file.stream(_profile(), b"/N 3 /Filter /FlateDecode", packed=False)
    return (
        b"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
        b" /Info (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /DestOutputProfile %s >>"
        % reference(profile)
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
        language=TAGS[about.language].decode(),
        made=about.made.replace(microsecond=0).isoformat(),
        creator=escape(about.creator),
        producer=PRODUCER,
        keywords=keywords,
        extension=_EXTENSION,
    )
    return filled.encode("utf-8", "replace")
