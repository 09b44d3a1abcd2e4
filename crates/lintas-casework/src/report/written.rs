//! A report that was written where there was no link is sent until an answer comes, and filed once.
//!
//! The id of such a report follows from who files it, what the form was called when it was written and what it says. The
//! same form sent a second time finds its report there; the same form with other words is another report.

use lintas_model::{ObjectId, ReportId};
use lintas_store::HeldQuery;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::NewReport;
use crate::{Ctx, Result};

/// The id that follows from a form; none when the form has no name of its own.
pub(super) fn id(ctx: &Ctx, new: &NewReport) -> Option<ReportId> {
    let name = new.written.as_deref().map(str::trim).filter(|name| !name.is_empty())?;
    let mut hash = Sha256::new();
    hash.update(b"lintas report written v1");
    let mut add = |part: &[u8]| {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    };
    add(ctx.officer().uuid().as_bytes());
    add(name.as_bytes());
    for text in [&new.title, &new.text] {
        add(text.trim().as_bytes());
    }
    // Only this program compares them, and only within the days for which a form waits.
    add(format!("{:?} {:?} {:?} {:?}", new.occurred, new.case, new.grade, new.handling).as_bytes());
    for thing in &new.things {
        add(format!("{:?} {:?} {:?}", thing.entity, thing.kind, thing.says).as_bytes());
    }
    for file in &new.files {
        add(file.name.as_bytes());
        add(&file.bytes);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    // A UUID of version 8, whose bits are the program's own (RFC 9562, 5.8).
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    Some(ReportId::from_uuid(Uuid::from_bytes(bytes)))
}

/// Whether the report of that id is here already.
pub(super) async fn is_filed(ctx: &Ctx, id: ReportId) -> Result<bool> {
    let query = HeldQuery { object: Some(ObjectId::from(id)), limit: 1, ..HeldQuery::default() };
    Ok(!ctx.node().store().held(&query).await?.is_empty())
}
