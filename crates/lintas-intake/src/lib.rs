//! lintas-intake.
