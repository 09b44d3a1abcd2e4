//! The birth of a node.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use lintas_ledger::keys::sign_manifest;
use lintas_model::handling::Purpose;
use lintas_model::record::{Agency, Audience, KeyManifest};
use lintas_model::{
    AgencyCode, AudienceId, Body, Clock, Country, Draft, Entropy, Language, Marking, ObjectId, OfficerId,
    Role,
};
use lintas_policy::Policy;
use lintas_store::Store;
use sha2::{Digest as _, Sha256};

use super::{LanguageTag, Node, NodeConfig, NodeKeys, rules};
use crate::{CaseworkError, Result};

/// What a new node is told.
#[derive(Debug, Clone)]
pub struct NewNode {
    /// The agency's code.
    pub agency: AgencyCode,
    /// Its full name by language tag; `en` at least.
    pub names: BTreeMap<String, String>,
    /// Its country.
    pub country: Option<Country>,
    /// Language of screens.
    pub language: Language,
    /// The database; a file in the node's folder when not given.
    pub database: Option<String>,
    /// Address for pages.
    pub web_address: String,
    /// Address for partners' nodes.
    pub peer_address: String,
    /// How partners reach it.
    pub public_address: Option<String>,
    /// Whether everything here is made up.
    pub demo: bool,
    /// Whether officers sign grave acts with keys of their own.
    pub officers_sign: bool,
    /// Who may sign in first.
    pub first_officer: FirstOfficer,
}

/// The first officer: enrols the others.
#[derive(Debug, Clone)]
pub struct FirstOfficer {
    /// Name shown inside the agency.
    pub name: String,
    /// Name to sign in with.
    pub login: String,
    /// Password.
    pub password: String,
    /// Roles; an administrator at least.
    pub roles: BTreeSet<Role>,
}

/// SubjectPublicKeyInfo (RFC 8410) in front of an Ed25519 public key.
const ED25519_SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

/// What stood in the folder before, so that a birth that fails leaves nothing of its own behind.
struct Before {
    folder: bool,
    keys: bool,
    database: bool,
}

impl Before {
    fn of(folder: &Path) -> Self {
        Self {
            folder: folder.exists(),
            keys: folder.join("keys").exists(),
            database: folder.join("node.db").exists(),
        }
    }

    fn restore(&self, folder: &Path) {
        // What cannot be removed is told by the next attempt; the error that led here matters more.
        if !self.keys {
            let _ = std::fs::remove_dir_all(folder.join("keys"));
        }
        if !self.database {
            for name in ["node.db", "node.db-wal", "node.db-shm"] {
                let _ = std::fs::remove_file(folder.join(name));
            }
        }
        if !self.folder {
            let _ = std::fs::remove_dir(folder);
        }
    }
}

impl Node {
    /// Makes a node in an empty or absent folder.
    pub async fn init(
        folder: &Path,
        new: NewNode,
        clock: Arc<dyn Clock>,
        entropy: Box<dyn Entropy>,
    ) -> Result<Self> {
        let problem = |problem: String| CaseworkError::File { path: folder.display().to_string(), problem };
        if folder.join("node.toml").exists() {
            return Err(problem("there is a node here already; choose another folder".into()));
        }
        if new.names.values().all(|name| name.trim().is_empty()) {
            return Err(CaseworkError::invalid("names", "give the agency a name"));
        }
        crate::officer::login(&new.first_officer.login)?;
        if !new.first_officer.roles.contains(&Role::Administrator) {
            return Err(CaseworkError::invalid(
                "roles",
                "the first officer enrols the others; make it an administrator",
            ));
        }
        if new.first_officer.password.chars().count() < crate::officer::SHORTEST_PASSWORD {
            return Err(crate::officer::password_too_short());
        }
        let before = Before::of(folder);
        std::fs::create_dir_all(folder).map_err(|error| problem(error.to_string()))?;
        let made = Self::born(folder, new, clock, entropy).await;
        if made.is_err() {
            before.restore(folder);
        }
        made
    }

    async fn born(
        folder: &Path,
        new: NewNode,
        clock: Arc<dyn Clock>,
        mut entropy: Box<dyn Entropy>,
    ) -> Result<Self> {
        let problem = |problem: String| CaseworkError::File { path: folder.display().to_string(), problem };
        let policy = Policy::load(rules(folder)?)?;
        let full = folder.canonicalize().map_err(|error| problem(error.to_string()))?;
        let database = new.database.clone().unwrap_or_else(|| format!("sqlite://{}/node.db", full.display()));
        let store = Store::create(&database).await?;
        let now = clock.now();
        let private_audience = AudienceId::new(now, &mut *entropy);
        let (keys, root) = NodeKeys::make(folder, &new.agency, &mut *entropy)?;
        let config = NodeConfig {
            agency: new.agency.clone(),
            names: new.names.clone(),
            country: new.country,
            language: LanguageTag(new.language),
            database,
            web_address: new.web_address.clone(),
            web_origin: None,
            peer_address: new.peer_address.clone(),
            public_address: new.public_address.clone(),
            demo: new.demo,
            officers_sign: new.officers_sign,
            private_audience,
            sealed: None,
        };
        let mut spki = ED25519_SPKI.to_vec();
        spki.extend_from_slice(lintas_ledger::Signer::from_seed(keys.tls_seed()).public().as_bytes());
        let manifest = KeyManifest {
            agency: new.agency.clone(),
            root_key: String::new(),
            node_key: keys.signer().public().to_string(),
            tls_key_sha256: hex::encode(Sha256::digest(&spki)),
            sealing_key: keys.opening().public().to_string(),
            valid_from: now,
            root_signature: String::new(),
        };
        let manifest =
            sign_manifest(manifest, &root).map_err(|why| CaseworkError::Ledger(why.to_string()))?;
        let node = Self::assemble(folder, config.clone(), store, keys, policy, clock, entropy).await?;
        let officer = node.new_id(OfficerId::new);
        let agency = Agency {
            code: new.agency.clone(),
            names: new.names,
            country: new.country,
            languages: vec![Language::En.tag().to_owned(), new.language.tag().to_owned()],
            contact: None,
        };
        let audience = Audience {
            name: format!("{} alone", new.agency),
            members: BTreeSet::from([new.agency]),
            case: None,
            round: None,
        };
        let drafts = [
            (ObjectId::from(private_audience), Body::from(audience)),
            (ObjectId::from(officer), Body::from(crate::officer::first(&new.first_officer, new.language))),
            (ObjectId::from_uuid(private_audience.uuid()), Body::from(agency)),
            (ObjectId::from_uuid(private_audience.uuid()), Body::from(manifest)),
        ]
        .map(|(object, body)| Draft {
            record: node.new_record(),
            object,
            audience: private_audience,
            author: officer,
            at: now,
            purpose: Purpose::Administration,
            marking: Marking::default(),
            supersedes: None,
            body,
        });
        node.write(drafts.to_vec()).await?;
        crate::officer::set_password(&node, officer, &new.first_officer.password).await?;
        // The configuration comes last: a folder with one is a whole node.
        config.write(folder)?;
        Ok(node)
    }
}
