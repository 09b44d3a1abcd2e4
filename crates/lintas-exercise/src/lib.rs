//! lintas-exercise.
