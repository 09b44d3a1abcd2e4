//! lintas-linkage.
