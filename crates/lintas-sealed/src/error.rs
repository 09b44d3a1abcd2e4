//! Why the sealed space could not be opened, read or changed.

/// What went wrong in the sealed space. No message ever holds what is sealed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealedError {
    /// This node has no sealed space.
    #[error("could not find a sealed space at this node; make one with `lintas sealed init`")]
    None,
    /// The key file is not where it should be.
    #[error(
        "could not open the sealed space: the key file `{0}` is not there; put its folder or stick in place"
    )]
    KeyMissing(String),
    /// The text is no key file of a sealed space.
    #[error("could not read the key file of the sealed space: {0}")]
    KeyUnreadable(&'static str),
    /// The key file belongs to another sealed space.
    #[error("could not open the sealed space: this key file belongs to another one")]
    OtherKey,
    /// The database of the sealed space holds something else.
    #[error("could not use the database of the sealed space: {0}")]
    Database(String),
    /// Sealed bytes do not open: they were changed or damaged.
    #[error(
        "could not open {0}: its bytes are damaged; run `lintas sealed check`, then restore the last backup"
    )]
    Damaged(String),
    /// The space was rolled back behind what the node remembers.
    #[error(
        "could not trust the sealed space: its audit ends before what this node remembers; an old copy was put in place, use `lintas sealed restore`"
    )]
    RolledBack,
    /// The officer was not admitted by the administrator of the sealed space.
    #[error("could not enter the sealed space: its administrator has not admitted you")]
    NotAdmitted,
    /// The officer's password was set anew by somebody else since.
    #[error(
        "could not enter the sealed space: your password was set anew; ask its administrator to admit you again"
    )]
    AdmissionLapsed,
    /// Somebody else changed the same dossier meanwhile.
    #[error("could not write: somebody changed this dossier meanwhile; look at it again")]
    Changed,
    /// A rule of consent, of children or of two keys is not met.
    #[error("could not do this: {0}")]
    Rule(&'static str),
}
