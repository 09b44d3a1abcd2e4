//! Sightings of a case -> routes and rest-houses as findings.

use std::collections::BTreeMap;

use lintas_model::record::{Finding, FindingKind};
use lintas_model::{CaseId, RecordId};
use lintas_network::routes::geodesy::Position;
use lintas_network::routes::known::follows;
use lintas_network::routes::{Options, Place, Route, Seen, find_routes, gather, instant};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::NEW_SINCE;
use super::material::Material;
use crate::{CaseworkError, Result};

/// The method and its version, as findings name it.
const METHOD: &str = concat!("routes ", env!("CARGO_PKG_VERSION"));

/// Two places nearer than this, in kilometres, are one house.
const SAME_HOUSE_KM: f64 = 3.0;

/// A place with a lower score is a stop like any other.
const WORTH_KEEPING: f64 = 0.25;

/// Finds routes and rest-houses.
pub(super) fn run(
    case: CaseId,
    material: &Material,
    seed: u64,
    parameters: &BTreeMap<String, String>,
) -> Result<Vec<Finding>> {
    let names: Vec<String> = material.sightings.iter().map(|item| item.body.subject.to_string()).collect();
    let sheet = gather(material.sightings.iter().zip(&names).map(|(item, subject)| Seen {
        subject,
        time: item.body.at.as_millis().div_euclid(1000),
        position: Position::new(item.body.point.latitude(), item.body.point.longitude()),
        uncertainty_km: item.body.point.uncertainty_m as f32 / 1000.0,
    }));
    let new_since = parameters
        .get(NEW_SINCE)
        .map(|date| {
            instant::read(date).map(|reading| reading.seconds).ok_or_else(|| {
                CaseworkError::invalid("new_since", format!("could not read `{date}` as a date"))
            })
        })
        .transpose()?;
    let found = find_routes(&sheet, &Options { new_since, ..Options::default() });
    let used: Vec<RecordId> = material.sightings.iter().map(|item| item.mark.record).collect();
    let finding = |kind, title: String, confidence: f64, result: String| Finding {
        case,
        kind,
        title,
        used: used.clone(),
        method: METHOD.to_owned(),
        seed,
        parameters: parameters.clone(),
        result,
        confidence: permille(confidence),
        limits: found.limits.clone(),
    };
    let mut findings = Vec::with_capacity(found.routes.len() + found.places.len());
    for route in &found.routes {
        let stops: Vec<&str> = route.stops.iter().map(|stop| stop.name.as_str()).collect();
        let title = stops.join(" – ");
        findings.push(finding(FindingKind::Route, title, route.confidence, as_json(route)?));
    }
    for place in found.places.iter().filter(|place| place.score >= WORTH_KEEPING) {
        findings.push(finding(FindingKind::RestHouse, place.name.clone(), place.score, as_json(place)?));
    }
    Ok(findings)
}

/// The reasons in the result of a finding.
pub(super) fn why(finding: &Finding) -> Vec<String> {
    match finding.kind {
        FindingKind::Route => read::<Route>(finding).map(|route| route.why),
        _ => read::<Place>(finding).map(|place| place.why),
    }
    .unwrap_or_default()
}

/// Whether two routes are one way: each follows the other.
pub(super) fn same_way(a: &Finding, b: &Finding) -> bool {
    let (Some(a), Some(b)) = (read::<Route>(a), read::<Route>(b)) else { return false };
    let positions = |route: &Route| -> Vec<Position> {
        route.stops.iter().map(|stop| Position::new(stop.lat, stop.lon)).collect()
    };
    let (a, b) = (positions(&a), positions(&b));
    follows(&a, &b) && follows(&b, &a)
}

/// Whether two places are one house.
pub(super) fn same_place(a: &Finding, b: &Finding) -> bool {
    let (Some(a), Some(b)) = (read::<Place>(a), read::<Place>(b)) else { return false };
    Position::new(a.lat, a.lon).distance_km(Position::new(b.lat, b.lon)) <= SAME_HOUSE_KM
}

/// A share from 0 to 1 in thousandths.
pub(super) fn permille(share: f64) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u16
}

/// A result as findings keep it.
pub(super) fn as_json(result: &impl Serialize) -> Result<String> {
    serde_json::to_string(result).map_err(|error| CaseworkError::invalid("result", error.to_string()))
}

/// The result of a finding in its own form; nothing when it was written by a program that put it otherwise.
pub(super) fn read<T: DeserializeOwned>(finding: &Finding) -> Option<T> {
    serde_json::from_str(&finding.result).ok()
}
