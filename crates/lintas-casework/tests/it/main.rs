//! Promises of casework, each on nodes in a folder of their own.

mod attachments;
mod cases;
mod charts;
mod control;
mod court;
mod directory;
mod exchange;
mod findings;
mod fixture;
mod gradings;
mod imports;
mod inquiries;
mod law;
mod matches;
mod missteps;
mod nodes;
mod plans;
mod purposes;
mod pursuits;
mod reading;
mod releases;
mod rounds;
mod searches;
mod signing_in;
mod suggestions;
mod two_worlds;
