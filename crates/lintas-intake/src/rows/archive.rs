//! Looks through a workbook's archive before anything in it is opened.
//!
//! Every entry is unpacked once to nowhere, counted and checked against its checksum: declared sizes can lie, and a
//! truncated or damaged entry is named before half of a sheet has been read.

use std::io::{Read, Seek};

use zip::ZipArchive;

use crate::{IntakeError, Limits};

/// What the archive holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Workbook {
    /// Excel 2007 and later, with or without macros.
    Xlsx,
    /// OpenDocument.
    Ods,
}

/// Entries below this size may be packed as tightly as they like.
const RATIO_FROM_BYTES: u64 = 1 << 20;

/// Checks the archive and says what workbook it is.
pub(crate) fn check<R: Read + Seek>(name: &str, file: R, limits: &Limits) -> Result<Workbook, IntakeError> {
    let damaged = |place: String, reason: String| IntakeError::Damaged {
        file: name.to_owned(),
        place,
        reason,
        next_step: "ask for the file again, or open it in its program and save it anew".to_owned(),
    };
    let too_large = |reason: String| IntakeError::TooLarge {
        file: name.to_owned(),
        reason,
        next_step: "do not open it elsewhere; ask the sender what it is".to_owned(),
    };
    let mut archive = ZipArchive::new(file).map_err(|error| {
        damaged(
            "the end of the file".to_owned(),
            format!("the list of its parts is missing or broken ({error})"),
        )
    })?;
    if archive.len() > limits.archive_entries {
        return Err(too_large(format!(
            "it has {} parts and at most {} are opened",
            archive.len(),
            limits.archive_entries
        )));
    }
    let mut kind = None;
    let mut unpacked = 0_u64;
    let mut buffer = vec![0_u8; 64 << 10];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| {
            damaged(format!("part {}", index + 1), format!("it cannot be opened ({error})"))
        })?;
        let entry_name: String = entry.name().chars().take(120).collect();
        let packed = entry.compressed_size().max(1);
        match entry_name.as_str() {
            "xl/workbook.xml" => kind = Some(Workbook::Xlsx),
            "content.xml" => kind = kind.or(Some(Workbook::Ods)),
            _ => {}
        }
        let mut size = 0_u64;
        loop {
            let read = match entry.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read as u64,
                Err(error) => {
                    return Err(damaged(format!("part `{entry_name}`, byte {size}"), error.to_string()));
                }
            };
            size += read;
            unpacked += read;
            if unpacked > limits.unpacked_bytes {
                return Err(too_large(format!(
                    "its parts unpack to more than {} MiB",
                    limits.unpacked_bytes >> 20
                )));
            }
            if size > RATIO_FROM_BYTES && size / packed > limits.unpack_ratio {
                return Err(too_large(format!(
                    "part `{entry_name}` unpacks to more than {} times its size",
                    limits.unpack_ratio
                )));
            }
        }
    }
    kind.ok_or_else(|| IntakeError::UnknownFormat {
        file: name.to_owned(),
        found: "an archive without a workbook in it".to_owned(),
        next_step: "unpack it and give the files inside one by one".to_owned(),
    })
}
