//! lintas-web.
