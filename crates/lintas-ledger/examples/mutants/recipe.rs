//! The parts of a court file of two agencies, and the ways in which somebody who holds their keys can spoil them.

use std::collections::{BTreeMap, BTreeSet};

use lintas_ledger::bundle::FeedRange;
use lintas_ledger::court::{CourtStatement, CourtWriter, InLog};
use lintas_ledger::keys::{OpeningKey, sign_manifest};
use lintas_ledger::log::{Checkpoint, KeptLeaves, Note, cosign, inclusion, root_of};
use lintas_ledger::{Chunk, Entry, FeedHead, FeedId, Hash32, Signer, seal, seal_signed};
use lintas_model::entropy::SeededEntropy;
use lintas_model::handling::{Handling, HandlingCode, OnwardRule, Purpose, UseRule};
use lintas_model::record::{Audience, Disclosed, KeyManifest, Note as Journal, OfficerKey, Release, Report};
use lintas_model::{
    AgencyCode, AudienceId, Body, Draft, Entropy, Grade, Marking, ObjectId, OfficerId, RecordId, Timestamp,
    grade,
};
use uuid::Uuid;

use super::forge;

/// Numbers from a seed.
pub(crate) struct Dice(SeededEntropy);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(SeededEntropy::new(seed))
    }

    /// A number from 0 to below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        let mut bytes = [0; 8];
        self.0.fill(&mut bytes);
        u64::from_be_bytes(bytes) % end.max(1)
    }

    pub(crate) fn byte(&mut self) -> u8 {
        self.below(256) as u8
    }

    pub(crate) fn index<T>(&mut self, of: &[T]) -> usize {
        self.below(of.len() as u64) as usize
    }
}

pub(crate) fn codes(found: &BTreeSet<&str>) -> String {
    found.iter().copied().collect::<Vec<_>>().join(",")
}

fn agency(code: &str) -> AgencyCode {
    AgencyCode::new(code).expect("a code of the sample")
}

/// The root keys of the two agencies.
pub(crate) fn roots() -> BTreeMap<AgencyCode, Signer> {
    BTreeMap::from([
        (agency("KH-CIB"), Signer::from_seed(&[1; 32])),
        (agency("TH-DSI"), Signer::from_seed(&[2; 32])),
    ])
}

/// The node key of an agency.
pub(crate) fn node(of: &AgencyCode) -> Signer {
    Signer::from_seed(if of.as_str() == "KH-CIB" { &[7; 32] } else { &[8; 32] })
}

/// A court file in its parts.
#[derive(Clone)]
pub(crate) struct Recipe {
    maker: AgencyCode,
    keys: Vec<KeyManifest>,
    runs: Vec<FeedRange>,
    checkpoints: Vec<String>,
    entries: Vec<(Vec<u8>, Option<InLog>)>,
    per_chunk: usize,
}

fn at() -> Timestamp {
    Timestamp::from_millis(1_493_596_800_000)
}

fn draft(number: u128, audience: AudienceId, body: impl Into<Body>) -> Draft {
    let codes = if number.is_multiple_of(2) {
        BTreeSet::from([HandlingCode::H1, HandlingCode::H3])
    } else {
        BTreeSet::new()
    };
    let grade = Grade::new(grade::Scheme::FourFour, 'B', '2').ok().filter(|_| !number.is_multiple_of(3));
    Draft {
        record: RecordId::from_uuid(Uuid::from_u128(0x1000 + number)),
        object: ObjectId::from_uuid(Uuid::from_u128(0x2000 + number)),
        audience,
        author: OfficerId::from_uuid(Uuid::from_u128(0x0F)),
        at: at(),
        purpose: Purpose::Investigation,
        marking: Marking { grade, handling: Handling { codes, ..Handling::default() } },
        supersedes: None,
        body: body.into(),
    }
}

fn report(number: u128, audience: AudienceId) -> Draft {
    let text = format!("ผู้ต้องสงสัยข้ามพรมแดน เที่ยวที่ {number}");
    let report = Report {
        title: format!("Report {number}"),
        text,
        language: Some("th".into()),
        occurred: None,
        source_reference: Some(format!("S-{number}")),
        case: None,
        import: None,
    };
    draft(number, audience, report)
}

fn opening(number: u128, audience: AudienceId, members: BTreeSet<AgencyCode>) -> Draft {
    draft(number, audience, Audience { name: "ship lane".into(), members, case: None, round: None })
}

impl Recipe {
    /// Two feeds of one agency, one of them with an officer's key and a release that it signs, a run of the other agency's, a body erased, one disclosed in part,
    /// one signed by its officer too, and a checkpoint that both agencies signed.
    pub(crate) fn sound() -> Self {
        let (ours, theirs) = (agency("KH-CIB"), agency("TH-DSI"));
        let audience = |number: u128| AudienceId::from_uuid(Uuid::from_u128(number));
        let feed =
            |agency: &AgencyCode, number| FeedId { agency: agency.clone(), audience: audience(number) };
        let mut entropy = SeededEntropy::new(1);
        let private = feed(&ours, 0xA0);
        let mut drafts = vec![opening(0, audience(0xA0), BTreeSet::new())];
        drafts.extend((1..5).map(|number| report(number, audience(0xA0))));
        let officer = Signer::from_seed(&[9; 32]);
        let head = FeedHead::start(private.clone(), 0);
        let (own, _) =
            seal_signed(head, drafts, &node(&ours), Some(&officer), &mut entropy).expect("sound drafts");
        let joint = feed(&ours, 0xB0);
        let part = own[2].disclose(&BTreeSet::from(["title".to_owned(), "text".to_owned()]));
        let release = Release {
            audience: audience(0xB0),
            case: None,
            disclosed: vec![
                Disclosed { record: own[2].header().record, fields: BTreeSet::new(), entry: part.encode() },
                Disclosed { record: own[3].header().record, fields: BTreeSet::new(), entry: own[3].encode() },
            ],
            purposes: BTreeSet::from([Purpose::Investigation]),
            use_rule: UseRule::Evidence,
            onward: OnwardRule::Ask,
            expires_at: None,
            legal_basis: "UNTOC Art. 27".into(),
            reason: "a joint case".into(),
        };
        let members = BTreeSet::from([ours.clone(), theirs.clone()]);
        let stated = OfficerKey { key: officer.public().to_string(), replaces: None };
        let drafts = vec![
            opening(10, audience(0xB0), members.clone()),
            draft(12, audience(0xB0), stated),
            draft(11, audience(0xB0), release),
        ];
        let head = FeedHead::start(joint.clone(), 0);
        let (shared, _) =
            seal_signed(head, drafts, &node(&ours), Some(&officer), &mut entropy).expect("sound drafts");
        let partner = feed(&theirs, 0xB0);
        let journal = Journal {
            case: lintas_model::CaseId::from_uuid(Uuid::from_u128(0xCA)),
            text: "met at the bridge".into(),
        };
        let drafts = vec![opening(20, audience(0xB0), members), draft(21, audience(0xB0), journal)];
        let (other, _) = seal(FeedHead::start(partner.clone(), 3), drafts, &node(&theirs), &mut entropy)
            .expect("sound drafts");

        let mut leaves = KeptLeaves::new(own.iter().chain(&shared).map(Entry::hash).collect());
        let size = leaves.size();
        let root = root_of(&mut leaves, size).unwrap_or(Hash32::ZERO);
        let signed = Checkpoint { agency: ours.clone(), size, root }.sign(&node(&ours));
        let mut note = Note::parse(&signed).expect("a note of ours");
        cosign(&mut note, &Checkpoint::origin_of(&theirs), &node(&theirs), at()).expect("a name of ours");
        let mut proof =
            |index: u64| Some(InLog { index, path: inclusion(&mut leaves, index, size).unwrap_or_default() });
        let mut entries = vec![
            (own[0].encode(), proof(0)),
            (own[1].without_body().encode(), proof(1)),
            (part.encode(), proof(2)),
            (own[3].encode(), proof(3)),
            (own[4].encode(), proof(4)),
            (shared[0].encode(), proof(5)),
            (shared[1].encode(), proof(6)),
            (shared[2].encode(), proof(7)),
            (own[4].encode(), proof(4)),
        ];
        entries.extend(other.iter().map(|entry| (entry.encode(), None)));
        let run = |feed: &FeedId, generation, from, until| FeedRange {
            feed: feed.clone(),
            generation,
            from,
            until,
        };
        let manifest = |code: &AgencyCode, root: &Signer| {
            let blank = KeyManifest {
                agency: code.clone(),
                root_key: String::new(),
                node_key: node(code).public().to_string(),
                tls_key_sha256: "ab".repeat(32),
                sealing_key: OpeningKey::from_seed(&[6; 32]).public().to_string(),
                valid_from: at(),
                root_signature: String::new(),
            };
            sign_manifest(blank, root).expect("a manifest of ours")
        };
        Self {
            maker: ours,
            keys: roots().iter().map(|(code, root)| manifest(code, root)).collect(),
            runs: vec![
                run(&private, 0, 0, 5),
                run(&joint, 0, 0, 3),
                run(&private, 0, 4, 5),
                run(&partner, 3, 0, 2),
            ],
            checkpoints: vec![note.to_string()],
            entries,
            per_chunk: 4,
        }
    }

    /// The file, signed by its maker.
    pub(crate) fn write(&self) -> Vec<u8> {
        let statement = CourtStatement {
            agency: self.maker.clone(),
            created_at: at(),
            about: "case 12/2017".to_owned(),
            keys: self.keys.clone(),
            runs: self.runs.clone(),
            checkpoints: self.checkpoints.clone(),
        };
        let mut writer =
            CourtWriter::start(Vec::new(), &statement, &node(&self.maker)).expect("memory to write to");
        for part in self.entries.chunks(self.per_chunk) {
            let (bytes, proofs): (Vec<&[u8]>, Vec<_>) =
                part.iter().map(|(bytes, proof)| (bytes.as_slice(), proof.clone())).unzip();
            // An entry that no chunk can hold is left out of the file; both verifiers see the hole.
            if let Ok(chunk) = Chunk::pack(&bytes) {
                writer.chunk(&chunk, &proofs).expect("memory to write to");
            }
        }
        writer.finish().expect("memory to write to")
    }

    /// One fault, signed where a signature can be had.
    pub(crate) fn change(&mut self, dice: &mut Dice) {
        let at = dice.index(&self.entries).min(self.entries.len().saturating_sub(1));
        match dice.below(16) {
            0 if self.entries.len() > 1 => drop(self.entries.remove(at)),
            1 => self.entries.insert(at, self.entries[at].clone()),
            2 => {
                let other = dice.index(&self.entries);
                self.entries.swap(at, other);
            }
            3 => self.change_run(dice),
            4 => self.change_proof(at, dice),
            5 => self.change_checkpoint(dice),
            6 => self.change_keys(dice),
            7 => self.per_chunk = 1 + dice.below(9) as usize,
            8 => forge::erase(&mut self.entries[at].0),
            9 => {
                let byte = dice.index(&self.entries[at].0);
                self.entries[at].0[byte] ^= 1 << dice.below(8);
            }
            10..=12 => forge::header(&mut self.entries[at].0, dice),
            _ => forge::body(&mut self.entries[at].0, dice),
        }
    }

    fn change_run(&mut self, dice: &mut Dice) {
        let which = dice.index(&self.runs);
        let run = &mut self.runs[which];
        match dice.below(7) {
            0 => run.from = dice.below(7),
            1 => run.until = dice.below(9),
            2 => run.generation ^= 1,
            3 => {
                run.feed.audience =
                    AudienceId::from_uuid(Uuid::from_u128(0xA0 + u128::from(dice.below(0x20))))
            }
            4 => run.until = u64::MAX,
            5 => run.from = u64::MAX - dice.below(2),
            _ => drop(self.runs.remove(which)),
        }
        if self.runs.is_empty() {
            self.runs = Self::sound().runs;
        }
    }

    fn change_proof(&mut self, at: usize, dice: &mut Dice) {
        let proof = &mut self.entries[at].1;
        match (dice.below(5), proof.as_mut()) {
            (0, Some(proof)) => proof.index ^= 1 << dice.below(4),
            (1, Some(proof)) => proof.path.push(Hash32([dice.byte(); 32])),
            (2, Some(proof)) => drop(proof.path.pop()),
            (3, Some(InLog { path, .. })) if !path.is_empty() => {
                let which = dice.index(path);
                path[which].0[dice.below(32) as usize] ^= 1;
            }
            (_, Some(_)) => *proof = None,
            (_, None) => *proof = Some(InLog { index: dice.below(9), path: vec![Hash32::ZERO] }),
        }
    }

    fn change_checkpoint(&mut self, dice: &mut Dice) {
        let (ours, theirs) = (agency("KH-CIB"), agency("TH-DSI"));
        let root = Hash32([dice.byte(); 32]);
        let other = |of: &AgencyCode, size| Checkpoint { agency: of.clone(), size, root };
        match dice.below(8) {
            0 => self.checkpoints.clear(),
            1 => self.checkpoints.push(other(&ours, 7).sign(&node(&ours))),
            2 => self.checkpoints.push(other(&ours, 8 + dice.below(3)).sign(&node(&ours))),
            3 => self.checkpoints.push(other(&theirs, dice.below(4)).sign(&node(&theirs))),
            4 => self.checkpoints.push(other(&ours, 3).sign(&node(&theirs))),
            5 => self.checkpoints.push(self.checkpoints.first().cloned().unwrap_or_default()),
            6 => {
                // A cosignature that its witness never made, under the id of the witness's key.
                let wrong = self
                    .checkpoints
                    .iter()
                    .map(|note| note.replace("lintas/TH-DSI ", "lintas/KH-CIB "))
                    .collect();
                self.checkpoints = wrong;
            }
            _ => {
                let signs = ['\n', ' ', '0', 'A', '=', '+', '/', '\r', '\u{85}', '\u{2014}', '\u{a0}', '9'];
                for note in &mut self.checkpoints {
                    let mut text: Vec<char> = note.chars().collect();
                    let at = dice.index(&text);
                    text[at] = signs[dice.index(&signs)];
                    *note = text.into_iter().collect();
                }
            }
        }
    }

    fn change_keys(&mut self, dice: &mut Dice) {
        let which = dice.index(&self.keys);
        let stranger = Signer::from_seed(&[dice.byte(); 32]);
        let key = &mut self.keys[which];
        let root = roots()[&key.agency].clone();
        let resigned =
            |manifest: &KeyManifest, by: &Signer| sign_manifest(manifest.clone(), by).expect("a manifest");
        match dice.below(8) {
            0 => key.node_key = stranger.public().to_string(),
            1 => *key = resigned(key, &stranger),
            2 => {
                key.node_key = stranger.public().to_string();
                *key = resigned(key, &root);
            }
            3 => {
                let weak = ["01", "ec", "ed", "00", "26e8", "c7", "ff", "zz", "02", "03", "04", "05"];
                key.node_key = format!("{:0<64}", weak[dice.index(&weak)]);
                *key = resigned(key, &root);
            }
            4 => {
                key.node_key = key.node_key.to_uppercase();
                *key = resigned(key, &root);
            }
            5 => {
                let twice = self.keys[which].clone();
                self.keys.push(twice);
            }
            6 => {
                key.valid_from = key.valid_from.plus_days(1);
                *key = resigned(key, &root);
            }
            _ => drop(self.keys.remove(which)),
        }
        if self.keys.is_empty() {
            self.keys = Self::sound().keys;
        }
    }
}
