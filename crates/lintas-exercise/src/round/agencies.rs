//! The agencies of the play. They are made up; their codes only say the country.

use lintas_model::{Country, Language};

/// An agency and the people who play at its node.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyPart {
    /// Code.
    pub code: &'static str,
    /// English name.
    pub name: &'static str,
    /// Name in its own language.
    pub own_name: &'static str,
    /// Country; none for the steward.
    pub country: Option<Country>,
    /// Language of its screens.
    pub language: Language,
}

/// Code of the programme steward's node.
pub const STEWARD: &str = "STEWARD";

/// The eight agencies in alphabetical order of their countries, and the steward.
pub fn agencies() -> Vec<AgencyPart> {
    let part =
        |code, name, own_name, country, language| AgencyPart { code, name, own_name, country, language };
    vec![
        part(
            "BD-ATU",
            "Anti-Trafficking Unit, Bangladesh (demonstration)",
            "মানব পাচার প্রতিরোধ ইউনিট (প্রদর্শনী)",
            Some(Country::BD),
            Language::Bn,
        ),
        part(
            "KH-CIB",
            "Criminal Investigation Bureau, Cambodia (demonstration)",
            "ការិយាល័យស៊ើបអង្កេតព្រហ្មទណ្ឌ (សាកល្បង)",
            Some(Country::KH),
            Language::Km,
        ),
        part(
            "ID-TPO",
            "Trafficking Task Force, Indonesia (demonstration)",
            "Satuan Tugas Perdagangan Orang (peragaan)",
            Some(Country::ID),
            Language::Id,
        ),
        part(
            "LA-ATD",
            "Anti-Trafficking Department, Lao PDR (demonstration)",
            "ກົມຕ້ານການຄ້າມະນຸດ (ສາທິດ)",
            Some(Country::LA),
            Language::Lo,
        ),
        part(
            "MY-ATS",
            "Anti-Trafficking Secretariat, Malaysia (demonstration)",
            "Sekretariat Antipemerdagangan Orang (demonstrasi)",
            Some(Country::MY),
            Language::Ms,
        ),
        part(
            "PH-IAC",
            "Inter-Agency Council, Philippines (demonstration)",
            "Konsehong Pinag-ugnay Laban sa Trafficking (demonstrasyon)",
            Some(Country::PH),
            Language::Fil,
        ),
        part(
            "TH-SID",
            "Special Investigation Division, Thailand (demonstration)",
            "กองสืบสวนพิเศษ (สาธิต)",
            Some(Country::TH),
            Language::Th,
        ),
        part(
            "VN-C02",
            "Criminal Police, Viet Nam (demonstration)",
            "Cảnh sát hình sự (minh họa)",
            Some(Country::VN),
            Language::Vi,
        ),
        part(
            STEWARD,
            "Programme Steward (demonstration)",
            "Programme Steward (demonstration)",
            None,
            Language::En,
        ),
    ]
}
