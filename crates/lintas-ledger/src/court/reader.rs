//! Reading a court file.

use super::frame::{
    CHUNK, END, FIRST_LINE, MAX_END, MAX_PATH, MAX_PROOFS, MAX_STATEMENT, PROOFS, STATEMENT, Summary,
};
use super::{CourtError, CourtStatement, InLog, statement};
use crate::Hash32;
use crate::cbor::{CborError, Problem, Reader};
use crate::chunk::{Chunk, MAX_CHUNK};
use crate::keys::VerifyingKey;

/// A court file, chunk by chunk. Signatures are for the verifier to look at.
pub(crate) struct CourtFile<'a> {
    rest: &'a [u8],
    statement: CourtStatement,
    signature: [u8; 64],
    summary: Summary,
    part: u64,
    end_signature: Option<[u8; 64]>,
}

/// The entries of a chunk, each with its place in a log.
pub(crate) type Part = Vec<(Vec<u8>, Option<InLog>)>;

impl<'a> CourtFile<'a> {
    /// Reads the statement.
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, CourtError> {
        let mut rest = bytes.strip_prefix(FIRST_LINE).ok_or(CourtError::NotACourtFile)?;
        let (kind, frame) = take_frame(&mut rest, 0)?;
        if kind != STATEMENT {
            return Err(CourtError::Shape { part: 0, problem: "it does not begin with its statement" });
        }
        let mut reader = Reader::new(frame);
        if reader.array()? != 2 {
            return Err(CourtError::Statement("it is not signed".to_owned()));
        }
        let bytes = reader.bytes()?;
        let signature = reader.array_of()?;
        reader.finish()?;
        let statement = statement::decode(bytes)?;
        Ok(Self { rest, statement, signature, summary: Summary::of(bytes), part: 1, end_signature: None })
    }

    /// What the maker says of it.
    pub(crate) fn statement(&self) -> &CourtStatement {
        &self.statement
    }

    /// Whether one of these keys signed the statement.
    pub(crate) fn is_signed(&self, keys: &[VerifyingKey]) -> bool {
        let message = self.summary.statement_message();
        keys.iter().any(|key| key.verify(&message, &self.signature))
    }

    /// Whether one of these keys signed the end, once it has been read.
    pub(crate) fn is_ended(&self, keys: &[VerifyingKey]) -> bool {
        let message = self.summary.end_message();
        self.end_signature.is_some_and(|signature| keys.iter().any(|key| key.verify(&message, &signature)))
    }

    /// The entries of the next chunk; nothing after the end.
    pub(crate) fn next_part(&mut self) -> Result<Option<Part>, CourtError> {
        let part = self.part;
        let shape = |problem| CourtError::Shape { part, problem };
        let (kind, frame) = take_frame(&mut self.rest, part)?;
        match kind {
            CHUNK => {
                let number = self.summary.n_chunks;
                let chunk =
                    Chunk::decode(frame.to_vec()).map_err(|source| CourtError::Chunk { number, source })?;
                let (kind, frame) = take_frame(&mut self.rest, part + 1)?;
                if kind != PROOFS {
                    return Err(shape("no proofs follow its chunk"));
                }
                let proofs = proofs(frame).map_err(|_| shape("its proofs do not read"))?;
                if proofs.len() != chunk.entries().len() {
                    return Err(shape("it has not one proof for each entry"));
                }
                self.part += 2;
                self.summary.add(&chunk);
                Ok(Some(chunk.entries().map(<[u8]>::to_vec).zip(proofs).collect()))
            }
            END => {
                let (n_chunks, chunks, signature) = end(frame).map_err(|_| shape("its end does not read"))?;
                if (n_chunks, chunks) != (self.summary.n_chunks, self.summary.chunks) {
                    return Err(shape("its end names other chunks than it holds"));
                }
                if !self.rest.is_empty() {
                    return Err(shape("something follows its end"));
                }
                self.end_signature = Some(signature);
                Ok(None)
            }
            _ => Err(shape("no such part belongs here")),
        }
    }
}

fn take_frame<'a>(rest: &mut &'a [u8], part: u64) -> Result<(u8, &'a [u8]), CourtError> {
    let cut = CourtError::Shape { part, problem: "it was cut off" };
    let Some((head, after)) = rest.split_first_chunk::<5>() else { return Err(cut) };
    let [kind, length @ ..] = *head;
    let length = u32::from_be_bytes(length) as usize;
    let limit = match kind {
        STATEMENT => MAX_STATEMENT,
        CHUNK => MAX_CHUNK,
        END => MAX_END,
        PROOFS => MAX_PROOFS,
        _ => return Err(CourtError::Shape { part, problem: "no such part belongs here" }),
    };
    if length > limit {
        return Err(CourtError::TooLarge(length));
    }
    let Some((frame, after)) = after.split_at_checked(length) else { return Err(cut) };
    *rest = after;
    Ok((kind, frame))
}

fn proofs(frame: &[u8]) -> Result<Vec<Option<InLog>>, CborError> {
    let mut reader = Reader::new(frame);
    let count = reader.array()?;
    let mut proofs = Vec::with_capacity(count);
    for _ in 0..count {
        if reader.is_null() {
            proofs.push(None);
            continue;
        }
        let start = reader.position();
        if reader.array()? != 2 {
            return reader.refuse(start, Problem::OutOfRange);
        }
        let index = reader.uint()?;
        let length = reader.array()?;
        if length > MAX_PATH {
            return reader.refuse(start, Problem::OutOfRange);
        }
        let path = (0..length).map(|_| reader.array_of().map(Hash32)).collect::<Result<_, _>>()?;
        proofs.push(Some(InLog { index, path }));
    }
    reader.finish()?;
    Ok(proofs)
}

fn end(frame: &[u8]) -> Result<(u64, Hash32, [u8; 64]), CborError> {
    let mut reader = Reader::new(frame);
    if reader.array()? != 3 {
        return reader.refuse(0, Problem::OutOfRange);
    }
    let end = (reader.uint()?, Hash32(reader.array_of()?), reader.array_of()?);
    reader.finish()?;
    Ok(end)
}
