//! Agencies, their officers, their keys, their partners and the audiences they write to.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::{AgencyCode, CaseId, Country, Language, RecordId, Role, RoundId, Timestamp};

/// An agency as its partners know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// Its code.
    pub code: AgencyCode,
    /// Its full name, in English and in its own languages.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Its country; none for an international programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The languages it reads.
    #[serde(default)]
    pub languages: Vec<String>,
    /// How to reach its contact point round the clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
}

/// An officer at the node. Lives in the agency's private feed; partners see the code only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Officer {
    /// The name shown inside the agency.
    pub name: String,
    /// The name used to sign in.
    pub login: String,
    /// What the officer is.
    pub roles: BTreeSet<Role>,
    /// Language of the officer's screens.
    pub language: String,
    /// False once the officer may no longer sign in.
    pub active: bool,
}

/// The keys of an agency's node (Ed25519 and X-Wing public keys, lower-case hexadecimal).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyManifest {
    /// The agency.
    pub agency: AgencyCode,
    /// The root key: pinned by partners face to face, kept off line.
    pub root_key: String,
    /// Signs records and checkpoints.
    pub node_key: String,
    /// SHA-256 of the node's TLS public key (SubjectPublicKeyInfo).
    pub tls_key_sha256: String,
    /// Opens what is sealed to the node (HPKE).
    pub sealing_key: String,
    /// Valid from this instant.
    pub valid_from: Timestamp,
    /// The root key's signature over the fields above, hexadecimal.
    pub root_signature: String,
}

/// A partner whose root was pinned in person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partner {
    /// The partner's description of itself.
    pub agency: Agency,
    /// The partner's keys.
    pub keys: KeyManifest,
    /// Where its node listens for other nodes, for example `https://127.0.0.1:7901`; none when it meets us by file only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// False once the partner has been cut off.
    pub active: bool,
}

/// The key with which an officer signs what nobody may do in his name: releases and other grave acts. It stands in each feed
/// before the first record that it signs there, and is itself signed with it, so that nobody claims the key of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerKey {
    /// The public key (Ed25519), 64 hexadecimal digits. The officer is the author of the record.
    pub key: String,
    /// The officer's key before, where there was one; partners are shown that it was replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

/// A partner came back from an old backup and shows another log than the one cosigned here. One officer proposes to accept
/// it, another accepts it; from then on the new log is cosigned. Stays in the agency's own feed, with both signed notes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewLog {
    /// Whose log.
    pub partner: AgencyCode,
    /// What was cosigned of its log last, as a signed note.
    pub before: String,
    /// What it shows now, as a note that it signed.
    pub shown: String,
    /// Why it is accepted: what the partner said, and how it was asked.
    pub reason: String,
    /// The proposal that this accepts; none in the proposal itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepts: Option<RecordId>,
}

/// Exactly one set of agencies that may read a feed. The first record of every feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// What the audience is called.
    pub name: String,
    /// Every agency that may read, the writer included. Empty means nobody but the writer.
    pub members: BTreeSet<AgencyCode>,
    /// The joint case it serves, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<CaseId>,
    /// The round it serves, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<RoundId>,
}

impl Agency {
    /// The name in a language, else in English, else the code.
    pub fn name_in(&self, language: Language) -> &str {
        self.names
            .get(language.tag())
            .or_else(|| self.names.get(Language::En.tag()))
            .map_or(self.code.as_str(), String::as_str)
    }
}
