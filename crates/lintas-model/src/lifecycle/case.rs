//! The life of a case.

super::lifecycle! {
    "case",
    /// Where a case stands.
    CaseState {
        /// Opened by its owner, not yet worked by others.
        Open = "open",
        /// Being worked.
        Active = "active",
        /// Put aside for a stated reason.
        Suspended = "suspended",
        /// Closed with a stated result.
        Closed = "closed",
    }
    /// A step in the life of a case.
    CaseMove {
        /// Work begins.
        Activate = "activate": Open => Active,
        /// Work pauses.
        Suspend = "suspend": Open | Active => Suspended,
        /// Work goes on.
        Resume = "resume": Suspended => Active,
        /// The case ends.
        Close = "close": Open | Active | Suspended => Closed,
        /// The case is taken up again.
        Reopen = "reopen": Closed => Active,
    }
}
