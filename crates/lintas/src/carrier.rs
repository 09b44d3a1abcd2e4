//! What the pages ask of the exchange: meeting partners, and bundles.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use lintas_casework::Node;
use lintas_exchange::bundle::{bundle_for, take_bundle};
use lintas_exchange::{ExchangeError, Pace, meet_all};
use lintas_model::AgencyCode;
use lintas_web::{Sync, Waits};

/// Carries records for the pages of one node.
pub(crate) struct Carrier {
    pub(crate) node: Node,
    pub(crate) pace: Pace,
}

impl Sync for Carrier {
    fn meet_all(&self) -> Waits<'_, u64> {
        Box::pin(async {
            let met = meet_all(&self.node, self.pace).await.map_err(told)?;
            Ok(met.iter().map(lintas_exchange::Met::taken).sum())
        })
    }

    fn bundle_for<'a>(&'a self, partner: &'a AgencyCode) -> Waits<'a, PathBuf> {
        Box::pin(async move {
            let folder = self.node.folder().join("bundles");
            std::fs::create_dir_all(&folder).map_err(|error| place(&folder, &error))?;
            let path = folder.join(format!("{}-to-{partner}.lintas", self.node.code()));
            let partial = path.with_extension("partial");
            let mut file = BufWriter::new(File::create(&partial).map_err(|error| place(&partial, &error))?);
            bundle_for(&self.node, partner, false, &mut file).await.map_err(told)?;
            file.flush()
                .and_then(|()| std::fs::rename(&partial, &path))
                .map_err(|error| place(&path, &error))?;
            Ok(path)
        })
    }

    fn take_bundle<'a>(&'a self, file: &'a Path) -> Waits<'a, u64> {
        Box::pin(async move {
            let opened = File::open(file).map_err(|error| place(file, &error))?;
            let taken = take_bundle(&self.node, BufReader::new(opened)).await.map_err(told)?;
            match taken.findings().next() {
                None => Ok(taken.taken()),
                Some(finding) => Err(format!(
                    "{finding}. {} records stood before it and were taken; ask {} for a new bundle.",
                    taken.taken(),
                    taken.from
                )),
            }
        })
    }
}

fn told(error: ExchangeError) -> String {
    format!("{}: {}", error.code(), error.told())
}

fn place(path: &Path, error: &std::io::Error) -> String {
    format!("could not use `{}`: {error}", path.display())
}
