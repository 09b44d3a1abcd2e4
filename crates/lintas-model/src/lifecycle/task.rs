//! The life of a task.

super::lifecycle! {
    "task",
    /// Where a task stands.
    TaskState {
        /// Set, nobody has begun.
        Open = "open",
        /// Somebody works on it.
        Started = "started",
        /// Done, with the record that shows it.
        Done = "done",
        /// The agency asked has declined, with a reason.
        Declined = "declined",
        /// Its owner has withdrawn it.
        Withdrawn = "withdrawn",
    }
    /// A step in the life of a task.
    TaskMove {
        /// Work begins.
        Start = "start": Open => Started,
        /// Work is finished.
        Finish = "finish": Open | Started => Done,
        /// The agency asked declines.
        Decline = "decline": Open | Started => Declined,
        /// The owner takes the task back.
        Withdraw = "withdraw": Open | Started => Withdrawn,
        /// The task is set again.
        Reopen = "reopen": Done | Declined | Withdrawn => Open,
    }
}
