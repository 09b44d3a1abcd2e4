//! The region on one machine: eight agency nodes and a steward, and the round of 2017 played at them.

mod clock;
mod evidence;
mod haven;
mod joint;
mod meetings;
mod player;
mod region;

pub(crate) use clock::PlayedClock;
pub(crate) use player::play;
pub(crate) use region::{Region, Station};
