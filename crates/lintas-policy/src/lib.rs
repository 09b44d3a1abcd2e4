//! lintas-policy.
