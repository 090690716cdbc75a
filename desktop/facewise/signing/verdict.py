"""What a check of a signed file finds, as data without words."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class Kind(Enum):
    """The one thing to know about a checked file."""

    INTACT_KNOWN = "intact_known"
    INTACT_FIRST_SEEN = "intact_first_seen"
    CHANGED = "changed"
    BROKEN = "broken"
    NOT_SIGNED = "not_signed"
    NOT_READABLE = "not_readable"


class Part(Enum):
    """What of a file is not as it was signed."""

    PAGE = "page"
    ANSWERS = "answers"
    ATTACHMENT = "attachment"
    METADATA = "metadata"
    FORM = "form"
    SIGNATURE = "signature"
    APPENDED = "appended"
    UNKNOWN = "unknown"


class Reason(Enum):
    """Why a file is not intact."""

    TOO_LARGE = "too_large"
    NOT_A_PDF = "not_a_pdf"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_RANGE = "no_range"
    CONTAINER_UNREADABLE = "container_unreadable"
    CONTAINER_NOT_CANONICAL = "container_not_canonical"
    CONTAINER_PADDING = "container_padding"
    CONTAINER_FOREIGN_PARTS = "container_foreign_parts"
    ALGORITHM = "algorithm"
    DIGEST = "digest"
    SIGNATURE_WRONG = "signature_wrong"
    CERTIFICATE = "certificate"
    OUTSIDE_VALIDITY = "outside_validity"
    REVOKED = "revoked"
    TIMESTAMP = "timestamp"
    NOT_WHOLE_FILE = "not_whole_file"
    CHANGED_LATER = "changed_later"
    CERTIFIED_FINAL = "certified_final"
    SIGNER_MISSING = "signer_missing"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True, slots=True)
class Change:
    """A part that differs from what was signed; page counts from 1, name is that of an attachment."""

    part: Part
    page: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Stamped:
    """What a timestamp says: when, and by whom; `trusted` where the user trusts what stands above it."""

    time: datetime
    authority: str
    fingerprint: str
    trusted: bool


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, as the certificate says; time is by the signer's own clock.

    `known` where the fingerprint was met before, or who issued the certificate is trusted (`trusted`);
    `namesake` where the name was met, but with another fingerprint; `genuine` where the signature fits what
    it covers; `stamped` where a timestamp service has noted when it was there.
    """

    name: str
    organisation: str
    credit_code: str
    fingerprint: str
    field: str
    time: datetime | None
    certifies: bool
    self_issued: bool
    known: bool
    namesake: bool
    genuine: bool
    trusted: bool = False
    stamped: Stamped | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; hashes are SHA-256 in hex, that of the base is empty where there is none.

    `stamps` are the timestamps over the whole file; `has_evidence` where it holds what proves each
    certificate good at its time.
    """

    kind: Kind
    is_report: bool = False
    signers: tuple[Signer, ...] = ()
    changes: tuple[Change, ...] = ()
    reasons: tuple[Reason, ...] = ()
    sha256: str = ""
    base_sha256: str = ""
    stamps: tuple[Stamped, ...] = ()
    has_evidence: bool = False

    @property
    def level(self) -> str:
        """The level that all signatures have reached (ETSI EN 319 142-1); empty if it is not intact."""
        if not self.intact:
            return ""
        if any(signer.stamped is None for signer in self.signers):
            return "B-B"
        if not self.has_evidence:
            return "B-T"
        return "B-LTA" if self.stamps else "B-LT"

    @property
    def intact(self) -> bool:
        """Whether every byte is as it was signed."""
        return self.kind in {Kind.INTACT_KNOWN, Kind.INTACT_FIRST_SEEN}
