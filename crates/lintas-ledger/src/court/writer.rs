//! Writing a court file.

use std::io::Write;

use super::frame::{
    CHUNK, END, FIRST_LINE, MAX_END, MAX_PATH, MAX_PROOFS, MAX_STATEMENT, PROOFS, STATEMENT, Summary,
};
use super::{CourtError, CourtStatement, InLog, statement};
use crate::cbor::Writer;
use crate::chunk::{Chunk, MAX_CHUNK};
use crate::keys::Signer;

/// Writes a court file chunk by chunk.
pub struct CourtWriter<W: Write> {
    out: W,
    signer: Signer,
    summary: Summary,
    part: u64,
}

impl<W: Write> CourtWriter<W> {
    /// Begins a court file with its statement, signed by the node that makes it.
    pub fn start(mut out: W, about: &CourtStatement, signer: &Signer) -> Result<Self, CourtError> {
        let bytes = statement::encode(about)?;
        let summary = Summary::of(&bytes);
        let mut frame = Writer::with_capacity(bytes.len() + 80);
        frame.array(2);
        frame.bytes(&bytes);
        frame.bytes(&signer.sign(&summary.statement_message()));
        out.write_all(FIRST_LINE)?;
        let mut writer = Self { out, signer: signer.clone(), summary, part: 0 };
        writer.frame(STATEMENT, &frame.into_bytes(), MAX_STATEMENT)?;
        Ok(writer)
    }

    /// Adds the next chunk and, for each entry in it, where it stands in its agency's log, as far as that is known here.
    pub fn chunk(&mut self, chunk: &Chunk, proofs: &[Option<InLog>]) -> Result<(), CourtError> {
        if proofs.len() != chunk.entries().len() {
            return Err(CourtError::Shape { part: self.part, problem: "each entry needs a proof or none" });
        }
        self.summary.add(chunk);
        self.frame(CHUNK, chunk.as_bytes(), MAX_CHUNK)?;
        let mut frame = Writer::default();
        frame.array(proofs.len());
        for proof in proofs {
            let Some(InLog { index, path }) = proof else {
                frame.null();
                continue;
            };
            if path.len() > MAX_PATH {
                return Err(CourtError::TooLarge(path.len()));
            }
            frame.array(2);
            frame.uint(*index);
            frame.array(path.len());
            path.iter().for_each(|hash| frame.bytes(hash.as_bytes()));
        }
        self.frame(PROOFS, &frame.into_bytes(), MAX_PROOFS)
    }

    /// Ends the file and gives the writer back, flushed.
    pub fn finish(mut self) -> Result<W, CourtError> {
        let mut frame = Writer::default();
        frame.array(3);
        frame.uint(self.summary.n_chunks);
        frame.bytes(self.summary.chunks.as_bytes());
        frame.bytes(&self.signer.sign(&self.summary.end_message()));
        self.frame(END, &frame.into_bytes(), MAX_END)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn frame(&mut self, kind: u8, content: &[u8], limit: usize) -> Result<(), CourtError> {
        if content.len() > limit {
            return Err(CourtError::TooLarge(content.len()));
        }
        self.out.write_all(&[kind])?;
        self.out.write_all(&(content.len() as u32).to_be_bytes())?;
        self.out.write_all(content)?;
        self.part += 1;
        Ok(())
    }
}
