//! Made-up persons of the region, as statements.

use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::Purpose;
use lintas_model::property::{Property, Value};
use lintas_model::record::{Asserted, Statement};
use lintas_model::{
    AudienceId, Draft, EntityId, EntityKind, Marking, OfficerId, RecordId, ReportId, Timestamp,
};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const THAI: [&str; 20] = [
    "สม",
    "ชัย",
    "วิ",
    "ชา",
    "ธน",
    "พร",
    "ศรี",
    "สุข",
    "นิ",
    "รัตน์",
    "กิต",
    "มา",
    "วัน",
    "ดี",
    "ทอง",
    "บุญ",
    "มี",
    "แก้ว",
    "จันทร์",
    "เพ็ญ",
];
const LATIN: [&str; 24] = [
    "ba", "di", "ka", "li", "ma", "no", "ra", "su", "ti", "wa", "han", "lin", "mar", "sri", "dar", "jo",
    "pu", "tri", "yan", "ko", "lee", "tan", "chai", "som",
];
const VIET_GIVEN: [&str; 16] = [
    "An", "Bình", "Châu", "Dũng", "Giang", "Hà", "Hương", "Khánh", "Lan", "Minh", "Nam", "Oanh", "Phúc",
    "Quỳnh", "Sơn", "Tuấn",
];
const VIET_MIDDLE: [&str; 6] = ["Văn", "Thị", "Đức", "Ngọc", "Hữu", "Minh"];
const VIET_FAMILY: [&str; 6] = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"];

/// Makes persons from a seed.
pub(super) struct People {
    audience: AudienceId,
    author: OfficerId,
    at: i64,
    entropy: SeededEntropy,
    random: ChaCha8Rng,
}

impl People {
    pub(super) fn new(audience: AudienceId, author: OfficerId, at: Timestamp) -> Self {
        let (entropy, random) = (SeededEntropy::new(23), ChaCha8Rng::seed_from_u64(23));
        Self { audience, author, at: at.as_millis(), entropy, random }
    }

    /// So many statements, each about a person of its own.
    pub(super) fn drafts(&mut self, count: usize) -> Vec<Draft> {
        (0..count).map(|_| self.draft()).collect()
    }

    fn draft(&mut self) -> Draft {
        self.at += 1;
        let at = Timestamp::from_millis(self.at);
        let record = RecordId::new(at, &mut self.entropy);
        let entity = EntityId::new(at, &mut self.entropy);
        let asserted = |text: String| vec![Asserted { value: Value::Text(text), note: None }];
        let phone = format!("+66 8{:08}", self.random.random_range(0..100_000_000_u32));
        let says = [(Property::Name, asserted(self.name())), (Property::PhoneNumber, asserted(phone))];
        let report = ReportId::from_uuid(record.uuid());
        let statement = Statement { entity, kind: EntityKind::Person, report, row: None, says: says.into() };
        Draft {
            record,
            object: entity.into(),
            audience: self.audience,
            author: self.author,
            at,
            purpose: Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body: statement.into(),
        }
    }

    /// A name: of a third each Thai, Vietnamese, and in Latin letters.
    pub(super) fn name(&mut self) -> String {
        match self.random.random_range(0..3) {
            0 => format!("{} {}", self.joined(&THAI, 2), self.joined(&THAI, 3)),
            1 => {
                // Three in eight bear the first surname.
                let family = self.random.random_range(0..8_usize).saturating_sub(2);
                format!(
                    "{} {} {}",
                    VIET_FAMILY[family],
                    self.joined(&VIET_MIDDLE, 1),
                    self.joined(&VIET_GIVEN, 1)
                )
            }
            _ => format!("{} {}", self.joined(&LATIN, 2), self.joined(&LATIN, 3)),
        }
    }

    fn joined(&mut self, syllables: &[&str], count: usize) -> String {
        (0..count).map(|_| syllables[self.random.random_range(0..syllables.len())]).collect()
    }
}
