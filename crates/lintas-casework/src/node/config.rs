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
    /// How officers' browsers reach the pages, for example `https://lintas.agency.example`: the name to which passkeys are
    /// bound. Left out where pages are served to this machine only; then passkeys work at `http://localhost`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web_origin: Option<String>,
    /// Address on which other nodes are served over TLS.
    pub peer_address: String,
    /// How partners reach `peer_address`; left out for a node that meets others by file only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_address: Option<String>,
    /// Whether everything here is made up: shows the yellow banner and the "Be the …" buttons.
    #[serde(default)]
    pub demo: bool,
    /// Whether officers sign grave acts themselves, with a key that their password opens. Once an officer has signed in a
    /// feed, partners refuse releases there that nobody signed, so it is not turned off again.
    #[serde(default)]
    pub officers_sign: bool,
    /// The audience that is the agency alone.
    pub private_audience: AudienceId,
    /// Where the sealed space lies, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<crate::sealed::SealedPlace>,
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
    /// The origin at which passkeys work, if there is one. Web Authentication binds keys to a name, never to a number: at
    /// `127.0.0.1` no browser has any.
    pub fn passkey_origin(&self) -> Option<String> {
        match &self.web_origin {
            Some(origin) => Some(origin.trim_end_matches('/').to_owned()),
            None => {
                let address: std::net::SocketAddr = self.web_address.parse().ok()?;
                address.ip().is_loopback().then(|| format!("http://localhost:{}", address.port()))
            }
        }
    }

    /// The name to which passkeys are bound.
    pub fn passkey_host(&self) -> Option<String> {
        let origin = self.passkey_origin()?;
        let host = origin.split_once("://")?.1.split(['/', ':']).next()?.to_owned();
        let named = !host.is_empty() && host.parse::<std::net::IpAddr>().is_err();
        named.then_some(host)
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(web_address: &str, web_origin: Option<&str>, host: Option<&str>) {
        let text = "agency = \"KH-CIB\"\nlanguage = \"km\"\ndatabase = \"sqlite:///x\"\n\
                    web_address = \"127.0.0.1:7801\"\npeer_address = \"127.0.0.1:7901\"\n\
                    private_audience = \"00000000-0000-0000-0000-000000000001\"\n[names]\nen = \"Bureau\"\n";
        let config: NodeConfig = toml::from_str(text).unwrap();
        let config = NodeConfig {
            web_address: web_address.to_owned(),
            web_origin: web_origin.map(str::to_owned),
            ..config
        };
        assert_eq!(config.passkey_host().as_deref(), host, "{web_address} {web_origin:?}");
    }

    #[test]
    fn passkeys_are_bound_to_a_name_that_the_configuration_gives() {
        check("127.0.0.1:7801", None, Some("localhost"));
        check("[::1]:7801", None, Some("localhost"));
        check("0.0.0.0:443", None, None);
        check("0.0.0.0:443", Some("https://lintas.agency.example/"), Some("lintas.agency.example"));
        check("0.0.0.0:443", Some("https://lintas.agency.example:8443"), Some("lintas.agency.example"));
        check("10.0.0.5:443", Some("https://10.0.0.5"), None);
    }
}
