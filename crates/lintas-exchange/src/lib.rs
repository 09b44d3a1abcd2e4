//! Releases out, bundles in: how records travel between nodes, over the wire and by courier.
//!
//! In: a node and a partner. Out: feeds pulled, bundles made and taken, receipts given. The wire and the courier carry
//! the same bytes through the same checks. Never: HTML, the store.

pub mod tls;
