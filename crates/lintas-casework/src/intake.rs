//! Imports: a file is looked at, questions are answered, rows become records; the same row never twice; undo.

use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Seek};
use std::ops::ControlFlow;

use lintas_intake::{Gather, IntakeError, Issue, Options, Proposal, Reading, RefusedRow, Sink};
use lintas_model::property::Property;
use lintas_model::record::{Import, ImportUndo, Report, Tombstone};
use lintas_model::{
    Body, CaseId, Draft, EntityId, ImportId, Kind, ObjectId, PartialDate, RecordId, ReportId,
};
use lintas_policy::Action;
use lintas_store::{HeldQuery, Order};

use crate::item::{self, Item};
use crate::{CaseworkError, Ctx, Result, access, case};

/// Rows written in one transaction.
const GROUP: usize = 256;
/// Refused rows kept for the reject file; beyond that only their number is known.
const REFUSED_KEPT: usize = 100_000;
/// The secret that makes fingerprints of rows useless to anybody else.
const SECRET: &str = "intake.secret";

/// A preview of an import.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What the file turned out to be, with counts and questions.
    pub reading: Reading,
    /// The first rows as they would be taken.
    pub sample: Vec<Proposal>,
    /// The first rows that would not.
    pub refused: Vec<RefusedRow>,
}

/// What an import did.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The import, unless there was nothing new to write.
    pub import: Option<ImportId>,
    /// What the file turned out to be.
    pub reading: Reading,
    /// Rows that became records.
    pub taken: u64,
    /// Rows that were here already.
    pub known: u64,
    /// Rows not taken, for the reject file.
    pub refused: Vec<RefusedRow>,
    /// The case that protected persons of the file belong to.
    pub case: Option<CaseId>,
}

/// Looks at a file without writing anything. `rows_at_most` in the options bounds the work.
pub async fn preview<R>(ctx: &Ctx, name: String, file: R, options: Options) -> Result<Preview>
where
    R: Read + Seek + Send + 'static,
{
    ctx.require_own(Action::Import, "import").await?;
    let options = with_secret(ctx, options).await?;
    let (reading, gathered) = tokio::task::spawn_blocking(move || {
        let mut gather = Gather::default();
        lintas_intake::read(&name, file, &options, &mut gather).map(|reading| (reading, gather))
    })
    .await
    .map_err(|error| CaseworkError::Ledger(error.to_string()))??;
    Ok(Preview {
        reading,
        sample: gathered.proposals.into_iter().take(200).collect(),
        refused: gathered.refused.into_iter().take(200).collect(),
    })
}

/// Imports a file. `open` is called twice: once to see whether anything must be asked, once to take the rows.
/// `progress` hears how many rows have been read.
pub async fn import<R, O>(
    ctx: &Ctx,
    name: String,
    open: O,
    options: Options,
    case: Option<CaseId>,
    progress: impl Fn(u64) + Send + Sync + Clone + 'static,
) -> Result<Imported>
where
    R: Read + Seek + Send + 'static,
    O: Fn() -> std::io::Result<R>,
{
    ctx.require_own(Action::Import, "import").await?;
    if let Some(case) = case {
        let found = case::found(ctx, case).await?;
        ctx.require(Action::View, &found.facts).await?;
    }
    let _running = begin(ctx).await?;
    let opened =
        || open().map_err(|error| CaseworkError::File { path: name.clone(), problem: error.to_string() });
    let options = with_secret(ctx, options).await?;
    let first = read_in_background(name.clone(), opened()?, options.clone(), progress.clone(), None).await?;
    if !first.0.questions.is_empty() {
        return Ok(Imported { import: None, reading: first.0, taken: 0, known: 0, refused: first.1, case });
    }
    if first.2 && case.is_none() && ctx.permit_own(Action::OpenCase, "case").is_err() {
        return Err(CaseworkError::invalid(
            "case",
            "this file has protected persons; choose the case they belong to",
        ));
    }
    let (sender, mut rows) = tokio::sync::mpsc::channel::<Vec<Proposal>>(4);
    let reading = tokio::spawn(read_in_background(name.clone(), opened()?, options, |_| {}, Some(sender)));
    let mut writer = Writer::new(ctx, &name, case);
    ctx.node().store().set(UNFINISHED, writer.import.to_string().as_bytes()).await?;
    let mut failed = None;
    while let Some(group) = rows.recv().await {
        if let Err(error) = writer.take(group).await {
            failed = Some(error);
            break;
        }
    }
    // With the receiver gone the reader stops at its next row.
    drop(rows);
    let read = reading.await.map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    let (reading, refused, _) = match (failed, read) {
        (None, Ok(read)) => read,
        (Some(error), _) | (None, Err(error)) => {
            take_back(ctx).await?;
            return Err(error);
        }
    };
    let (import, taken, known) = (writer.import, writer.taken, writer.known);
    let case = writer.case;
    if taken > 0 {
        let body = Import {
            file_name: reading.file_name.clone(),
            file_sha256: reading.file_sha256.clone(),
            format: reading.format.as_str().to_owned(),
            mapping: reading
                .sheets
                .iter()
                .filter_map(|sheet| sheet.mapping.clone())
                .collect::<Vec<_>>()
                .join(", "),
            rows_read: reading.counts.read,
            rows_taken: taken,
            rows_known: known,
            rows_refused: reading.counts.refused,
        };
        ctx.write_one(ctx.about(ctx.private(), import, body)).await?;
    }
    ctx.node().store().set(UNFINISHED, &[]).await?;
    Ok(Imported { import: (taken > 0).then_some(import), reading, taken, known, refused, case })
}

/// Undoes an import: its records leave all views, and the file can be imported again.
pub async fn undo(ctx: &Ctx, import: ImportId, reason: &str) -> Result<()> {
    ctx.require_own(Action::Import, "import").await?;
    let _turn = ctx.node().turn().await;
    let own = |held: lintas_store::Held| held.mark.originator == *ctx.node().code();
    if !ctx.node().newest(Kind::Import, import.into()).await?.is_some_and(own) {
        return Err(CaseworkError::NotFound("import"));
    }
    if ctx.node().newest(Kind::ImportUndo, import.into()).await?.is_some() {
        return Err(CaseworkError::invalid("import", "it has been undone already"));
    }
    withdraw(ctx, import, reason.trim()).await
}

/// Protected persons belong to a case and to no report, so an undo does not reach them: they are erased one by one.
async fn withdraw(ctx: &Ctx, import: ImportId, reason: &str) -> Result<()> {
    let name = format!("{PERSONS}{import}");
    let bytes = ctx.node().store().setting(&name).await?.unwrap_or_default();
    let persons: std::collections::BTreeSet<RecordId> = bytes
        .as_chunks::<16>()
        .0
        .iter()
        .map(|bytes| RecordId::from_uuid(uuid::Uuid::from_bytes(*bytes)))
        .collect();
    let mut drafts = Vec::new();
    for &record in &persons {
        // One that a stopped import meant to write and did not is in no feed.
        if let Some(entry) = ctx.node().store().entry(record).await? {
            let ground = format!("import undone: {reason}");
            drafts.push(ctx.about(ctx.private(), entry.header().object, Tombstone { record, ground }));
        }
    }
    drafts.push(ctx.about(ctx.private(), import, ImportUndo { import, reason: reason.to_owned() }));
    ctx.write(drafts).await?;
    crate::erasure::carry_out(ctx.node(), persons).await
}

/// The name of the setting that says which import is under way.
const UNFINISHED: &str = "intake.unfinished";
/// The beginning of the names of the settings that say which protected persons an import wrote.
const PERSONS: &str = "intake.persons.";

/// One import at a time, over all processes of the node. One that was stopped halfway, by a power cut or a kill, is taken
/// back first: its rows are then taken again as if for the first time.
async fn begin(ctx: &Ctx) -> Result<std::fs::File> {
    let path = ctx.node().folder().join("import.lock");
    let problem = |error: std::io::Error| CaseworkError::File {
        path: path.display().to_string(),
        problem: error.to_string(),
    };
    let file =
        std::fs::OpenOptions::new().create(true).truncate(false).write(true).open(&path).map_err(problem)?;
    let file = tokio::task::spawn_blocking(move || file.lock().map(|()| file))
        .await
        .map_err(|error| CaseworkError::Ledger(error.to_string()))?
        .map_err(problem)?;
    take_back(ctx).await?;
    Ok(file)
}

async fn take_back(ctx: &Ctx) -> Result<()> {
    let bytes = ctx.node().store().setting(UNFINISHED).await?.unwrap_or_default();
    if let Some(import) = std::str::from_utf8(&bytes).ok().and_then(|text| text.parse::<ImportId>().ok()) {
        withdraw(ctx, import, "stopped before its end").await?;
        ctx.node().store().set(UNFINISHED, &[]).await?;
    }
    Ok(())
}

/// Imports of this node, the latest first, with whether they were undone.
pub async fn list(ctx: &Ctx) -> Result<Vec<(ImportId, Item<Import>, bool)>> {
    let query = HeldQuery { order: Order::NewestFirst, ..HeldQuery::default() };
    let undone: std::collections::BTreeSet<ObjectId> = item::read::<ImportUndo>(ctx, HeldQuery::default())
        .await?
        .into_iter()
        .map(|item| item.mark.object)
        .collect();
    let imports = item::read::<Import>(ctx, query).await?;
    access::viewed(ctx, "imports", None, imports.len()).await?;
    Ok(imports
        .into_iter()
        .map(|item| (ImportId::from_uuid(item.mark.object.uuid()), undone.contains(&item.mark.object), item))
        .map(|(id, undone, item)| (id, item, undone))
        .collect())
}

async fn with_secret(ctx: &Ctx, mut options: Options) -> Result<Options> {
    let store = ctx.node().store();
    options.secret = match store.setting(SECRET).await? {
        Some(secret) => secret,
        None => {
            let secret = ctx.node().random::<32>().to_vec();
            store.set(SECRET, &secret).await?;
            secret
        }
    };
    options.today.get_or_insert(PartialDate::of(ctx.now()));
    Ok(options)
}

/// Reads a file on a thread of its own; hands rows on in groups, or only counts them.
async fn read_in_background<R: Read + Seek + Send + 'static>(
    name: String,
    file: R,
    options: Options,
    progress: impl Fn(u64) + Send + 'static,
    rows: Option<tokio::sync::mpsc::Sender<Vec<Proposal>>>,
) -> Result<(Reading, Vec<RefusedRow>, bool)> {
    let done = tokio::task::spawn_blocking(move || {
        let mut passing =
            Passing { rows, group: Vec::new(), refused: Vec::new(), protected: false, progress };
        let reading = lintas_intake::read(&name, file, &options, &mut passing)?;
        passing.flush();
        Ok::<_, IntakeError>((reading, passing.refused, passing.protected))
    })
    .await
    .map_err(|error| CaseworkError::Ledger(error.to_string()))?;
    Ok(done?)
}

struct Passing<P> {
    rows: Option<tokio::sync::mpsc::Sender<Vec<Proposal>>>,
    group: Vec<Proposal>,
    refused: Vec<RefusedRow>,
    /// Whether the file has protected persons.
    protected: bool,
    progress: P,
}

impl<P> Passing<P> {
    /// Hands the group on; false when nobody takes it any more.
    fn flush(&mut self) -> bool {
        let group = std::mem::take(&mut self.group);
        match &self.rows {
            Some(rows) if !group.is_empty() => rows.blocking_send(group).is_ok(),
            _ => true,
        }
    }
}

impl<P: Fn(u64)> Sink for Passing<P> {
    fn proposal(&mut self, proposal: Proposal) -> ControlFlow<()> {
        self.protected |= !proposal.protected.is_empty();
        if self.rows.is_none() {
            return ControlFlow::Continue(());
        }
        self.group.push(proposal);
        if self.group.len() < GROUP || self.flush() {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }

    fn refused(&mut self, row: RefusedRow) {
        if self.refused.len() < REFUSED_KEPT {
            self.refused.push(row);
        }
    }

    fn issue(&mut self, _issue: &Issue) {}

    fn progress(&mut self, progress: lintas_intake::Progress) {
        (self.progress)(progress.rows);
    }
}

/// Turns proposals into records, group by group.
struct Writer<'c> {
    ctx: &'c Ctx,
    file: &'c str,
    import: ImportId,
    report: Option<ReportId>,
    case: Option<CaseId>,
    entities: HashMap<String, EntityId>,
    taken: u64,
    known: u64,
}

impl<'c> Writer<'c> {
    fn new(ctx: &'c Ctx, file: &'c str, case: Option<CaseId>) -> Self {
        let import = ctx.node().new_id(ImportId::new);
        Self { ctx, file, import, report: None, case, entities: HashMap::new(), taken: 0, known: 0 }
    }

    async fn take(&mut self, group: Vec<Proposal>) -> Result<()> {
        let fingerprints: Vec<[u8; 32]> = group.iter().map(|proposal| proposal.fingerprint.0).collect();
        let known = self.ctx.node().store().taken(&fingerprints).await?;
        let mut drafts = Vec::new();
        let mut fresh = Vec::new();
        let mut seen_here = std::collections::BTreeSet::new();
        for proposal in group {
            let fingerprint = proposal.fingerprint.0;
            if known.contains(&fingerprint) || !seen_here.insert(fingerprint) {
                self.known += 1;
                continue;
            }
            drafts.extend(self.drafts(proposal).await?);
            fresh.push(fingerprint);
        }
        if fresh.is_empty() {
            return Ok(());
        }
        self.remember_persons(&drafts).await?;
        self.ctx.write(drafts).await?;
        // Written after the records: stopped between the two, the next import takes this one back before it begins.
        self.ctx.node().store().take(self.import, &fresh).await?;
        self.taken += fresh.len() as u64;
        Ok(())
    }

    /// Notes which protected persons are about to be written, so that an undo finds them.
    async fn remember_persons(&self, drafts: &[Draft]) -> Result<()> {
        let persons: Vec<u8> = drafts
            .iter()
            .filter(|draft| matches!(draft.body, Body::ProtectedPerson(_)))
            .flat_map(|draft| *draft.record.uuid().as_bytes())
            .collect();
        if persons.is_empty() {
            return Ok(());
        }
        let (store, name) = (self.ctx.node().store(), format!("{PERSONS}{}", self.import));
        let mut all = store.setting(&name).await?.unwrap_or_default();
        all.extend(persons);
        Ok(store.set(&name, &all).await?)
    }

    async fn drafts(&mut self, proposal: Proposal) -> Result<Vec<Draft>> {
        let mut drafts = Vec::new();
        let private = self.ctx.private();
        let report = match &proposal.report {
            Some(own) => {
                let id = self.ctx.node().new_id(ReportId::new);
                let body = Report { case: self.case, import: Some(self.import), ..own.clone() };
                drafts.push(self.ctx.about(private, id, body));
                id
            }
            None => match self.report {
                Some(id) => id,
                None => {
                    let id = self.ctx.node().new_id(ReportId::new);
                    self.report = Some(id);
                    let body = Report {
                        title: format!("Import of {}", self.file),
                        text: String::new(),
                        language: None,
                        occurred: None,
                        source_reference: None,
                        case: self.case,
                        import: Some(self.import),
                    };
                    drafts.push(self.ctx.about(private, id, body));
                    id
                }
            },
        };
        let mut ids = Vec::with_capacity(proposal.things.len());
        for thing in &proposal.things {
            ids.push(self.entity(thing).await?);
        }
        let mut next = ids.into_iter();
        let mut give = |_: &lintas_intake::proposal::Thing| {
            next.next().unwrap_or_else(|| self.ctx.node().new_id(EntityId::new))
        };
        for body in proposal.bodies(report, &mut give) {
            let object: ObjectId = match &body {
                Body::Statement(b) => b.entity.into(),
                Body::Relation(b) => b.from.into(),
                Body::Sighting(b) => b.subject.into(),
                _ => report.into(),
            };
            drafts.push(self.ctx.about(private, object, body));
        }
        for person in &proposal.protected {
            let case = self.case_of_protected().await?;
            let object = ObjectId::from(self.ctx.node().new_id(EntityId::new));
            drafts.push(self.ctx.about(private, object, person.body(case)));
        }
        for draft in &mut drafts {
            draft.marking.grade = proposal.grade;
            if let Some(handling) = &proposal.handling {
                draft.marking.handling = handling.clone();
            }
        }
        Ok(drafts)
    }

    /// The entity of a thing: the one known under the same number, else a new one.
    async fn entity(&mut self, thing: &lintas_intake::proposal::Thing) -> Result<EntityId> {
        let Some(key) = &thing.key else { return Ok(self.ctx.node().new_id(EntityId::new)) };
        if let Some(known) = self.entities.get(key) {
            return Ok(*known);
        }
        let found = self.known_entity(thing).await?;
        let id = found.unwrap_or_else(|| self.ctx.node().new_id(EntityId::new));
        self.entities.insert(key.clone(), id);
        Ok(id)
    }

    async fn known_entity(&self, thing: &lintas_intake::proposal::Thing) -> Result<Option<EntityId>> {
        const NUMBERS: [Property; 4] =
            [Property::PhoneNumber, Property::DocumentNumber, Property::Plate, Property::AccountNumber];
        let store = self.ctx.node().store();
        for property in NUMBERS {
            let Some(value) = thing.says.get(&property).and_then(|values| values.first()) else { continue };
            let Some(form) = lintas_store::normal_form(property, &value.value.to_string()) else { continue };
            for id in store.having(property, &form).await? {
                if let Some(row) = store.entity(id).await?
                    && row.kind == thing.kind
                    && row.agency == *self.ctx.node().code()
                {
                    return Ok(Some(id));
                }
            }
        }
        Ok(None)
    }

    /// The case of protected persons: the one named, else one opened for the file.
    async fn case_of_protected(&mut self) -> Result<CaseId> {
        if let Some(case) = self.case {
            return Ok(case);
        }
        let title = format!("Persons of {}", self.file);
        // The same file imported again after an undo goes on in the case that was opened for it.
        let own = HeldQuery { agency: Some(self.ctx.node().code().clone()), ..HeldQuery::default() };
        let opened = item::read::<lintas_model::record::Case>(self.ctx, own).await?;
        if let Some(known) = opened.iter().rev().find(|case| case.body.title == title) {
            let case = CaseId::from_uuid(known.mark.object.uuid());
            self.case = Some(case);
            return Ok(case);
        }
        let new = case::NewCase {
            title,
            reference: String::new(),
            summary: "Opened for the protected persons of an imported file.".to_owned(),
            offences: lintas_model::offence::Offence::ALL.into(),
            countries: Default::default(),
            round: None,
        };
        let case = case::open(self.ctx, new).await?;
        self.case = Some(case);
        Ok(case)
    }
}

/// Saved mappings of this node, from the `mappings` folder; a file that does not read is named.
pub fn mappings(ctx: &Ctx) -> Result<Vec<lintas_intake::Mapping>> {
    let folder = ctx.node().folder().join("mappings");
    let mut found = BTreeMap::new();
    if let Ok(entries) = std::fs::read_dir(&folder) {
        for path in
            entries.flatten().map(|entry| entry.path()).filter(|p| p.extension().is_some_and(|e| e == "toml"))
        {
            let problem = |problem: String| CaseworkError::File { path: path.display().to_string(), problem };
            let text = std::fs::read_to_string(&path).map_err(|error| problem(error.to_string()))?;
            let mapping = lintas_intake::Mapping::from_toml(&path.display().to_string(), &text)?;
            found.insert(path.clone(), mapping);
        }
    }
    Ok(found.into_values().collect())
}

/// Saves a mapping under its name for the next file with the same headers.
pub fn save_mapping(ctx: &Ctx, mapping: &lintas_intake::Mapping) -> Result<()> {
    ctx.permit_own(Action::Import, "import")?;
    let folder = ctx.node().folder().join("mappings");
    let name: String = mapping.signature.chars().filter(char::is_ascii_alphanumeric).collect();
    let path = folder.join(format!("{name}.toml"));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&path, mapping.to_toml()))
        .map_err(|error| CaseworkError::File { path: path.display().to_string(), problem: error.to_string() })
}
