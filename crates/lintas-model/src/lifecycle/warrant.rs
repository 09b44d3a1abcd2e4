//! The life of an arrest warrant, from the draft to execution; states after NIEM `j:WarrantType`.

super::lifecycle! {
    "warrant",
    /// Where a warrant stands.
    WarrantState {
        /// Being written.
        Drafted = "drafted",
        /// Applied for at the court.
        Applied = "applied",
        /// Issued by the court.
        Issued = "issued",
        /// Circulated nationally.
        Circulated = "circulated",
        /// An INTERPOL notice or diffusion has been asked for.
        NoticeRequested = "notice_requested",
        /// The notice or diffusion is out.
        NoticePublished = "notice_published",
        /// The person has been located.
        Located = "located",
        /// Provisional arrest has been asked for.
        ProvisionalArrestRequested = "provisional_arrest_requested",
        /// The person has been arrested abroad.
        ArrestedAbroad = "arrested_abroad",
        /// Extradition has been asked for.
        ExtraditionRequested = "extradition_requested",
        /// Extradition has been decided.
        ExtraditionDecided = "extradition_decided",
        /// The person has been surrendered.
        Surrendered = "surrendered",
        /// Executed.
        Executed = "executed",
        /// Suspended.
        Suspended = "suspended",
        /// Past its date.
        Expired = "expired",
        /// Recalled, withdrawn or quashed.
        Ended = "ended",
    }
    /// A step in the life of a warrant.
    WarrantMove {
        /// The draft goes to the court.
        Apply = "apply": Drafted => Applied,
        /// The court issues it.
        Issue = "issue": Drafted | Applied => Issued,
        /// It is circulated nationally.
        Circulate = "circulate": Issued => Circulated,
        /// An INTERPOL notice or diffusion is asked for.
        RequestNotice = "request_notice": Issued | Circulated => NoticeRequested,
        /// The notice or diffusion is published.
        PublishNotice = "publish_notice": NoticeRequested => NoticePublished,
        /// The person is located.
        Locate = "locate": Issued | Circulated | NoticeRequested | NoticePublished => Located,
        /// Provisional arrest is asked for.
        RequestProvisionalArrest = "request_provisional_arrest": Located | NoticePublished => ProvisionalArrestRequested,
        /// The person is arrested abroad.
        ArrestAbroad = "arrest_abroad": Located | NoticePublished | ProvisionalArrestRequested => ArrestedAbroad,
        /// The provisional arrest lapses: the papers did not come in time.
        Lapse = "lapse": ProvisionalArrestRequested | ArrestedAbroad => Located,
        /// Extradition is asked for.
        RequestExtradition = "request_extradition": Located | ProvisionalArrestRequested | ArrestedAbroad => ExtraditionRequested,
        /// Extradition is decided.
        DecideExtradition = "decide_extradition": ExtraditionRequested => ExtraditionDecided,
        /// The person is surrendered.
        Surrender = "surrender": ExtraditionDecided => Surrendered,
        /// The warrant is executed.
        Execute = "execute": Issued | Circulated | NoticePublished | Located | Surrendered => Executed,
        /// The warrant is suspended.
        Suspend = "suspend": Issued | Circulated | NoticeRequested | NoticePublished | Located => Suspended,
        /// The warrant passes its date.
        Expire = "expire": Issued | Circulated | NoticeRequested | NoticePublished | Located | Suspended => Expired,
        /// The court renews it.
        Renew = "renew": Suspended | Expired => Issued,
        /// It is recalled, withdrawn or quashed.
        End = "end": Drafted | Applied | Issued | Circulated | NoticeRequested | NoticePublished | Located | ProvisionalArrestRequested | ArrestedAbroad | ExtraditionRequested | ExtraditionDecided | Suspended | Expired => Ended,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_warrant_cannot_be_executed_before_it_is_issued() {
        let error = WarrantState::Drafted.make(WarrantMove::Execute).unwrap_err();
        assert_eq!(error.to_string(), "could not execute a warrant that is drafted");
    }

    #[test]
    fn an_ended_or_executed_warrant_moves_no_more() {
        assert_eq!(WarrantState::Ended.moves().count(), 0);
        assert_eq!(WarrantState::Executed.moves().count(), 0);
    }

    proptest! {
        #[test]
        fn no_history_of_moves_executes_what_was_never_issued(steps in prop::collection::vec(0usize..WarrantMove::ALL.len(), 0..40)) {
            let (mut state, mut issued) = (WarrantState::Drafted, false);
            for step in steps {
                let step = WarrantMove::ALL[step];
                if let Ok(next) = state.make(step) {
                    state = next;
                    issued |= step == WarrantMove::Issue;
                    prop_assert!(state.moves().all(|m| state.make(m).is_ok()));
                }
                prop_assert!(state != WarrantState::Executed || issued);
            }
        }
    }
}
