//! The life of an operation.

super::lifecycle! {
    "operation",
    /// Where an operation stands.
    OperationState {
        /// Being planned.
        Planned = "planned",
        /// The risk gate is passed: victims located and safe, sources protected, all agencies ready.
        Ready = "ready",
        /// Under way.
        Running = "running",
        /// Finished, outcomes recorded.
        Completed = "completed",
        /// Called off or broken off.
        StoodDown = "stood_down",
    }
    /// A step in the life of an operation.
    OperationMove {
        /// The risk gate is passed.
        Clear = "clear": Planned => Ready,
        /// The operation begins.
        Begin = "begin": Ready => Running,
        /// The operation ends as planned.
        Complete = "complete": Running => Completed,
        /// The operation is called off.
        StandDown = "stand_down": Planned | Ready | Running => StoodDown,
        /// The risk gate closes again.
        Replan = "replan": Ready | StoodDown => Planned,
    }
}
