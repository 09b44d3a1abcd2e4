//! lintas-store.
