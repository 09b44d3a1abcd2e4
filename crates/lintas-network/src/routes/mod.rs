//! Sightings -> groups that move together -> routes and rest-houses.
//!
//! In: who was seen where and when, as a patrol, a toll gate or an informant wrote it, with gaps and errors.
//! Out: routes as ordered stops that several journeys share, and the places where unrelated groups stop over on
//! the way; each with what supports it. Ordinary traffic (commuters, traders, tourists, bus passengers) is noise.
//! Never: a claim about one person alone; a place is named only when groups that have nothing else in common use it.

pub mod gazetteer;
pub mod geodesy;
pub mod instant;
