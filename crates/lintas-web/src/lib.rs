//! Pages: requests to casework and exchange, and their answers as pages that work without script.
//!
//! In: HTTP requests. Out: server-rendered pages in the languages of the network, with a strict content security
//! policy. A handler takes typed input, calls one casework function, builds the view and answers.
//! Never: rules about who may see, SQL, a request to any other machine.

#![allow(dead_code)]

mod assets;
mod components;
mod dates;
#[cfg(test)]
mod gallery;
mod numbers;
mod page;
mod routes;
#[cfg(test)]
mod sample;
pub mod urls;
pub mod words;
