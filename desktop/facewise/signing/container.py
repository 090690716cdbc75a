"""The CMS container between the signed bytes, read so strictly that nothing in it can vary.

A container has parts that no signature protects (version numbers, the set of digest algorithms, further
certificates, padding). Each must be the one thing that it can be (RFC 5652, RFC 5035; ETSI EN 319 122-1).
"""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from asn1crypto import cms, parser, tsp, x509  # noqa: F401, tsp makes timestamps readable
from pyhanko.sign.general import check_ess_certid
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from facewise.signing.der import definite, is_canonical
from facewise.signing.verdict import Reason

_HEX: Final = re.compile(rb"<((?:[0-9a-f]{2})+|(?:[0-9A-F]{2})+)>")
_LARGEST: Final = 1 << 20
_MOST_CERTIFICATES: Final = 10
_MOST_ATTRIBUTES: Final = 20
_DIGESTS: Final = {"sha256", "sha384", "sha512"}
_NAMING: Final = {"signing_certificate", "signing_certificate_v2"}
# RFC 5652, 5.1: the version follows from the content, and whether there is any is known too.
_HOLDS: Final = {"data": ("v1", False), "tst_info": ("v3", True)}


class ContainerError(Exception):
    """The container is not one that a signing program writes."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason.value)


@dataclass(frozen=True, slots=True)
class Container:
    """How and what a signature signs, and its certificates from the signer's up (of asn1crypto).

    A timestamp signs what its authority says (`content`) of a digest and the time; `stamp` is the timestamp
    that a signature carries. It `is_strict` where it has the one form that DER leaves, as whatever this
    program signs; others give lengths that are not definite, and the signer's certificate twice.
    """

    signer: Any
    chain: tuple[Any, ...]
    algorithm: str
    digest: bytes
    content: bytes | None = None
    time: datetime | None = None
    stamp: "Container | None" = None
    is_strict: bool = True

    @property
    def certificate(self) -> Any:  # noqa: ANN401, asn1crypto brings no types
        """The signer's certificate."""
        return self.chain[0]

    def is_genuine(self) -> bool:
        """Return whether the key of the certificate made this signature over this digest."""
        kind, digest = "data", self.digest
        if self.content is not None:
            kind, digest = "tst_info", hashlib.new(_digest_of(self.signer), self.content).digest()
        intact, valid = validate_sig_integrity(self.signer, self.certificate, kind, digest)
        return bool(intact and valid) and (self.stamp is None or self._is_stamped_by(self.stamp))

    def _is_stamped_by(self, stamp: "Container") -> bool:
        signature = self.signer["signature"].native
        return stamp.is_genuine() and hashlib.new(stamp.algorithm, signature).digest() == stamp.digest


def read(gap: bytes) -> Container:
    """Return the container that lies between the signed bytes.

    Raises ContainerError; what asn1crypto cannot read raises ValueError or TypeError.
    """
    return _read_der(_unpadded(gap))


def read_token(token: cms.ContentInfo) -> Container:
    """Return the container that a timestamp is.

    Raises ContainerError; what asn1crypto cannot read raises ValueError or TypeError.
    """
    container = _read_der(token.dump())
    if container.content is None:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    return container


def _read_der(der: bytes) -> Container:
    """Return a container whose encoding, with all that it holds, is the one that there is, or nearly."""
    strict = is_canonical(der)
    if not strict:
        der = definite(der)
        if not is_canonical(der):
            raise ContainerError(Reason.CONTAINER_NOT_CANONICAL)
    container = _read(cms.ContentInfo.load(der, strict=True))
    return container if strict else replace(container, is_strict=False)


def _read(content: cms.ContentInfo) -> Container:
    if content["content_type"].native != "signed_data":
        raise ContainerError(Reason.CONTAINER_UNREADABLE)
    signed = content["content"]
    if len(signed["signer_infos"]) != 1:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    signer = signed["signer_infos"][0]
    chain = _chain(signed, signer)
    _check_fixed_parts(signed, signer)
    digest = _digest_in(signer)
    _check_above(signer, chain)
    strict = len(chain) == len(signed["certificates"])
    if _kind(signed) == "tst_info":
        return replace(_timestamp(signed, signer, chain), is_strict=strict)
    stamp = _stamp(signer)
    strict = strict and (stamp is None or stamp.is_strict)
    return Container(signer, chain, _digest_of(signer), digest, stamp=stamp, is_strict=strict)


def _stamp(signer: cms.SignerInfo) -> Container | None:
    tokens = [token for attribute in signer["unsigned_attrs"] for token in attribute["values"]]
    if not tokens:
        return None
    stamp = _read(tokens[0])
    if len(tokens) > 1 or stamp.content is None:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    return stamp


def _timestamp(signed: cms.SignedData, signer: cms.SignerInfo, chain: tuple[Any, ...]) -> Container:
    content = signed["encap_content_info"]["content"]
    said = content.parsed
    imprint = said["message_imprint"]
    algorithm = imprint["hash_algorithm"]["algorithm"].native
    if algorithm not in _DIGESTS or len(signer["unsigned_attrs"]):
        raise ContainerError(Reason.ALGORITHM)
    digest = imprint["hashed_message"].native
    return Container(signer, chain, algorithm, digest, bytes(content), said["gen_time"].native)


def _kind(signed: cms.SignedData) -> str:
    return str(signed["encap_content_info"]["content_type"].native)


def _digest_of(signer: cms.SignerInfo) -> str:
    return str(signer["digest_algorithm"]["algorithm"].native)


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


def _chain(signed: cms.SignedData, signer: cms.SignerInfo) -> tuple[x509.Certificate, ...]:
    """Return the certificates from the signer's up, where each has its place among them."""
    choices = signed["certificates"]
    if len(choices) > _MOST_CERTIFICATES or any(choice.name != "certificate" for choice in choices):
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    rest = list({choice.chosen.dump(): choice.chosen for choice in choices}.values())
    chain = [_only([each for each in rest if _is_named(each, signer["sid"])])]
    rest.remove(chain[0])
    while rest:
        issuer = chain[-1]["tbs_certificate"]["issuer"].dump()
        chain.append(_only([each for each in rest if each["tbs_certificate"]["subject"].dump() == issuer]))
        rest.remove(chain[-1])
    return tuple(chain)


def _only(certificates: list[x509.Certificate]) -> x509.Certificate:
    if len(certificates) != 1:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    return certificates[0]


def _is_named(certificate: x509.Certificate, sid: cms.SignerIdentifier) -> bool:
    if sid.name != "issuer_and_serial_number":
        return False
    about = certificate["tbs_certificate"]
    wanted = sid.chosen
    return bool(
        about["serial_number"].native == wanted["serial_number"].native
        and about["issuer"].dump() == wanted["issuer"].dump()
    )


def _check_fixed_parts(signed: cms.SignedData, signer: cms.SignerInfo) -> None:
    algorithms = signed["digest_algorithms"]
    version, holds = _HOLDS.get(_kind(signed), ("", False))
    if (
        signed["version"].native != version
        or signer["version"].native != "v1"
        or len(signed["crls"])
        or (signed["encap_content_info"]["content"].native is not None) != holds
        or len(algorithms) != 1
        or algorithms[0].dump() != signer["digest_algorithm"].dump()
    ):
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    if signer["digest_algorithm"]["algorithm"].native not in _DIGESTS:
        raise ContainerError(Reason.ALGORITHM)


def _check_above(signer: cms.SignerInfo, chain: tuple[Any, ...]) -> None:
    """Check that the certificates above the signer's are those that were signed too (RFC 5035, 4 and 5.4.1).

    Where the signer has named its own alone, the top must at least have signed itself.
    """
    named = next(
        attribute["values"][0]["certs"]
        for attribute in signer["signed_attrs"]
        if attribute["type"].native in _NAMING
    )
    if len(named) > 1:
        matching = len(named) == len(chain) and all(map(check_ess_certid, chain, named))
    else:
        matching = len(chain) == 1 or chain[-1].subject != chain[-1].issuer or _has_signed_itself(chain[-1])
    if not matching:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)


def _has_signed_itself(certificate: x509.Certificate) -> bool:
    from cryptography import x509 as certificates
    from cryptography.exceptions import InvalidSignature

    found = certificates.load_der_x509_certificate(certificate.dump())
    try:
        found.verify_directly_issued_by(found)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _digest_in(signer: cms.SignerInfo) -> bytes:
    """Return the digest that is signed, where the certificate is signed too and nothing stands twice."""
    signed, loose = signer["signed_attrs"], signer["unsigned_attrs"]
    if len(signed) > _MOST_ATTRIBUTES or len(loose) > 1:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    values = {attribute["type"].native: attribute["values"] for attribute in signed}
    once = len(values) == len(signed) and all(len(each) == 1 for each in values.values())
    # Without it the certificate could be exchanged for another of the same key (RFC 5035).
    bound = _NAMING & set(values)
    known = all(attribute["type"].native == "signature_time_stamp_token" for attribute in loose)
    if not once or len(bound) != 1 or not known:
        raise ContainerError(Reason.CONTAINER_FOREIGN_PARTS)
    return bytes(values["message_digest"][0].native)
