//! The holder's keys: one seed a month in a file of its own, gone when its month is over.

use std::path::Path;

use lintas_hits::HolderKey;
use lintas_model::handling::Purpose;
use lintas_model::{AgencyCode, Timestamp};
use zeroize::Zeroizing;

use crate::node::write_secret;
use crate::{CaseworkError, Node, Result};

/// The month in which an instant lies, `2017-03`.
pub(super) fn month_of(at: Timestamp) -> String {
    let (year, month, _) = at.ymd();
    format!("{year:04}-{month:02}")
}

/// The key for a partner, a purpose and the present month. Making the seed of a month destroys those of other months:
/// with them every set that was given out then becomes worthless.
pub(super) fn key_for(node: &Node, to: &AgencyCode, purpose: Purpose) -> Result<(String, HolderKey)> {
    let month = month_of(node.now());
    let seed = seed(node, &month)?;
    let info =
        format!("lintas hits v1\0{}\0{to}\0{purpose}\0{month}", node.code(), purpose = purpose.as_str());
    Ok((month, HolderKey::derive(&seed, info.as_bytes())))
}

fn seed(node: &Node, month: &str) -> Result<Zeroizing<[u8; 32]>> {
    let folder = node.folder().join("keys");
    let path = folder.join(format!("hits-{month}.key"));
    if !path.exists() {
        let fresh = Zeroizing::new(hex::encode(node.random::<32>()));
        match write_secret(&path, &fresh) {
            // Another process of the node was faster: its seed counts.
            Err(_) if path.exists() => {}
            made => made?,
        }
        forget_others(&folder, &path)?;
    }
    let problem = |problem: String| CaseworkError::File { path: path.display().to_string(), problem };
    let text = Zeroizing::new(std::fs::read_to_string(&path).map_err(|error| problem(error.to_string()))?);
    let bytes = Zeroizing::new(hex::decode(text.trim()).unwrap_or_default());
    let seed = bytes.as_slice().try_into();
    seed.map(Zeroizing::new).map_err(|_| {
        problem(
            "it is no key of hit/no-hit; remove it, and a new one is made with the next question".to_owned(),
        )
    })
}

fn forget_others(folder: &Path, kept: &Path) -> Result<()> {
    let problem = |path: &Path, error: std::io::Error| CaseworkError::File {
        path: path.display().to_string(),
        problem: error.to_string(),
    };
    let entries = std::fs::read_dir(folder).map_err(|error| problem(folder, error))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        if path != kept && is_seed(&path) {
            std::fs::remove_file(&path).map_err(|error| problem(&path, error))?;
        }
    }
    Ok(())
}

fn is_seed(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    name.strip_prefix("hits-").is_some_and(|rest| rest.ends_with(".key"))
}
