//! lintas-casework.
