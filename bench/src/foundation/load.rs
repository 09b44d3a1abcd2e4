//! Made-up reports of about a kilobyte as signed.

use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::record::Report;
use lintas_model::{AudienceId, CaseId, Draft, Marking, ObjectId, OfficerId, RecordId, Timestamp};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const COMMON: [&str; 32] = [
    "river",
    "market",
    "van",
    "driver",
    "grey",
    "night",
    "pier",
    "house",
    "phone",
    "called",
    "before",
    "dawn",
    "crossed",
    "border",
    "two",
    "men",
    "woman",
    "paid",
    "agent",
    "promised",
    "work",
    "factory",
    "passport",
    "taken",
    "bus",
    "station",
    "north",
    "south",
    "checkpoint",
    "boat",
    "seen",
    "near",
];
const THAI: [&str; 16] = [
    "ตำรวจ",
    "จับกุม",
    "ผู้ต้องหา",
    "ค้ามนุษย์",
    "จังหวัด",
    "เชียงใหม่",
    "ชายแดน",
    "รถตู้",
    "คนขับ",
    "กลางคืน",
    "โทรศัพท์",
    "แม่น้ำ",
    "โรงงาน",
    "หนังสือเดินทาง",
    "นายหน้า",
    "บ้านพัก",
];
/// Characters of text that make a record of about 1,024 bytes as signed.
const LENGTH: usize = 520;
/// Of how many rarer words a text takes some.
const RARE: u32 = 40_000;

/// Writes reports into one audience.
pub(crate) struct Load {
    audience: AudienceId,
    case: Option<CaseId>,
    author: OfficerId,
    at: i64,
    number: u64,
    entropy: SeededEntropy,
    random: ChaCha8Rng,
}

impl Load {
    /// Reports into an audience, filed in a case.
    pub(crate) fn into_audience(
        audience: AudienceId,
        case: Option<CaseId>,
        author: OfficerId,
        at: Timestamp,
    ) -> Self {
        let (entropy, random) = (SeededEntropy::new(17), ChaCha8Rng::seed_from_u64(17));
        Self { audience, case, author, at: at.as_millis(), number: 0, entropy, random }
    }

    /// So many drafts with their texts; in Thai, which writes no spaces between words, if `thai`.
    pub(crate) fn drafts(&mut self, count: usize, thai: bool) -> Vec<Draft> {
        (0..count).map(|_| self.draft(thai)).collect()
    }

    fn draft(&mut self, thai: bool) -> Draft {
        self.at += 1;
        self.number += 1;
        let at = Timestamp::from_millis(self.at);
        let record = RecordId::new(at, &mut self.entropy);
        let text = if thai { self.thai() } else { self.english() };
        let body = Report {
            title: format!("Report {}", self.number),
            text,
            language: Some(if thai { "th" } else { "en" }.into()),
            occurred: None,
            source_reference: Some(format!("S-{}", self.number)),
            case: self.case,
            import: None,
        };
        Draft {
            record,
            object: ObjectId::from_uuid(record.uuid()),
            audience: self.audience,
            author: self.author,
            at,
            purpose: Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body: body.into(),
        }
    }

    fn english(&mut self) -> String {
        let mut text = String::with_capacity(LENGTH + 16);
        while text.len() < LENGTH {
            if self.random.random_range(0..7) == 0 {
                let place = self.random.random_range(0..RARE);
                text.push_str(&format!("{}{place} ", ["km", "hotel", "plate"][place as usize % 3]));
            } else {
                text.push_str(COMMON[self.random.random_range(0..COMMON.len())]);
                text.push(' ');
            }
        }
        text
    }

    fn thai(&mut self) -> String {
        let mut text = String::with_capacity(LENGTH + 64);
        while text.len() < LENGTH {
            text.push_str(THAI[self.random.random_range(0..THAI.len())]);
        }
        text
    }
}

/// The text of a report that the bare database indexes.
pub(crate) fn words(draft: &Draft) -> String {
    match &draft.body {
        lintas_model::Body::Report(report) => format!("{} {}", report.title, report.text),
        _ => String::new(),
    }
}
