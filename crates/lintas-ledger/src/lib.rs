//! lintas-ledger.
