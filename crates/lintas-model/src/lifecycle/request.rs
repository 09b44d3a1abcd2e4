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
        /// The person has been arrested provisionally; the papers are owed.
        Arrested = "arrested",
        /// The papers are there; the requested state decides.
        UnderDecision = "under_decision",
        /// The requested state will do what was asked.
        Granted = "granted",
        /// What was asked has been done: evidence received, person surrendered or located.
        Fulfilled = "fulfilled",
        /// Refused, with reasons.
        Refused = "refused",
        /// Its time ran out; a person arrested provisionally is free again.
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
        AskMore = "ask_more": Sent | Acknowledged | UnderDecision => MoreAsked,
        /// What was asked for has been supplied.
        Supply = "supply": MoreAsked => Acknowledged,
        /// The person is arrested provisionally.
        Arrest = "arrest": Sent | Acknowledged | Granted => Arrested,
        /// The requested state has the papers.
        ReceivePapers = "receive_papers": Sent | Acknowledged | Arrested => UnderDecision,
        /// The requested state agrees.
        Grant = "grant": Sent | Acknowledged | MoreAsked | UnderDecision => Granted,
        /// It is done.
        Fulfil = "fulfil": Sent | Acknowledged | Granted => Fulfilled,
        /// The requested state refuses (UNTOC Arts 16(16) and 18(23): with reasons, after consultation).
        Refuse = "refuse": Sent | Acknowledged | MoreAsked | Arrested | UnderDecision | Granted => Refused,
        /// Time runs out.
        Lapse = "lapse": Sent | Acknowledged | MoreAsked | Arrested | UnderDecision | Granted => Lapsed,
        /// The requesting state takes it back.
        Withdraw = "withdraw": Drafted | Sent | Acknowledged | MoreAsked | Arrested | UnderDecision | Granted => Withdrawn,
        /// It is written anew after a refusal or a lapse.
        Redraft = "redraft": Refused | Lapsed | Withdrawn => Drafted,
    }
}

impl RequestState {
    /// Whether somebody still owes something.
    pub const fn runs(self) -> bool {
        !matches!(self, Self::Fulfilled | Self::Refused | Self::Lapsed | Self::Withdrawn)
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
