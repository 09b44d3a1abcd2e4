//! What the pages ask of whoever carries records between nodes.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use lintas_model::AgencyCode;

/// A future that a page waits for.
pub type Waits<'a, T> = Pin<Box<dyn Future<Output = Result<T, String>> + Send + 'a>>;

/// Carries records between nodes. Errors come as words that a person can read.
pub trait Sync: Send + std::marker::Sync {
    /// Meets every partner that can be met over the wire; how many records came in.
    fn meet_all(&self) -> Waits<'_, u64>;

    /// Makes a bundle of everything the partner may have and has not acknowledged.
    fn bundle_for<'a>(&'a self, partner: &'a AgencyCode) -> Waits<'a, PathBuf>;

    /// Takes a bundle in; how many records were new.
    fn take_bundle<'a>(&'a self, file: &'a Path) -> Waits<'a, u64>;
}
