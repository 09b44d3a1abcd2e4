//! The agency itself and the agencies it knows.

use std::collections::BTreeMap;

use lintas_model::AgencyCode;
use lintas_model::record::Agency;

use crate::{Ctx, Result};

/// This agency and its partners by code.
pub async fn known(ctx: &Ctx) -> Result<BTreeMap<AgencyCode, Agency>> {
    let config = ctx.node().config();
    let own = Agency {
        code: config.agency.clone(),
        names: config.names.clone(),
        country: config.country,
        languages: vec![config.language.0.tag().to_owned()],
        contact: None,
    };
    let mut all: BTreeMap<AgencyCode, Agency> = crate::partner::all(ctx.node())
        .await?
        .into_iter()
        .map(|partner| (partner.agency.code.clone(), partner.agency))
        .collect();
    all.insert(own.code.clone(), own);
    Ok(all)
}
