//! `node.toml`: what a node is told at birth and may be changed by hand.

use std::collections::BTreeMap;
use std::path::Path;

use lintas_model::{AgencyCode, AudienceId, Country, Language};
use serde::{Deserialize, Serialize};

use crate::{CaseworkError, Result};

/// The configuration of a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NodeConfig {
    /// The agency's code.
    pub agency: AgencyCode,
    /// The agency's full name by language tag; `en` at least.
    pub names: BTreeMap<String, String>,
    /// The agency's country; left out for an international programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Language of screens for which nobody has chosen one.
    pub language: LanguageTag,
    /// Where the records are: `sqlite:///…/node.db` or `postgres://…`.
    pub database: String,
    /// Address on which pages are served, for example `127.0.0.1:7801`.
    pub web_address: String,
    /// Address on which other nodes are served over TLS.
    pub peer_address: String,
    /// How partners reach `peer_address`; left out for a node that meets others by file only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_address: Option<String>,
    /// Whether everything here is made up: shows the yellow banner and the "Be the …" buttons.
    #[serde(default)]
    pub demo: bool,
    /// The audience that is the agency alone.
    pub private_audience: AudienceId,
}

/// A language by its tag, checked on reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(pub Language);

impl TryFrom<String> for LanguageTag {
    type Error = lintas_model::language::NotALanguage;
    fn try_from(text: String) -> std::result::Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> Self {
        tag.0.tag().to_owned()
    }
}

const FILE: &str = "node.toml";

impl NodeConfig {
    /// Reads the configuration of the node in a folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(FILE);
        let problem = |problem: String| CaseworkError::File { path: path.display().to_string(), problem };
        let text = std::fs::read_to_string(&path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => {
                problem("there is no node here; make one with `lintas init`".into())
            }
            _ => problem(error.to_string()),
        })?;
        toml::from_str(&text).map_err(|error| problem(error.to_string()))
    }

    /// Writes the configuration, whole or not at all.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let path = folder.join(FILE);
        let problem = |problem: String| CaseworkError::File { path: path.display().to_string(), problem };
        let text = toml::to_string(self).map_err(|error| problem(error.to_string()))?;
        let partial = folder.join("node.toml.partial");
        std::fs::write(&partial, text)
            .and_then(|()| std::fs::rename(&partial, &path))
            .map_err(|error| problem(error.to_string()))
    }
}
