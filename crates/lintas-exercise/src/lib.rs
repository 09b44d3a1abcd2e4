//! A synthetic region with its truth, made from one seed.
//!
//! In: a seed and a size. Out: people of the eight countries with names in their own scripts, contacts between
//! them, sightings of convoys among thousands of ordinary travellers, and the truth a trainee's answer is scored
//! against. The demonstration, the benchmarks and the trainers' practice cases all play what is made here.
//!
//! Never: a real person, a number that can ring, a clock or a random source of its own.

pub mod people;

pub use people::{SyntheticPerson, person};
