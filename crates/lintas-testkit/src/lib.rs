//! lintas-testkit.
