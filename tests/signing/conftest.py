"""Keys and signed papers, made once for all tests of signing."""

from datetime import timedelta

import pytest
from tests.signing.papers import NOW, STAMP, Papers, paper, person, report

from facewise.signing.identities import Identity
from facewise.signing.sign import CONSULTANT, OWNER, sign


@pytest.fixture(scope="session")
def owner() -> Identity:
    return person("李𬭎", "杭州安澜物业服务有限公司", "91350100M000100Y43")


@pytest.fixture(scope="session")
def consultant() -> Identity:
    return person("林晓彤", "杭州明度企业咨询有限公司")


@pytest.fixture(scope="session")
def stranger() -> Identity:
    """Another identity of the owner's name."""
    return person("李𬭎", "杭州安澜物业服务有限公司", "91350100M000100Y43")


@pytest.fixture(scope="session", params=["plain", "report"])
def papers(request: pytest.FixtureRequest, owner: Identity, consultant: Identity) -> Papers:
    base = report() if request.param == "report" else paper()
    signed = sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=True)
    later = NOW + timedelta(minutes=20)
    return Papers(
        base=base,
        signed=signed,
        countersigned=sign(signed, consultant, field=CONSULTANT, now=later, stamp=STAMP, certify=False),
        approved=sign(base, owner, field=OWNER, now=NOW, stamp=STAMP, certify=False),
        known={each.signatory.fingerprint: each.signatory.name for each in (owner, consultant)},
    )
