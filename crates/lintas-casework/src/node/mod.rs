//! A node: one agency's folder with its configuration, keys, rules and records.

mod config;
mod init;
mod keys;
mod recent;
mod write;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use lintas_law::{FileIssue, Library};
use lintas_ledger::keys::OpeningKey;
use lintas_ledger::{FeedHead, FeedId, Keyring, Signer};
use lintas_model::record::{Audience, Partner};
use lintas_model::{AgencyCode, AudienceId, Clock, Country, Entropy, Language, RecordId, Timestamp};
use lintas_policy::{Policy, PolicySource};
use lintas_store::{SealedStore, Store};

use crate::sealed::SealedPlace;
use crate::{CaseworkError, Result};

pub use config::{LanguageTag, NodeConfig};
pub use init::{FirstOfficer, NewNode};
pub use keys::NodeKeys;
pub(crate) use keys::write_secret;
use recent::Recent;

/// A handle to a node; clones share it.
#[derive(Clone)]
pub struct Node(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    config: NodeConfig,
    store: Store,
    keys: NodeKeys,
    policy: Policy,
    law: Library,
    law_issues: Vec<FileIssue>,
    clock: Arc<dyn Clock>,
    entropy: Mutex<Box<dyn Entropy>>,
    last_checkpoint: AtomicU64,
    attempts: crate::signin::Attempts,
    challenges: crate::passkey::Challenges,
    turn: tokio::sync::Mutex<()>,
    last_record: Mutex<u128>,
    partners: Recent<Arc<Vec<Partner>>>,
    keyring: Recent<Arc<Keyring>>,
    audiences: Recent<Option<Audience>>,
    sealed: Mutex<Sealed>,
}

/// The sealed space: where it lies, and its database once it was opened.
type Sealed = (Option<SealedPlace>, Option<SealedStore>);

impl std::fmt::Debug for Node {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Node")
            .field("agency", self.code())
            .field("folder", &self.0.folder)
            .finish_non_exhaustive()
    }
}

impl Node {
    /// Opens the node in a folder.
    pub async fn open(folder: &Path, clock: Arc<dyn Clock>, entropy: Box<dyn Entropy>) -> Result<Self> {
        let config = NodeConfig::read(folder)?;
        let keys = NodeKeys::read(folder)?;
        let policy = Policy::load(rules(folder)?)?;
        let store = Store::open(&config.database).await?;
        Self::assemble(folder, config, store, keys, policy, clock, entropy).await
    }

    async fn assemble(
        folder: &Path,
        config: NodeConfig,
        store: Store,
        keys: NodeKeys,
        policy: Policy,
        clock: Arc<dyn Clock>,
        entropy: Box<dyn Entropy>,
    ) -> Result<Self> {
        let size = store.log(&config.agency).await?.size();
        let (law, law_issues) = law(folder)?;
        let sealed = Mutex::new((config.sealed.clone(), None));
        Ok(Self(Arc::new(Inner {
            folder: folder.to_owned(),
            config,
            store,
            keys,
            policy,
            law,
            law_issues,
            clock,
            entropy: Mutex::new(entropy),
            last_checkpoint: AtomicU64::new(size),
            attempts: crate::signin::Attempts::default(),
            challenges: crate::passkey::Challenges::default(),
            turn: tokio::sync::Mutex::new(()),
            last_record: Mutex::new(0),
            partners: Recent::default(),
            keyring: Recent::default(),
            audiences: Recent::default(),
            sealed,
        })))
    }

    /// The agency's code.
    pub fn code(&self) -> &AgencyCode {
        &self.0.config.agency
    }

    /// The configuration.
    pub fn config(&self) -> &NodeConfig {
        &self.0.config
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// The present instant, by the node's clock.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The agency's private audience.
    pub fn private_audience(&self) -> AudienceId {
        self.0.config.private_audience
    }

    /// The language of screens for which nobody has chosen one.
    pub fn language(&self) -> Language {
        self.0.config.language.0
    }

    /// The rules in force.
    pub fn policy(&self) -> &Policy {
        &self.0.policy
    }

    /// The state that the agency serves; nothing for an international programme.
    pub fn country(&self) -> Option<Country> {
        self.0.config.country
    }

    /// What the law of the region says: the data that ship with the program, and the agency's own files.
    pub fn law(&self) -> &Library {
        &self.0.law
    }

    /// What could not be used of the agency's own files on law. The shipped data stand in their place.
    pub fn law_issues(&self) -> &[FileIssue] {
        &self.0.law_issues
    }

    /// The seed of the node's TLS key, for the exchange.
    pub fn tls_seed(&self) -> &[u8; 32] {
        self.0.keys.tls_seed()
    }

    /// The key that opens what is sealed to the node, for the exchange.
    pub fn opening_key(&self) -> &OpeningKey {
        self.0.keys.opening()
    }

    /// Makes an id with a constructor such as `CaseId::new`.
    pub fn new_id<T>(&self, make: impl Fn(Timestamp, &mut dyn Entropy) -> T) -> T {
        let now = self.now();
        self.with_entropy(|entropy| make(now, entropy))
    }

    /// Makes the id of a record: greater than the last one of the same millisecond, so that what was written later in it
    /// is read as later (RFC 9562, 6.2, monotonic random).
    pub(crate) fn new_record(&self) -> RecordId {
        /// The random bits at the end of an id of version 7.
        const TAIL: u128 = (1 << 62) - 1;
        let fresh = self.new_id(RecordId::new).uuid().as_u128();
        let step = u128::from(u32::from_be_bytes(self.random())) + 1;
        let mut last = self.0.last_record.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let same_instant = fresh >> 80 == *last >> 80;
        let next = *last + step;
        // Within a millisecond the first id decides where the others begin; its last bits do not run over.
        let made = if same_instant && next & !TAIL == *last & !TAIL { next } else { fresh };
        *last = made;
        RecordId::from_uuid(uuid::Uuid::from_u128(made))
    }

    /// Fills bytes from the node's random source.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.with_entropy(|entropy| entropy.fill(&mut bytes));
        bytes
    }

    /// Runs something with the node's random source.
    pub fn with_entropy<T>(&self, work: impl FnOnce(&mut dyn Entropy) -> T) -> T {
        // A poisoned lock only says that another thread panicked while it drew bytes; the source itself is sound.
        let mut guard = self.0.entropy.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        work(&mut **guard)
    }

    /// Waits for the turn to read a state, decide on it and write: two steps taken at once come one after the other, and
    /// the second one sees the first. Held until dropped.
    pub(crate) async fn turn(&self) -> tokio::sync::MutexGuard<'_, ()> {
        self.0.turn.lock().await
    }

    /// Signs the state of the log if it has grown, and closes the database; what was acknowledged is on disk.
    pub async fn close(&self) {
        if let Ok(tree) = self.store().log(self.code()).await
            && tree.size() > self.last_checkpoint().load(Ordering::Relaxed)
            && let Err(error) = self.checkpoint().await
        {
            tracing::warn!(%error, "the state of the log could not be signed at the end");
        }
        let sealed = self.sealed().1.take();
        if let Some(sealed) = sealed {
            sealed.close().await;
        }
        self.store().close().await;
    }

    fn sealed(&self) -> std::sync::MutexGuard<'_, Sealed> {
        self.0.sealed.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Where the sealed space lies, if this node has one.
    pub(crate) fn sealed_place(&self) -> Option<SealedPlace> {
        self.sealed().0.clone()
    }

    /// Whether this node has a sealed space.
    pub fn has_sealed_space(&self) -> bool {
        self.sealed_place().is_some()
    }

    /// The database of the sealed space, opened once and only when somebody comes in: that it is out of reach must not stop
    /// the node.
    pub(crate) async fn sealed_store(
        &self,
        place: &SealedPlace,
    ) -> std::result::Result<SealedStore, lintas_store::StoreError> {
        let open = self.sealed().1.clone();
        if let Some(store) = open {
            return Ok(store);
        }
        let store = SealedStore::open(&place.database).await?;
        Ok(self.sealed().1.get_or_insert(store).clone())
    }

    pub(crate) fn set_sealed(&self, place: SealedPlace, store: SealedStore) {
        *self.sealed() = (Some(place), Some(store));
    }

    pub(crate) fn store(&self) -> &Store {
        &self.0.store
    }

    pub(crate) fn signer(&self) -> &Signer {
        self.0.keys.signer()
    }

    pub(crate) fn attempts(&self) -> &crate::signin::Attempts {
        &self.0.attempts
    }

    pub(crate) fn challenges(&self) -> &crate::passkey::Challenges {
        &self.0.challenges
    }

    pub(crate) fn last_checkpoint(&self) -> &AtomicU64 {
        &self.0.last_checkpoint
    }

    /// Everything that was ever recorded about partners, as last read.
    pub(crate) fn recent_partners(&self) -> &Recent<Arc<Vec<Partner>>> {
        &self.0.partners
    }

    /// The readers of our own feeds, as last read.
    pub(crate) fn recent_audiences(&self) -> &Recent<Option<Audience>> {
        &self.0.audiences
    }

    /// Where our feed for an audience stands.
    pub(crate) async fn own_head(&self, audience: AudienceId) -> Result<FeedHead> {
        Ok(self.store().head(&FeedId { agency: self.code().clone(), audience }).await?)
    }

    /// The keys of this agency and of all partners, for checking signatures.
    pub async fn keyring(&self) -> Result<Arc<Keyring>> {
        let head = self.own_head(self.private_audience()).await?;
        if let Some(ring) = self.0.keyring.at(&head) {
            return Ok(ring);
        }
        let mut ring = Keyring::new();
        ring.add(self.code().clone(), self.signer().public().clone());
        // Keys that a partner has changed since still verify what was signed with them.
        for partner in crate::partner::ever(self).await?.iter() {
            let root = partner.keys.root_key.parse().map_err(|why| {
                CaseworkError::Ledger(format!("the root key of {} does not read: {why}", partner.agency.code))
            })?;
            ring.add_manifest(&partner.keys, &root).map_err(|why| CaseworkError::Ledger(why.to_string()))?;
        }
        Ok(self.0.keyring.keep(head, Arc::new(ring)))
    }
}

/// The rules that ship with the program, and those that the agency has put into its `policy` folder. A file of the same
/// name takes the place of the shipped one.
fn rules(folder: &Path) -> Result<Vec<PolicySource>> {
    let mut sources = Policy::default_sources();
    for (name, text) in own_files(&folder.join("policy"), "cedar")? {
        sources.retain(|source| source.name != name);
        sources.push(PolicySource { name, text });
    }
    Ok(sources)
}

/// The data on law that ship with the program, with those that the agency has put into its `law` folder. A file that cannot
/// be used is told of, and what shipped stays in force.
fn law(folder: &Path) -> Result<(Library, Vec<FileIssue>)> {
    let own = own_files(&folder.join("law"), "toml")?;
    Library::with_own(&own).map_err(|error| CaseworkError::File {
        path: folder.join("law").display().to_string(),
        problem: error.to_string(),
    })
}

/// The files of one kind in a folder of the agency's own, by name; none where there is no such folder.
pub(crate) fn own_files(folder: &Path, extension: &str) -> Result<Vec<(String, String)>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let problem = |path: &Path, error: std::io::Error| CaseworkError::File {
        path: path.display().to_string(),
        problem: error.to_string(),
    };
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(|error| problem(folder, error))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let text = std::fs::read_to_string(&path).map_err(|error| problem(&path, error))?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        files.push((name, text));
    }
    Ok(files)
}
