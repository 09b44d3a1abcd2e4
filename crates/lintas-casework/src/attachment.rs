//! Attachments: photographs and documents that come with a report, kept byte for byte and known by their hash.
//!
//! A file is cut into parts that fit into a body of the ledger; all of them and the report are written together or not at
//! all. What a file is, its bytes say and never its name: a page shows pictures only, and hands out the rest to be saved.

use lintas_model::record::{Attachment, AttachmentPart};
use lintas_model::{Body, Draft, Handling, Kind, ReportId};
use lintas_policy::Action;
use lintas_store::HeldQuery;
use sha2::{Digest as _, Sha256};

use crate::item::{self, Item, facts};
use crate::{CaseworkError, Ctx, Result, access};

/// The largest file that is taken, in bytes.
pub const MOST_BYTES: usize = 20 << 20;
/// So many files come with a report at most.
pub const MOST_FILES: usize = 12;
/// The bytes of one part; with its salt and names it stays below the four mebibytes of a body.
const PART_BYTES: usize = 3 << 20;

/// A file to attach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAttachment {
    /// Its name without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the first bytes of a file say it is; none for what is not taken.
pub fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let brand = bytes.get(4..12).unwrap_or_default();
    Some(match bytes {
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "image/png",
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => "image/gif",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [b'%', b'P', b'D', b'F', b'-', ..] => "application/pdf",
        _ => match brand {
            b"ftypheic" | b"ftypheix" | b"ftypmif1" => "image/heic",
            b"ftypavif" => "image/avif",
            b"ftypmp42" | b"ftypisom" | b"ftypmp41" | b"ftyp3gp4" | b"ftyp3gp5" | b"ftypqt  " => "video/mp4",
            b"ftypM4A " => "audio/mp4",
            _ => return None,
        },
    })
}

/// Whether browsers show it as a picture.
pub fn is_picture(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png" | "image/gif" | "image/webp" | "image/avif")
}

/// Checks files before anything is written.
pub(crate) fn check(files: &[NewAttachment]) -> Result<()> {
    if files.len() > MOST_FILES {
        return Err(CaseworkError::invalid("file", format!("attach at most {MOST_FILES} files")));
    }
    for file in files {
        if file.bytes.len() > MOST_BYTES {
            let most = MOST_BYTES >> 20;
            return Err(CaseworkError::invalid("file", format!("{} is larger than {most} MiB", file.name)));
        }
        if media_type(&file.bytes).is_none() {
            let problem =
                format!("{} is no photograph, PDF, video or sound recording that is taken", file.name);
            return Err(CaseworkError::invalid("file", problem));
        }
    }
    Ok(())
}

/// The records of a file, parts first.
pub(crate) fn drafts(ctx: &Ctx, report: ReportId, file: NewAttachment, handling: &Handling) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = file
        .bytes
        .chunks(PART_BYTES)
        .map(|bytes| ctx.about(ctx.private(), report, AttachmentPart { report, bytes: bytes.to_vec() }))
        .collect();
    let attachment = Attachment {
        report,
        name: file.name,
        media_type: media_type(&file.bytes).unwrap_or("application/octet-stream").to_owned(),
        size_bytes: file.bytes.len() as u64,
        sha256: hex::encode(Sha256::digest(&file.bytes)),
        parts: drafts.iter().map(|draft| draft.record).collect(),
    };
    drafts.push(ctx.about(ctx.private(), report, attachment));
    for draft in &mut drafts {
        draft.marking.handling = handling.clone();
    }
    drafts
}

/// Attaches files to a report of this agency. A file that it has already is not attached twice.
pub async fn add(ctx: &Ctx, report: ReportId, files: Vec<NewAttachment>) -> Result<usize> {
    let _turn = ctx.node().turn().await;
    let held =
        ctx.node().newest(Kind::Report, report.into()).await?.ok_or(CaseworkError::NotFound("report"))?;
    ctx.require(Action::AddReport, &facts(ctx.node(), &held.mark)).await?;
    let known: Vec<String> = of_report(ctx, report).await?.into_iter().map(|item| item.body.sha256).collect();
    check(&files)?;
    if known.len() + files.len() > MOST_FILES {
        return Err(CaseworkError::invalid("file", format!("a report has at most {MOST_FILES} files")));
    }
    let mut written = 0;
    for file in files {
        if !known.contains(&hex::encode(Sha256::digest(&file.bytes))) {
            ctx.write(drafts(ctx, report, file, &held.mark.handling)).await?;
            written += 1;
        }
    }
    Ok(written)
}

/// The files of a report, oldest first.
pub(crate) async fn of_report(ctx: &Ctx, report: ReportId) -> Result<Vec<Item<Attachment>>> {
    let query = HeldQuery { reports: vec![report], ..HeldQuery::default() };
    Ok(crate::report::distinct(item::read::<Attachment>(ctx, query).await?))
}

/// One file of a report with its bytes, by its hash. The bytes are checked against the hash before anybody sees them.
pub async fn open(ctx: &Ctx, report: ReportId, sha256: &str) -> Result<(Attachment, Vec<u8>)> {
    let found = of_report(ctx, report).await?.into_iter().find(|item| item.body.sha256 == sha256);
    let attachment = found.ok_or(CaseworkError::NotFound("attachment"))?.body;
    let mut bytes = Vec::with_capacity(usize::try_from(attachment.size_bytes).unwrap_or(0).min(MOST_BYTES));
    for part in &attachment.parts {
        let query = HeldQuery { record: Some(*part), now: Some(ctx.now()), ..HeldQuery::default() };
        let held = ctx.node().store().held(&query).await?.into_iter().next();
        let held = held.ok_or(CaseworkError::NotFound("part of the attachment"))?;
        ctx.require(Action::View, &facts(ctx.node(), &held.mark)).await?;
        let Body::AttachmentPart(body) = held.body else {
            return Err(CaseworkError::NotFound("part of the attachment"));
        };
        bytes.extend_from_slice(&body.bytes);
    }
    if hex::encode(Sha256::digest(&bytes)) != attachment.sha256 {
        return Err(CaseworkError::Ledger(format!(
            "the bytes of `{}` do not have its hash",
            attachment.name
        )));
    }
    access::viewed(ctx, "attachment", Some(report.into()), 1).await?;
    Ok((attachment, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let check =
            |bytes: &[u8], expected: Option<&str>| assert_eq!(media_type(bytes), expected, "{bytes:?}");
        check(b"\xff\xd8\xff\xe0\x00\x10JFIF", Some("image/jpeg"));
        check(b"\x89PNG\r\n\x1a\n\0\0", Some("image/png"));
        check(b"RIFF\x10\0\0\0WEBPVP8 ", Some("image/webp"));
        check(b"\0\0\0\x18ftypheic\0\0", Some("image/heic"));
        check(b"%PDF-1.7", Some("application/pdf"));
        for other in
            [&b""[..], b"MZ\x90\0", b"<svg xmlns", b"<html>", b"\xff\xd8", b"PK\x03\x04", b"RIFFWAVE"]
        {
            check(other, None);
        }
        assert!(is_picture("image/png") && !is_picture("application/pdf") && !is_picture("image/svg+xml"));
    }
}
