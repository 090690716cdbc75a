"""A timestamp service that the user has named (RFC 3161): the only part of the program that asks the network.

Nothing here runs unless an address is given. For evidence (B-LT, B-LTA) the services that the certificates
themselves name are asked too, whether a certificate was withdrawn.
"""

import asyncio
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias
from urllib.parse import urlsplit

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator import ValidationContext

from facewise.errors import N_, FacewiseError
from facewise.i18n import _
from facewise.signing.container import read_token
from facewise.signing.evidence import is_checkable
from facewise.signing.identities import describe

Level: TypeAlias = Literal["B-T", "B-LT", "B-LTA"]
"""With the time noted by a service; with what proves the certificates good too; with both noted once more."""

LEVELS: Final[tuple[Level, ...]] = ("B-T", "B-LT", "B-LTA")

ALGORITHM: Final = "sha256"
_SECONDS: Final = 15
_LARGEST_REPLY: Final = 256 << 10
_SPARE: Final = 512


class ServiceAddressError(FacewiseError):
    """The address of a timestamp service is none."""

    sentence = N_(
        "'{address}' is not the address of a timestamp service. It starts with http:// or https://."
    )


class NoTimestampError(FacewiseError):
    """The timestamp service gave nothing that can be used."""

    sentence = N_(
        "The timestamp service {address} gave no usable timestamp ({why}). Nothing was signed. "
        "Try again later, or sign without a timestamp."
    )


class NoEvidenceError(FacewiseError):
    """Nobody says that the certificates are good."""

    sentence = N_(
        "There is no proof that the certificates are good ({why}), so nothing was signed. "
        "Sign with a plain timestamp (B-T), or without."
    )


@dataclass(frozen=True, slots=True)
class Service:
    """Where timestamps come from, and how much is to be noted."""

    address: str
    level: Level = "B-T"


class Clock(TimeStamper):
    """The client of a service; it asks when it is first used, and then once for each timestamp.

    Raises ServiceAddressError.
    """

    def __init__(self, service: Service) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        parts = urlsplit(service.address)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ServiceAddressError(address=service.address)
        self.service = service
        self.chain: tuple[Any, ...] = ()

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Return the service's answer."""
        reply = await asyncio.to_thread(_posted, self.service.address, req.dump())
        return tsp.TimeStampResp.load(reply, strict=True)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Return a timestamp with the service's own certificate alone, which is part of what it signs.

        Nothing protects the others there; they belong to the evidence, which lies in the signed bytes.
        """
        token = await super().async_timestamp(message_digest, md_algorithm)
        container = read_token(token)
        self.chain = container.chain
        self.cert_registry.register_multiple(container.chain)
        token["content"]["certificates"] = [cms.CertificateChoices("certificate", container.certificate)]
        return cms.ContentInfo.load(token.dump(), strict=True)

    def first(self) -> tuple[Any, ...]:
        """Return the certificates of who stamps, from its own up, as a timestamp over nothing shows them.

        Raises NoTimestampError.
        """
        try:
            genuine = read_token(asyncio.run(self.async_dummy_response(ALGORITHM))).is_genuine()
        except Exception as error:  # a service may answer anything
            raise NoTimestampError(address=self.service.address, why=_why(error)) from error
        if not genuine:
            raise NoTimestampError(address=self.service.address, why=_("its signature is wrong"))
        return self.chain

    @property
    def room(self) -> int:
        """Bytes that a timestamp takes, with some to spare; `first` has shown it."""
        return len(self._dummy_response_cache[ALGORITHM].dump()) + _SPARE


def evidence_of(*chains: tuple[Any, ...]) -> ValidationContext:
    """Return what gathers evidence about chains of certificates, whose tops are taken for good.

    It asks whom the certificates name, as signing goes on; what names nobody needs no evidence.
    Raises NoEvidenceError where a chain ends with a certificate that somebody else has issued.
    """
    for chain in chains:
        if not is_checkable(chain):
            raise NoEvidenceError(why=describe(chain[0].dump()).name)
    return ValidationContext(
        trust_roots=[chain[-1] for chain in chains],
        other_certs=[certificate for chain in chains for certificate in chain],
        allow_fetching=True,
        revocation_mode="hard-fail",
    )


def _posted(address: str, query: bytes) -> bytes:
    kind = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    request = urllib.request.Request(address, query, kind)  # noqa: S310, http and https only, see Clock
    with urllib.request.urlopen(request, timeout=_SECONDS) as reply:  # noqa: S310, as above
        content: bytes = reply.read(_LARGEST_REPLY)
    return content


def _why(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"HTTP {error.code}"
    found = getattr(error, "reason", None) or error
    return str(found) or type(found).__name__
