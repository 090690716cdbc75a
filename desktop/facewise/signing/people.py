"""Who signed and who noted the time, as their certificates say, and whether the reader knows them."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from facewise.signing.container import Container
from facewise.signing.evidence import Evidence
from facewise.signing.identities import describe
from facewise.signing.reading import Filled
from facewise.signing.second import aware
from facewise.signing.verdict import Signer, Stamped


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the reader knows: names by fingerprint, who signed which base file before, trusted roots (DER)."""

    names: Mapping[str, str]
    seen: Mapping[str, Collection[str]]
    roots: Collection[bytes]


def signer(signature: Filled, container: Container | None, known: Known, evidence: Evidence) -> Signer:
    """Return who signed, where the signature is taken as genuine; without a container, who says so."""
    about = describe(signature.embedded.signer_cert.dump())
    time = signature.embedded.self_reported_timestamp
    stamp = stamped(container.stamp, known, evidence) if container else None
    moment = stamp.time if stamp else aware(time) if time else about.not_before
    trusted = container is not None and evidence.leads_to(container.chain, known.roots, moment)
    return Signer(
        name=about.name,
        organisation=about.organisation,
        credit_code=about.credit_code,
        fingerprint=about.fingerprint,
        field=signature.name,
        time=aware(time) if time else None,
        certifies=signature.embedded.docmdp_level is not None,
        self_issued=about.self_issued,
        known=about.fingerprint in known.names or trusted,
        namesake=about.fingerprint not in known.names
        and _alike(about.name) in map(_alike, known.names.values()),
        genuine=True,
        trusted=trusted,
        stamped=stamp,
    )


def _alike(name: str) -> str:
    """Return a name without what eyes pass over: width, case, blanks, what cannot be seen."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in plain if character.isalnum()) or name


def stamped(stamp: Container | None, known: Known, evidence: Evidence) -> Stamped | None:
    """Return what a timestamp says, where it is taken as genuine."""
    if stamp is None or stamp.time is None:
        return None
    about = describe(stamp.certificate.dump())
    trusted = evidence.leads_to(stamp.chain, known.roots, stamp.time)
    return Stamped(stamp.time, about.name or about.organisation, about.fingerprint, trusted)
