//! lintas-model.
