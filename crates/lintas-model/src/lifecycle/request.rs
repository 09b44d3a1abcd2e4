//! The life of a request to another state, from the draft to its result.

super::lifecycle! {
    "request",
    /// Where a request stands.
    RequestState {
        /// Being written.
        Drafted = "drafted",
        /// On its way through the channel.
        Sent = "sent",
        /// The requested state has it and says so.
        Acknowledged = "acknowledged",
        /// The requested state wants to know more before it decides.
        MoreAsked = "more_asked",
        /// The requested state will do what was asked.
        Granted = "granted",
        /// What was asked has been done: evidence received, person arrested, surrendered or located.
        Fulfilled = "fulfilled",
        /// Refused, with reasons.
        Refused = "refused",
        /// Its time ran out, for example a provisional arrest without papers.
        Lapsed = "lapsed",
        /// Taken back by the requesting state.
        Withdrawn = "withdrawn",
    }
    /// A step in the life of a request.
    RequestMove {
        /// It leaves the agency.
        Send = "send": Drafted => Sent,
        /// The requested state says that it has it.
        Acknowledge = "acknowledge": Sent => Acknowledged,
        /// The requested state asks for more.
        AskMore = "ask_more": Sent | Acknowledged => MoreAsked,
        /// What was asked for has been supplied.
        Supply = "supply": MoreAsked => Acknowledged,
        /// The requested state agrees.
        Grant = "grant": Sent | Acknowledged | MoreAsked => Granted,
        /// It is done.
        Fulfil = "fulfil": Sent | Acknowledged | Granted => Fulfilled,
        /// The requested state refuses (UNTOC Arts 16(16) and 18(23): with reasons, after consultation).
        Refuse = "refuse": Sent | Acknowledged | MoreAsked | Granted => Refused,
        /// Time runs out.
        Lapse = "lapse": Sent | Acknowledged | MoreAsked | Granted => Lapsed,
        /// The requesting state takes it back.
        Withdraw = "withdraw": Drafted | Sent | Acknowledged | MoreAsked | Granted => Withdrawn,
        /// It is written anew after a refusal or a lapse.
        Redraft = "redraft": Refused | Lapsed | Withdrawn => Drafted,
    }
}

impl RequestState {
    /// Whether somebody still owes something.
    pub const fn runs(self) -> bool {
        matches!(self, Self::Drafted | Self::Sent | Self::Acknowledged | Self::MoreAsked | Self::Granted)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_was_never_sent_is_never_granted() {
        assert!(RequestState::Drafted.make(RequestMove::Grant).is_err());
        assert!(RequestState::Withdrawn.make(RequestMove::Send).is_err());
    }

    proptest! {
        #[test]
        fn no_history_fulfils_a_request_that_was_not_sent(steps in prop::collection::vec(0usize..RequestMove::ALL.len(), 0..40)) {
            let (mut state, mut sent) = (RequestState::Drafted, false);
            for step in steps {
                let step = RequestMove::ALL[step];
                if let Ok(next) = state.make(step) {
                    state = next;
                    sent = (sent && state != RequestState::Drafted) || step == RequestMove::Send;
                }
                prop_assert!(!matches!(state, RequestState::Fulfilled | RequestState::Granted) || sent);
                prop_assert_eq!(state.runs(), state.moves().any(|m| m == RequestMove::Withdraw));
            }
        }
    }
}
