//! Writing a bundle.

use std::io::Write;

use hpke::aead::AeadCtxS;
use hpke::kem::XWing;
use hpke::{OpModeS, Serializable, setup_sender_with_rng};
use lintas_model::Entropy;

use super::frame::{
    Aead, CHUNK, DOMAIN_MANIFEST, END, FIRST_LINE, INFO, Kdf, MANIFEST, MAX_END, MAX_MANIFEST, Summary,
};
use super::{BundleError, BundleManifest};
use crate::cbor::{self, Writer};
use crate::chunk::{Chunk, MAX_CHUNK};
use crate::keys::{SealingKey, Signer};

/// Writes a bundle chunk by chunk.
pub struct BundleWriter<W: Write> {
    out: W,
    context: AeadCtxS<Aead, Kdf, XWing>,
    signer: Signer,
    summary: Summary,
}

impl<W: Write> BundleWriter<W> {
    /// Begins a bundle with its manifest, sealed to the recipient and signed by the sender's node.
    pub fn start(
        mut out: W,
        manifest: &BundleManifest,
        signer: &Signer,
        recipient: &SealingKey,
        entropy: &mut dyn Entropy,
    ) -> Result<Self, BundleError> {
        let bytes = cbor::encode(manifest).map_err(|unfit| BundleError::Manifest(unfit.to_string()))?;
        let (key, context) = setup_sender_with_rng::<Aead, Kdf, XWing>(
            &OpModeS::Base,
            &recipient.0,
            INFO,
            &mut Random(entropy),
        )
        .map_err(|_| BundleError::Altered(0))?;
        out.write_all(FIRST_LINE)?;
        out.write_all(&recipient.id().0)?;
        out.write_all(&key.to_bytes())?;
        let summary = Summary::of(&bytes);
        let signature = signer.sign(&[DOMAIN_MANIFEST, summary.manifest.as_bytes()].concat());
        let mut writer = Self { out, context, signer: signer.clone(), summary };
        let mut frame = Writer::default();
        frame.array(2);
        frame.bytes(&bytes);
        frame.bytes(&signature);
        writer.frame(MANIFEST, &frame.into_bytes(), MAX_MANIFEST)?;
        Ok(writer)
    }

    /// Adds the next chunk.
    pub fn chunk(&mut self, chunk: &Chunk) -> Result<(), BundleError> {
        self.summary.add(chunk);
        self.frame(CHUNK, chunk.as_bytes(), MAX_CHUNK)
    }

    /// Ends the bundle and gives the writer back, flushed.
    pub fn finish(mut self) -> Result<W, BundleError> {
        let mut frame = Writer::default();
        frame.array(3);
        frame.uint(self.summary.n_chunks);
        frame.bytes(self.summary.chunks.as_bytes());
        frame.bytes(&self.signer.sign(&self.summary.message()));
        self.frame(END, &frame.into_bytes(), MAX_END)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn frame(&mut self, kind: u8, content: &[u8], limit: usize) -> Result<(), BundleError> {
        if content.len() > limit {
            return Err(BundleError::TooLarge(content.len()));
        }
        let sealed = self.context.seal(content, &[kind]).map_err(|_| BundleError::TooLarge(content.len()))?;
        self.out.write_all(&[kind])?;
        self.out.write_all(&(sealed.len() as u32).to_be_bytes())?;
        self.out.write_all(&sealed)?;
        Ok(())
    }
}
/// The project's entropy in the shape that HPKE asks for.
struct Random<'e>(&'e mut dyn Entropy);

impl hpke::rand_core::TryRng for Random<'_> {
    type Error = std::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Self::Error> {
        self.0.fill(bytes);
        Ok(())
    }
}

impl hpke::rand_core::TryCryptoRng for Random<'_> {}
