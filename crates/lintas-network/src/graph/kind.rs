//! What sort of tie a contact is.

use serde::{Deserialize, Serialize};

/// The sort of tie; each is a layer of the network with its own meaning of direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[repr(u8)]
pub enum TieKind {
    /// A call or message, from caller to called.
    Call,
    /// A payment, from payer to payee.
    Money,
    /// Seen together.
    Meeting,
    /// Family by blood, marriage or custom.
    Kinship,
    /// Travelled together, or one moved the other.
    Travel,
    /// Used the same telephone.
    SharedPhone,
    /// Lived or stayed at the same address.
    SharedAddress,
    /// An instruction, from the one who gives it to the one who carries it out.
    Order,
    /// The source does not say.
    Unknown,
}

impl TieKind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [TieKind; 9] = [
        TieKind::Call,
        TieKind::Money,
        TieKind::Meeting,
        TieKind::Kinship,
        TieKind::Travel,
        TieKind::SharedPhone,
        TieKind::SharedAddress,
        TieKind::Order,
        TieKind::Unknown,
    ];

    /// Reads a kind as people write it; `None` when the word is not one of ours.
    ///
    /// Compares letters only, without case, so `Shared_Phone`, `shared phone` and `SHARED-PHONE` are one word.
    pub fn parse(text: &str) -> Option<TieKind> {
        let word: String =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let kind = match word.as_str() {
            "call" | "calls" | "phone" | "phonecall" | "telephone" | "sms" | "text" | "message"
            | "messages" | "chat" | "communication" | "voice" | "whatsapp" | "line" | "telegram" | "zalo" => {
                TieKind::Call
            }
            "money" | "payment" | "pay" | "transfer" | "moneytransfer" | "transaction" | "remittance"
            | "deposit" | "bank" | "cash" | "finance" | "financial" | "hawala" | "fee" => TieKind::Money,
            "meeting" | "meet" | "met" | "meetings" | "seentogether" | "facetoface" | "visit"
            | "cooffend" | "cooffending" | "associate" | "association" => TieKind::Meeting,
            "kin" | "kinship" | "family" | "relative" | "relation" | "blood" | "marriage" | "spouse"
            | "sibling" | "parent" | "cousin" => TieKind::Kinship,
            "travel" | "trip" | "journey" | "cotravel" | "transport" | "ride" | "flight" => TieKind::Travel,
            "sharedphone" | "phoneshared" | "samephone" | "sharedsim" | "samedevice" | "shareddevice"
            | "sharednumber" => TieKind::SharedPhone,
            "sharedaddress" | "address" | "sameaddress" | "cohabit" | "colocation" | "residence"
            | "household" | "samehouse" | "sharedhouse" => TieKind::SharedAddress,
            "order" | "orders" | "command" | "instruction" | "instructs" | "directs" | "tasking"
            | "supervises" | "manages" => TieKind::Order,
            "unknown" | "other" | "contact" | "link" | "tie" | "" => TieKind::Unknown,
            _ => return None,
        };
        Some(kind)
    }

    /// Says whether who is named first carries meaning: a call, a payment and an order go one way.
    pub fn is_directed(self) -> bool {
        matches!(self, TieKind::Call | TieKind::Money | TieKind::Order)
    }

    /// The word in a plain English sentence after a count of `n`, such as `3 payments`.
    pub fn noun(self, n: usize) -> &'static str {
        let one = n == 1;
        match self {
            TieKind::Call if one => "call",
            TieKind::Call => "calls",
            TieKind::Money if one => "payment",
            TieKind::Money => "payments",
            TieKind::Meeting if one => "meeting",
            TieKind::Meeting => "meetings",
            TieKind::Kinship if one => "family tie",
            TieKind::Kinship => "family ties",
            TieKind::Travel if one => "journey together",
            TieKind::Travel => "journeys together",
            TieKind::SharedPhone if one => "shared telephone",
            TieKind::SharedPhone => "shared telephones",
            TieKind::SharedAddress if one => "shared address",
            TieKind::SharedAddress => "shared addresses",
            TieKind::Order if one => "order",
            TieKind::Order => "orders",
            TieKind::Unknown if one => "contact",
            TieKind::Unknown => "contacts",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_read_in_any_case_and_spacing() {
        for (text, kind) in [
            ("CALL", TieKind::Call),
            ("Shared Phone", TieKind::SharedPhone),
            ("shared_address", TieKind::SharedAddress),
            ("money transfer", TieKind::Money),
            ("", TieKind::Unknown),
        ] {
            assert_eq!(TieKind::parse(text), Some(kind), "{text}");
        }
        assert_eq!(TieKind::parse("telepathy"), None);
    }
}
