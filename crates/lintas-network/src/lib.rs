//! lintas-network.
