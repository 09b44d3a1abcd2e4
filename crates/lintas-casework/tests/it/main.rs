//! Promises of casework, each on nodes in a folder of their own.

mod cases;
mod exchange;
mod findings;
mod fixture;
mod imports;
mod law;
mod nodes;
mod reading;
mod releases;
mod rounds;
mod signing_in;
