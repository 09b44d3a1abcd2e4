//! Made-up agencies that write into a store.

use lintas_ledger::{Entry, FeedHead, FeedId, Signer, seal};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::{Handling, Marking, Purpose};
use lintas_model::property::{Property, Value};
use lintas_model::record::{Asserted, Audience, Disclosed, Release, Report, Statement};
use lintas_model::{
    AgencyCode, AudienceId, Body, Draft, EntityId, EntityKind, ObjectId, OfficerId, RecordId, ReportId,
    Timestamp,
};
use lintas_store::Store;
use uuid::Uuid;

/// An agency with a key, a clock that ticks with every draft, and its own random source.
pub(crate) struct Desk {
    pub(crate) code: AgencyCode,
    pub(crate) signer: Signer,
    entropy: SeededEntropy,
    now: i64,
    officer: OfficerId,
}

impl Desk {
    pub(crate) fn new(code: &str, seed: u64) -> Self {
        let mut entropy = SeededEntropy::new(seed);
        let signer = Signer::generate(&mut entropy);
        let start = Timestamp::from_ymd(2017, 3, 1).unwrap();
        let officer = OfficerId::new(start, &mut entropy);
        Self { code: AgencyCode::new(code).unwrap(), signer, entropy, now: start.as_millis(), officer }
    }

    pub(crate) fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.now)
    }

    pub(crate) fn id(&mut self) -> Uuid {
        self.now += 1;
        RecordId::new(Timestamp::from_millis(self.now), &mut self.entropy).uuid()
    }

    pub(crate) fn feed(&self, audience: AudienceId) -> FeedId {
        FeedId { agency: self.code.clone(), audience }
    }

    /// A feed for an audience, begun with the record of its members.
    pub(crate) async fn begin(&mut self, store: &Store, audience: AudienceId, members: &[&str]) -> FeedId {
        let feed = self.feed(audience);
        let body = Audience {
            name: "sample".to_owned(),
            members: members.iter().map(|code| AgencyCode::new(code).unwrap()).collect(),
            case: None,
            round: None,
        };
        let draft = self.draft(audience, audience.uuid(), body.into());
        self.write(store, &feed, vec![draft]).await;
        feed
    }

    pub(crate) fn draft(&mut self, audience: AudienceId, object: Uuid, body: Body) -> Draft {
        Draft {
            record: RecordId::from_uuid(self.id()),
            object: ObjectId::from_uuid(object),
            audience,
            author: self.officer,
            at: Timestamp::from_millis(self.now),
            purpose: Purpose::Investigation,
            marking: Marking::default(),
            supersedes: None,
            body,
        }
    }

    pub(crate) fn seal(&mut self, head: FeedHead, drafts: Vec<Draft>) -> Vec<Entry> {
        seal(head, drafts, &self.signer, &mut self.entropy).unwrap().0
    }

    /// Appends drafts to a feed; answers the sealed entries.
    pub(crate) async fn write(&mut self, store: &Store, feed: &FeedId, drafts: Vec<Draft>) -> Vec<Entry> {
        let head = store.head(feed).await.unwrap();
        let entries = self.seal(head, drafts);
        let sealed = entries.clone();
        store
            .append(feed, self.now(), move |_| Ok::<_, std::convert::Infallible>(sealed.clone()))
            .await
            .unwrap();
        entries
    }

    pub(crate) fn report(&mut self, audience: AudienceId, title: &str, text: &str) -> Draft {
        let id = self.id();
        self.draft(audience, id, report(title, text).into())
    }

    /// A statement about a person, and the person.
    pub(crate) fn person(
        &mut self,
        audience: AudienceId,
        report: ReportId,
        name: &str,
        phone: &str,
    ) -> (Draft, EntityId) {
        let entity = EntityId::from_uuid(self.id());
        (self.says(audience, report, entity, name, phone), entity)
    }

    pub(crate) fn says(
        &mut self,
        audience: AudienceId,
        report: ReportId,
        entity: EntityId,
        name: &str,
        phone: &str,
    ) -> Draft {
        let asserted = |text: &str| vec![Asserted { value: Value::from(text), note: None }];
        let mut says = std::collections::BTreeMap::from([(Property::Name, asserted(name))]);
        if !phone.is_empty() {
            says.insert(Property::PhoneNumber, asserted(phone));
        }
        let statement = Statement { entity, kind: EntityKind::Person, report, row: None, says };
        self.draft(audience, entity.uuid(), statement.into())
    }

    /// A release of whole entries to an audience.
    pub(crate) fn release(
        &mut self,
        audience: AudienceId,
        entries: &[&Entry],
        expires_at: Option<Timestamp>,
    ) -> Draft {
        let id = self.id();
        let disclosed = entries
            .iter()
            .map(|entry| Disclosed {
                record: entry.header().record,
                entry: entry.encode(),
                fields: entry.field_names().into_iter().collect(),
            })
            .collect();
        let handling = Handling::default();
        let body = Release {
            audience,
            case: None,
            disclosed,
            purposes: [Purpose::Investigation].into(),
            use_rule: handling.use_rule,
            onward: handling.onward,
            expires_at,
            legal_basis: "UNTOC Art. 27".to_owned(),
            reason: "sample".to_owned(),
        };
        self.draft(audience, id, body.into())
    }
}

pub(crate) fn report(title: &str, text: &str) -> Report {
    Report {
        title: title.to_owned(),
        text: text.to_owned(),
        language: None,
        occurred: None,
        source_reference: None,
        case: None,
        import: None,
    }
}

pub(crate) fn audience(number: u128) -> AudienceId {
    AudienceId::from_uuid(Uuid::from_u128(number))
}
