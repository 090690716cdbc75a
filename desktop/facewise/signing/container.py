"""The CMS container between the signed bytes, read so strictly that nothing in it can vary.

A container has parts that no signature protects (version numbers, the set of digest algorithms, further
certificates, padding). Each must be the one thing that it can be (RFC 5652, RFC 5035; ETSI EN 319 122-1).
"""

import re
from dataclasses import dataclass
from typing import Any, Final

from asn1crypto import cms, core, parser, x509
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from facewise.signing.verdict import Reason

_HEX: Final = re.compile(rb"<((?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+)>")
_LARGEST: Final = 1 << 20
_DEEPEST: Final = 30
_BOOLEAN: Final = (0, 1)
_INTEGER: Final = (0, 2)
_MOST_CERTIFICATES: Final = 10
_DIGESTS: Final = {"sha256", "sha384", "sha512"}


class ContainerError(Exception):
    """The container is not one that a signing program writes."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


@dataclass(frozen=True, slots=True)
class Container:
    """A signature's certificate and chain (asn1crypto), and how and what it signs."""

    signer: Any
    certificate: Any
    algorithm: str
    digest: bytes

    def is_genuine(self) -> bool:
        """Return whether the key of the certificate made this signature over this digest."""
        intact, valid = validate_sig_integrity(self.signer, self.certificate, "data", self.digest)
        return bool(intact and valid)


def read(gap: bytes) -> Container:
    """Return the container that lies between the signed bytes.

    Raises ContainerError; what asn1crypto cannot read raises ValueError or TypeError.
    """
    der = _unpadded(gap)
    content = cms.ContentInfo.load(der, strict=True)
    if content["content_type"].native != "signed_data":
        raise ContainerError(Reason.CONTAINER_UNREADABLE)
    signed = content["content"]
    if len(signed["signer_infos"]) != 1:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    signer = signed["signer_infos"][0]
    certificate = _certificate(signed, signer)
    _check_fixed_parts(signed, signer)
    attributes = _attributes(signer)
    if _encoded_again(der) != der:
        raise ContainerError(Reason.CONTAINER_NOT_CANONICAL)
    return Container(
        signer=signer,
        certificate=certificate,
        algorithm=signer["digest_algorithm"]["algorithm"].native,
        digest=attributes["message_digest"],
    )


def _unpadded(gap: bytes) -> bytes:
    match = _HEX.fullmatch(gap) if len(gap) <= _LARGEST else None
    if match is None:
        raise ContainerError(Reason.CONTAINER_UNREADABLE)
    padded = bytes.fromhex(match[1].decode())
    _, _, _, header, content, trailer = parser.parse(padded)
    size = len(header) + len(content) + len(trailer)
    if any(padded[size:]):
        raise ContainerError(Reason.CONTAINER_PADDING)
    return padded[:size]


def _encoded_again(der: bytes, depth: int = 0) -> bytes:
    """Return the same values in DER, where each has one length and one form (ITU-T X.690, 10 and 11)."""
    if depth > _DEEPEST:
        raise ContainerError(Reason.CONTAINER_NOT_CANONICAL)
    made, place = b"", 0
    while place < len(der):
        kind, method, tag, header, content, trailer = parser.parse(der[place:])
        place += len(header) + len(content) + len(trailer)
        if method:
            content = _encoded_again(content, depth + 1)
        elif (kind, tag) == _INTEGER:
            content = core.Integer(int.from_bytes(content, signed=True)).contents
        elif (kind, tag) == _BOOLEAN and content != b"\x00":
            content = b"\xff"
        made += parser.emit(kind, method, tag, content)
    return made


def _certificate(signed: cms.SignedData, signer: cms.SignerInfo) -> x509.Certificate:
    """Return the signer's certificate, where all others are its chain."""
    choices = signed["certificates"]
    if len(choices) > _MOST_CERTIFICATES or any(choice.name != "certificate" for choice in choices):
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    certificates = {choice.chosen.dump(): choice.chosen for choice in choices}
    wanted = signer["sid"].chosen
    if signer["sid"].name != "issuer_and_serial_number" or len(certificates) != len(choices):
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    for certificate in certificates.values():
        serial = certificate.serial_number == wanted["serial_number"].native
        if serial and certificate["tbs_certificate"]["issuer"].dump() == wanted["issuer"].dump():
            _check_chain(certificate, list(certificates.values()))
            return certificate
    raise ContainerError(Reason.CERTIFICATE)


def _check_chain(leaf: x509.Certificate, certificates: list[x509.Certificate]) -> None:
    rest = [certificate for certificate in certificates if certificate is not leaf]
    top = leaf
    while rest:
        issuer = top["tbs_certificate"]["issuer"].dump()
        above = [other for other in rest if other["tbs_certificate"]["subject"].dump() == issuer]
        if len(above) != 1:
            raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
        top = above[0]
        rest.remove(top)


def _check_fixed_parts(signed: cms.SignedData, signer: cms.SignerInfo) -> None:
    algorithms = signed["digest_algorithms"]
    if (
        signed["version"].native != "v1"
        or signer["version"].native != "v1"
        or len(signed["crls"])
        or signed["encap_content_info"]["content_type"].native != "data"
        or signed["encap_content_info"]["content"].native is not None
        or len(algorithms) != 1
        or algorithms[0].dump() != signer["digest_algorithm"].dump()
    ):
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    if signer["digest_algorithm"]["algorithm"].native not in _DIGESTS:
        raise ContainerError(Reason.ALGORITHM)


def _attributes(signer: cms.SignerInfo) -> dict[str, Any]:
    """Return the signed attributes, where the certificate is among them and nothing stands twice."""
    kinds = [attribute["type"].native for attribute in signer["signed_attrs"]]
    once = len(set(kinds)) == len(kinds) and all(len(each["values"]) == 1 for each in signer["signed_attrs"])
    # Without it the certificate could be exchanged for another of the same key (RFC 5035).
    bound = {"signing_certificate", "signing_certificate_v2"} & set(kinds)
    loose = {attribute["type"].native for attribute in signer["unsigned_attrs"]}
    if not once or not bound or loose - {"signature_time_stamp_token"} or len(signer["unsigned_attrs"]) > 1:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    return {each["type"].native: each["values"][0].native for each in signer["signed_attrs"]}
