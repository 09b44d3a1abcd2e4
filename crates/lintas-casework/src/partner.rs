//! Partners: agencies whose root key was pinned in person, from the card they handed over.

use std::sync::Arc;

use lintas_ledger::keys::{Fingerprint, verify_manifest};
use lintas_model::record::{Agency, KeyManifest, Partner};
use lintas_model::{AgencyCode, Body, Kind, ObjectId};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};
use serde::{Deserialize, Serialize};

use crate::{CaseworkError, Ctx, Node, Result, access};

/// What an agency hands to another when they meet: who it is, its keys, where its node is. Nothing secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The agency.
    pub agency: Agency,
    /// Its keys, signed by its root.
    pub keys: KeyManifest,
    /// Where its node listens for others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

impl Card {
    /// Reads a card from the text of its file.
    pub fn parse(text: &str) -> Result<Self> {
        let card: Self = serde_json::from_str(text)
            .map_err(|error| CaseworkError::invalid("card", format!("this is no card of a node: {error}")))?;
        verify_manifest(&card.keys, None).map_err(|why| CaseworkError::invalid("card", why.to_string()))?;
        if card.agency.code != card.keys.agency {
            return Err(CaseworkError::invalid("card", "its keys belong to another agency"));
        }
        Ok(card)
    }

    /// The text of its file.
    pub fn to_text(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// The words to read aloud to each other: both sides must say the same.
    pub fn words(&self) -> String {
        words_of(&self.keys)
    }
}

/// The words of the root key in a manifest.
pub(crate) fn words_of(keys: &KeyManifest) -> String {
    Fingerprint::of(&hex::decode(&keys.root_key).unwrap_or_default()).words()
}

/// The card of this node.
pub async fn own_card(node: &Node) -> Result<Card> {
    let object = ObjectId::from(node.private_audience());
    let keys = node.newest(Kind::KeyManifest, object).await?;
    let agency = node.newest(Kind::Agency, object).await?;
    match (keys.map(|held| held.body), agency.map(|held| held.body)) {
        (Some(Body::KeyManifest(keys)), Some(Body::Agency(agency))) => {
            Ok(Card { agency, keys, address: node.config().public_address.clone() })
        }
        _ => Err(CaseworkError::NotFound("key manifest")),
    }
}

/// Pins a partner's root from its card. `words` are those that the partner read aloud.
pub async fn pin(ctx: &Ctx, card: Card, words: &str) -> Result<AgencyCode> {
    ctx.require_plain(Action::ManagePartners, "partner").await?;
    let _turn = ctx.node().turn().await;
    verify_manifest(&card.keys, None).map_err(|why| CaseworkError::invalid("card", why.to_string()))?;
    if card.agency.code != card.keys.agency {
        return Err(CaseworkError::invalid("card", "its keys belong to another agency"));
    }
    let root = hex::decode(&card.keys.root_key).unwrap_or_default();
    if !Fingerprint::of(&root).matches(words) {
        return Err(CaseworkError::invalid("words", "they are not the words of this card; do not trust it"));
    }
    if card.agency.code == *ctx.node().code() {
        return Err(CaseworkError::invalid("card", "this is your own card"));
    }
    for known in all(ctx.node()).await? {
        let same = known.agency.code == card.agency.code;
        if same && known.active && known.keys.root_key != card.keys.root_key {
            return Err(CaseworkError::invalid(
                "card",
                "another root key is pinned for this agency; cut the partner off first and find out why it changed",
            ));
        }
        if same && known.keys.root_key == card.keys.root_key && known.keys.valid_from > card.keys.valid_from {
            return Err(CaseworkError::invalid(
                "card",
                "it is older than the one pinned; ask for the present one",
            ));
        }
        if !same
            && (known.keys.tls_key_sha256.eq_ignore_ascii_case(&card.keys.tls_key_sha256)
                || known.keys.node_key.eq_ignore_ascii_case(&card.keys.node_key))
        {
            return Err(CaseworkError::invalid(
                "card",
                format!("its keys are those of {}", known.agency.code),
            ));
        }
    }
    let code = card.agency.code.clone();
    let partner = Partner { agency: card.agency, keys: card.keys, address: card.address, active: true };
    ctx.write_one(ctx.about(ctx.private(), ObjectId::from(ctx.private()), partner)).await?;
    Ok(code)
}

/// Cuts a partner off: no feed is served to it or taken from it any more.
pub async fn cut_off(ctx: &Ctx, code: &AgencyCode) -> Result<()> {
    ctx.require_plain(Action::ManagePartners, "partner").await?;
    let _turn = ctx.node().turn().await;
    let known = find(ctx.node(), code).await?.ok_or(CaseworkError::NotFound("partner"))?;
    ctx.write_one(ctx.about(
        ctx.private(),
        ObjectId::from(ctx.private()),
        Partner { active: false, ..known },
    ))
    .await?;
    Ok(())
}

/// All partners as last recorded, those cut off included.
pub async fn all(node: &Node) -> Result<Vec<Partner>> {
    let mut latest = std::collections::BTreeMap::new();
    let ever = ever(node).await?;
    for partner in ever.iter() {
        latest.insert(&partner.agency.code, partner);
    }
    Ok(latest.into_values().cloned().collect())
}

/// Everything that was ever recorded about partners, oldest first.
pub(crate) async fn ever(node: &Node) -> Result<Arc<Vec<Partner>>> {
    let head = node.own_head(node.private_audience()).await?;
    if let Some(known) = node.recent_partners().at(&head) {
        return Ok(known);
    }
    let query = HeldQuery {
        kinds: vec![Kind::Partner],
        agency: Some(node.code().clone()),
        order: Order::OldestFirst,
        ..HeldQuery::default()
    };
    let mut held = node.store().held(&query).await?;
    // By their places in our feed, not by the clock: one that was set back must not bring a partner back.
    held.sort_by_key(|held| held.mark.place);
    let said = held.into_iter().filter_map(|h| if let Body::Partner(p) = h.body { Some(p) } else { None });
    Ok(node.recent_partners().keep(head, Arc::new(said.collect())))
}

/// One partner.
pub async fn find(node: &Node, code: &AgencyCode) -> Result<Option<Partner>> {
    Ok(ever(node).await?.iter().rfind(|partner| partner.agency.code == *code).cloned())
}

/// Partners for a page.
pub async fn list(ctx: &Ctx) -> Result<Vec<Partner>> {
    ctx.require_plain(Action::ViewExchange, "partner").await?;
    let partners = all(ctx.node()).await?;
    access::viewed(ctx, "partners", None, partners.len()).await?;
    Ok(partners)
}
