//! The life of a request for information from one agency to another.

super::lifecycle! {
    "inquiry",
    /// Where an inquiry stands.
    InquiryState {
        /// Asked, nobody has answered.
        Asked = "asked",
        /// The officer asked has passed it to the lead.
        WithLead = "with_lead",
        /// Answered: yes, with the record that says so, or that nothing is held.
        Answered = "answered",
        /// The agency asked declines, with a reason.
        Declined = "declined",
        /// The agency that asked has taken it back.
        Withdrawn = "withdrawn",
    }
    /// A step in the life of an inquiry.
    InquiryMove {
        /// Yes: here it is.
        Yes = "yes": Asked | WithLead => Answered,
        /// No: nothing is held on it.
        No = "no": Asked | WithLead => Answered,
        /// Ask my lead.
        AskLead = "ask_lead": Asked => WithLead,
        /// It is held, but cannot be given.
        Decline = "decline": Asked | WithLead => Declined,
        /// Taken back by the agency that asked.
        Withdraw = "withdraw": Asked | WithLead => Withdrawn,
    }
}

impl InquiryMove {
    /// Whether the step belongs to the agency asked.
    pub const fn answers(self) -> bool {
        !matches!(self, Self::Withdraw)
    }
}
