"""What proves certificates good long after: the store of evidence in a file (ETSI EN 319 142-1, 5.4)."""

import asyncio
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, Final

from asn1crypto import x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathBuildingError, RevokedError, ValidationError

from facewise.signing.container import Container
from facewise.signing.reading import TooMuchError, entry, members

STORE: Final = "/DSS"
LISTS: Final = ("/Certs", "/OCSPs", "/CRLs")
_MOST: Final = 200


class Evidence:
    """What a file holds about certificates; of a file without a store, nothing.

    What it raises is of any kind, as the file may be hostile.
    """

    def __init__(self, document: PdfFileReader) -> None:
        self._store = None
        store = entry(document.root, STORE)
        if store is not None:
            if sum(len(members(store, name)) for name in LISTS) > _MOST:
                raise TooMuchError
            self._store = DocumentSecurityStore.read_dss(document)

    def whole(self, chain: tuple[Any, ...]) -> tuple[Any, ...]:
        """Return a chain with the certificates above it that are kept here."""
        kept = list(self._store.load_certs()) if self._store else []
        while above := [each for each in kept if _is_above(each, chain)]:
            chain = (*chain, above[0])
        return chain

    def covers(self, container: Container) -> bool:
        """Return whether it shows that no certificate was withdrawn when the time was noted."""
        stamp = container if container.content is not None else container.stamp
        if self._store is None or stamp is None or stamp.time is None:
            return False
        chains = {self.whole(each.chain) for each in (container, stamp)}
        if not all(map(is_checkable, chains)):
            return False
        try:
            for chain in chains:
                self._validate(chain, [chain[-1]], stamp.time, "hard-fail")
        except (ValidationError, PathBuildingError):
            return False
        return True

    def shows_withdrawn(self, chain: tuple[Any, ...], moment: datetime) -> bool:
        """Return whether it shows that a certificate of a chain was withdrawn before a moment."""
        if self._store is None:
            return False
        chain = self.whole(chain)
        if len(chain) == 1:
            return False  # there is nobody above who could have withdrawn it
        try:
            self._validate(chain, [chain[-1]], moment, "soft-fail")
        except RevokedError:
            return True
        except (ValidationError, PathBuildingError):
            return False
        return False

    def leads_to(self, chain: tuple[Any, ...], roots: Collection[bytes], moment: datetime) -> bool:
        """Return whether one of the trusted roots stands above a chain at a moment."""
        if not roots:
            return False
        if chain[0].dump() in roots:
            return True
        try:
            self._validate(chain, [x509.Certificate.load(root) for root in roots], moment, "soft-fail")
        except (ValidationError, PathBuildingError):
            return False
        return True

    def _validate(
        self, chain: tuple[Any, ...], roots: Iterable[x509.Certificate], moment: datetime, mode: str
    ) -> None:
        about: dict[str, Any] = {
            "trust_roots": list(roots),
            "other_certs": list(chain),
            "moment": moment,
            "revocation_mode": mode,
            "retroactive_revinfo": True,
            "allow_fetching": False,
        }
        store = self._store
        context = store.as_validation_context(about) if store else ValidationContext(**about)
        validator = CertificateValidator(chain[0], chain[1:], context)
        asyncio.run(validator.async_validate_usage(set()))


def _is_above(certificate: Any, chain: tuple[Any, ...]) -> bool:  # noqa: ANN401, asn1crypto brings no types
    found = {each.dump() for each in chain}
    return bool(certificate.subject == chain[-1].issuer) and certificate.dump() not in found


def is_checkable(chain: tuple[Any, ...]) -> bool:
    """Return whether a chain has somebody who could have withdrawn the certificate below, or needs nobody."""
    return len(chain) > 1 or chain[0].subject == chain[0].issuer


def renew_store(writer: BasePdfFileWriter) -> None:
    """Give the catalogue a copy of its store, so that what is added changes no older object."""
    store = entry(writer.root, STORE)
    if isinstance(store, generic.DictionaryObject):
        copy = generic.DictionaryObject(dict(dict.items(store)))
        writer.root[pdf_name(STORE)] = writer.add_object(copy)
        writer.update_root()


def add_to_store(writer: BasePdfFileWriter, certificates: Collection[Any]) -> None:
    """Keep certificates in a file; without any, nothing is written."""
    if certificates:
        DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=list(certificates))


def only_grows(old: generic.PdfObject | None, new: generic.PdfObject | None) -> bool:
    """Return whether a store has all that it had, and nothing that is not evidence."""
    if not isinstance(new, generic.DictionaryObject) or not set(new) <= {*LISTS, "/Type"}:
        return False
    for name in LISTS:
        had, has = members(old, name), members(new, name)
        if has[: len(had)] != had or not all(_is_stream(item) for item in has):
            return False
    return True


def _is_stream(item: generic.PdfObject) -> bool:
    return isinstance(item, generic.IndirectObject) and isinstance(item.get_object(), generic.StreamObject)
