//! Pages: requests to casework and exchange, and their answers as pages that work without script.
//!
//! In: HTTP requests. Out: server-rendered pages in the languages of the network, with a strict content security
//! policy. A handler takes typed input, calls one casework function, builds the view and answers.
//! Never: rules about who may see, SQL, a request to any other machine.

// Optimised builds lay out futures of many layers.
#![recursion_limit = "512"]

mod accept;
mod app;
mod assets;
#[cfg(test)]
mod budgets;
mod calendar;
mod components;
mod dates;
mod desk;
#[cfg(test)]
mod gallery;
mod html;
mod numbers;
mod page;
mod problem;
mod router;
mod routes;
#[cfg(test)]
mod sample;
mod seat;
mod security;
#[cfg(test)]
mod translations;
mod undo;
pub mod urls;
pub mod words;

pub use app::{App, AppParts};
pub use router::{router, serve};
pub use routes::demo::show::DemoNode;
pub use words::Dictionary;
