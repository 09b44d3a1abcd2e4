//! lintas-exchange.
