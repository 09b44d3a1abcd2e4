//! The key files of a node: `keys/root.key` (to be taken off the machine), `node.key`, `tls.key`, `sealing.key`.

use std::io::Write as _;
use std::path::Path;

use lintas_ledger::Signer;
use lintas_ledger::keys::{KeyFile, KeyRole, OpeningKey};
use lintas_model::{AgencyCode, Entropy};
use zeroize::Zeroizing;

use crate::{CaseworkError, Result};

/// The secret keys a node works with. The root is not among them: it signs the manifest and goes into a safe.
pub struct NodeKeys {
    signer: Signer,
    opening: OpeningKey,
    tls: Zeroizing<[u8; 32]>,
}

const FOLDER: &str = "keys";

impl NodeKeys {
    /// Makes the keys of a new node and writes their files; answers the root key beside them.
    pub(crate) fn make(
        folder: &Path,
        agency: &AgencyCode,
        entropy: &mut dyn Entropy,
    ) -> Result<(Self, Signer)> {
        let (root, signer, tls) =
            (Signer::generate(entropy), Signer::generate(entropy), Signer::generate(entropy));
        let opening = OpeningKey::generate(entropy);
        let files = [
            ("root.key", KeyFile::signing(KeyRole::Root, agency.clone(), &root)),
            ("node.key", KeyFile::signing(KeyRole::Node, agency.clone(), &signer)),
            ("tls.key", KeyFile::signing(KeyRole::Tls, agency.clone(), &tls)),
            ("sealing.key", KeyFile::sealing(agency.clone(), &opening)),
        ];
        let keys = folder.join(FOLDER);
        std::fs::create_dir_all(&keys).map_err(|error| problem(&keys, &error))?;
        for (name, file) in files {
            write_secret(&keys.join(name), &file.to_text())?;
        }
        Ok((Self { signer, opening, tls: tls.seed() }, root))
    }

    /// Reads the key files of a node.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file = |name: &str| -> Result<(std::path::PathBuf, KeyFile)> {
            let path = folder.join(FOLDER).join(name);
            let text =
                Zeroizing::new(std::fs::read_to_string(&path).map_err(|error| problem(&path, &error))?);
            let read = text.parse::<KeyFile>().map_err(|why| bad(&path, &why.to_string()))?;
            Ok((path, read))
        };
        let signer = |name: &str, role| -> Result<Signer> {
            let (path, file) = file(name)?;
            file.signer(role).map_err(|why| bad(&path, &why.to_string()))
        };
        let (path, sealing) = file("sealing.key")?;
        Ok(Self {
            signer: signer("node.key", KeyRole::Node)?,
            tls: signer("tls.key", KeyRole::Tls)?.seed(),
            opening: sealing.opening_key().map_err(|why| bad(&path, &why.to_string()))?,
        })
    }

    pub(crate) const fn signer(&self) -> &Signer {
        &self.signer
    }

    pub(crate) const fn opening(&self) -> &OpeningKey {
        &self.opening
    }

    pub(crate) fn tls_seed(&self) -> &[u8; 32] {
        &self.tls
    }
}

/// Writes a file that only its owner can read, and never over an existing one.
pub(crate) fn write_secret(path: &Path, text: &str) -> Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let mut file = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| problem(path, &error))?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|error| problem(path, &error))
}

fn problem(path: &Path, error: &std::io::Error) -> CaseworkError {
    bad(path, &error.to_string())
}

fn bad(path: &Path, problem: &str) -> CaseworkError {
    CaseworkError::File { path: path.display().to_string(), problem: problem.to_owned() }
}
