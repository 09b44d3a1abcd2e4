//! The files of the law that come with the program, as text.

macro_rules! treaties {
    ($($name:literal)*) => {
        &[$((concat!($name, ".toml"), include_str!(concat!("../data/treaties/", $name, ".toml")))),*]
    };
}

/// Treaties, arrangements and national laws, by file name.
pub(crate) const TREATIES: &[(&str, &str)] = treaties![
    "actip"
    "asean-extradition"
    "asean-mlat"
    "aseanapol"
    "bd-extradition-law"
    "bd-mla-law"
    "bd-th-extradition"
    "bimstec-crime"
    "bimstec-mla"
    "commit"
    "commonwealth-schemes"
    "id-extradition-law"
    "id-mla-law"
    "id-my-extradition"
    "id-ph-extradition"
    "id-th-extradition"
    "id-vn-extradition"
    "id-vn-mla"
    "interpol"
    "kh-la-extradition"
    "kh-mla-law"
    "kh-procedure-law"
    "kh-th-extradition"
    "kh-th-trafficking"
    "kh-vn-extradition"
    "kh-vn-mla"
    "kh-vn-trafficking"
    "la-extradition-law"
    "la-mla-law"
    "la-th-extradition"
    "la-th-trafficking"
    "la-vn-extradition"
    "la-vn-legal"
    "la-vn-mla"
    "my-extradition-law"
    "my-mla-law"
    "my-th-extradition"
    "ph-extradition-law"
    "ph-th-crime"
    "ph-th-extradition"
    "som-protocol"
    "th-extradition-law"
    "th-mla-law"
    "th-vn-trafficking"
    "tip-protocol"
    "untoc"
    "vn-extradition-law-2025"
    "vn-mla-law-2007"
    "vn-mla-law-2025"
];

/// Named lists of what a request contains.
pub(crate) const CONTENTS: &str = include_str!("../data/contents.toml");
/// The ways of requests.
pub(crate) const HOPS: &str = include_str!("../data/hops.toml");
/// Authorities by name.
pub(crate) const AUTHORITIES: &str = include_str!("../data/authorities.toml");
/// Indicators for screening.
pub(crate) const SCREENING: &str = include_str!("../data/screening.toml");
/// Clauses of a joint-investigation agreement.
pub(crate) const AGREEMENT: &str = include_str!("../data/agreement.toml");
/// Colours of INTERPOL notices.
pub(crate) const NOTICES: &str = include_str!("../data/notices.toml");
/// The elements of trafficking.
pub(crate) const TRAFFICKING: &str = include_str!("../data/offences/trafficking.toml");
/// The elements of smuggling.
pub(crate) const SMUGGLING: &str = include_str!("../data/offences/smuggling.toml");
