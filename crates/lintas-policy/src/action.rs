//! The actions that rules speak about.

use std::fmt;

macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// Something an actor wants to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {$(
            $(#[$doc])*
            $name,
        )*}

        impl Action {
            /// All actions, in the order of the matrix.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The word used in policies, in the audit and in the matrix.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

actions! {
    /// Read a case or anything filed in it: reports, entities, tasks, operations.
    View = "view";
    /// Search over what may be viewed.
    Search = "search";
    /// Take data out of the node as a file.
    Export = "export";
    /// Write a report.
    AddReport = "add_report";
    /// Say how good a report is.
    Grade = "grade";
    /// Import a file.
    Import = "import";
    /// Open a case.
    OpenCase = "open_case";
    /// Change a case: its state, members, journal.
    WriteCase = "write_case";
    /// Judge whether two entities are the same.
    Judge = "judge";
    /// Ask partners whether they know something too.
    AskHits = "ask_hits";
    /// Approve such a question as the second officer.
    ApproveHits = "approve_hits";
    /// Set a task or move one's own.
    SetTask = "set_task";
    /// Answer a task set by a partner.
    AnswerTask = "answer_task";
    /// Ask an agency that works the case for information, or take the question back.
    WriteInquiry = "write_inquiry";
    /// Answer such a question, or pass it to the lead.
    AnswerInquiry = "answer_inquiry";
    /// Answer what was passed to the lead, or say that something held will not be given.
    DecideInquiry = "decide_inquiry";
    /// Write an objective or a decision into the joint response plan.
    WritePlan = "write_plan";
    /// Answer for one's agency before overt action: victims safe, sources protected, ready, powers in place.
    AnswerGate = "answer_gate";
    /// Keep exhibits and their custody, and lay evidence against the elements of an offence.
    WriteEvidence = "write_evidence";
    /// Record what a court decided.
    WriteVerdict = "write_verdict";
    /// See a case that is open to mentors, with stand-ins for names, numbers and places.
    ViewSanitised = "view_sanitised";
    /// Leave advice in such a case.
    Advise = "advise";
    /// Write a joint-investigation agreement, or sign one for one's agency.
    WriteAgreement = "write_agreement";
    /// Record, move or verify a warrant.
    WriteWarrant = "write_warrant";
    /// Plan an operation or move it.
    WriteOperation = "write_operation";
    /// Claim or confirm an outcome.
    ClaimOutcome = "claim_outcome";
    /// Release material to partners.
    Release = "release";
    /// Narrow or recall a release.
    Recall = "recall";
    /// Ask the originator of released material for more.
    AskOriginator = "ask_originator";
    /// Record a protected person by code.
    WriteProtectedPerson = "write_protected_person";
    /// See the sealed space: identity and support of victims, and who sources are.
    ViewSealed = "view_sealed";
    /// Write in the sealed space, and ask to disclose from it: the first key.
    WriteSealed = "write_sealed";
    /// Turn the second key of a disclosure, erase, and keep longer than the rule says.
    SecondKey = "second_key";
    /// Read what was disclosed from the sealed space to oneself, while it is open.
    ReadDisclosed = "read_disclosed";
    /// Keep the sealed space: admit, back up, read its audit; never what lies in it.
    KeepSealed = "keep_sealed";
    /// Erase a body.
    Erase = "erase";
    /// See the region's results and participation.
    ViewRegion = "view_region";
    /// Set up rounds and workshops.
    WriteRound = "write_round";
    /// Promise something for a round or show it done.
    WriteCommitment = "write_commitment";
    /// Say how one's own agency is reached.
    WriteContact = "write_contact";
    /// See partners and the state of exchange.
    ViewExchange = "view_exchange";
    /// Exchange by file: make and take bundles.
    CarryBundle = "carry_bundle";
    /// Enrol or cut off partners.
    ManagePartners = "manage_partners";
    /// Accept the new log of a partner that came back from an old backup; two officers.
    AcceptLog = "accept_log";
    /// Enrol officers and set their roles.
    ManageOfficers = "manage_officers";
    /// Read who looked at what.
    ViewAudit = "view_audit";
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
