//! The pages of a real node in a temporary folder, asked as a browser asks them.

mod browser;
mod documents;
mod door;
mod face;
mod reports;
mod response;
mod sealed;
mod work;
