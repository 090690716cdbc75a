"""An opened identity as pyHanko's signer."""

from collections.abc import Iterable
from typing import Final

from asn1crypto import tsp, x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from pyhanko.sign.attributes import CMSAttributeProvider, SignedAttributeProviderSpec
from pyhanko.sign.general import as_signing_certificate_v2
from pyhanko.sign.signers.pdf_cms import Signer
from pyhanko_certvalidator.registry import SimpleCertificateStore

from facewise.signing.identities import Identity

_ROOM: Final = 2048  # bytes for what a container holds beside certificates and signature: 600 measured
_ROOM_TO_NAME: Final = 512  # bytes that name one certificate


class Key(Signer):
    """An opened identity as pyHanko's signer; the key is never written out and checked only once."""

    def __init__(self, identity: Identity) -> None:
        known = SimpleCertificateStore()
        known.register_multiple(x509.Certificate.load(each) for each in identity.chain)
        self.certificate = x509.Certificate.load(identity.certificate)
        super().__init__(signing_cert=self.certificate, cert_registry=known, embed_roots=True)
        self.identity = identity
        self.signed_attr_prov_spec = _Naming(self.chain)

    @property
    def chain(self) -> tuple[x509.Certificate, ...]:
        """The certificates from the signer's up, as far as they are there."""
        chain, rest = [self.certificate], [x509.Certificate.load(each) for each in self.identity.chain]
        while above := [each for each in rest if each.subject == chain[-1].issuer]:
            chain.append(above[0])
            rest.remove(above[0])
        return tuple(chain)

    @property
    def room(self) -> int:
        """Digits to leave for the container, so that pyHanko need not sign twice to learn its size."""
        certificates = (self.identity.certificate, *self.identity.chain)
        return 2 * (sum(map(len, certificates)) + len(certificates) * _ROOM_TO_NAME + _ROOM)

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002, pyHanko's signature
        """Return the signature over signed attributes."""
        key = self.identity.key
        if isinstance(key, ec.EllipticCurvePrivateKey):
            return key.sign(data, ec.ECDSA(hashes.SHA256()))
        if isinstance(key, rsa.RSAPrivateKey):
            return key.sign(data, padding.PKCS1v15(), hashes.SHA256())
        return key.signature(data)


class _Naming(SignedAttributeProviderSpec):
    """The signed attribute beside content type and digest: the whole chain, so that none can be exchanged."""

    def __init__(self, chain: tuple[x509.Certificate, ...]) -> None:
        self.chain = chain

    def signed_attr_providers(
        self,
        data_digest: bytes,  # noqa: ARG002, pyHanko's signature
        digest_algorithm: str,  # noqa: ARG002, as above
    ) -> Iterable[CMSAttributeProvider]:
        """Yield the one provider."""
        yield _Named(self.chain)


class _Named(CMSAttributeProvider):
    attribute_type = "signing_certificate_v2"

    def __init__(self, chain: tuple[x509.Certificate, ...]) -> None:
        self.chain = chain

    async def build_attr_value(self, dry_run: bool = False) -> tsp.SigningCertificateV2:  # noqa: ARG002, FBT001, FBT002, as above
        """Return the names (hash, issuer, number) of all certificates."""
        named = [as_signing_certificate_v2(each)["certs"][0] for each in self.chain]
        return tsp.SigningCertificateV2({"certs": named})
