//! From contacts and sightings to findings: who organises, which routes are used, which places serve them.
//!
//! In: contacts between people (calls, payments, meetings, kinship, …), what is known of the people, sightings.
//! Out: measures of each person's place, groups, a ranking of likely organisers with its reasons, routes, places,
//! and the tables behind the charts that analysts draw.
//! Never: a database, a clock, a random source of its own. Same input and seed give the same answer, and each
//! answer says how sure it is and what it could not see.

pub mod graph;
pub mod measures;
pub mod products;
pub mod rank;
pub mod routes;
