//! A synthetic region with its truth, made from one seed.
//!
//! In: a seed and a size. Out: people of the eight countries with names in their own scripts, contacts between
//! them, sightings of convoys among thousands of ordinary travellers, and the truth a trainee's answer is scored
//! against. The demonstration, the benchmarks and the trainers' practice cases all play what is made here.
//!
//! Never: a real person, a number that can ring, a clock or a random source of its own.

mod convoys;
mod itinerary;
pub mod network;
pub mod observation;
pub mod people;
pub mod practice;
pub mod round;
pub mod score;
pub mod style;
mod travellers;
pub mod truth;

pub use observation::MadeSighting;
pub use people::{SyntheticPerson, person};
pub use practice::{PracticeCase, practice_case, practice_case_in_style, subject_id};
pub use score::{Answer, Score, score};
pub use style::{Size, Style};
pub use truth::Truth;
