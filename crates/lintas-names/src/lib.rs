//! lintas-names.
