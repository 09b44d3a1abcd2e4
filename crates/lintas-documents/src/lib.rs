//! Documents: a complete view struct in, PDF bytes out.
