//! The answer: people in order, with everything that speaks for the order.

use serde::Serialize;

use super::confidence::confidence;
use super::contacts::Contacts;
use super::layers::Layers;
use super::people::{People, Standing};
use super::position::Position;
use super::score::{quietness, scores, worth};
use super::signals::{SignalTable, Told, signals};
use super::unobserved::unobserved;
use super::why::Reasons;
use crate::measures::betweenness::sampled_betweenness;
use crate::measures::closeness::sampled_nearness;
use crate::measures::communities::communities;
use crate::measures::components::weak_components;
use crate::measures::core_number::core_number;
use crate::measures::cut_points::cut_points;
use crate::measures::degree::strength;
use crate::measures::eigenvector::eigenvector;
use crate::measures::pagerank::{PageRankOptions, pagerank};
use crate::measures::structural_holes::{constraint, effective_size};
use crate::measures::triangles::clustering;

/// Version of the analysis; changes whenever the same input may give another answer.
pub(super) const RANK_VERSION: u32 = 2;

/// How a ranking is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RankOptions {
    /// Seed of everything drawn at random.
    pub seed: u64,
    /// Times the contacts are resampled for the confidence; fewer are made of very long lists.
    pub resamples: usize,
    /// People, from the first, who get every reason; the others get the one that names their strongest tie.
    pub explained: usize,
}

impl Default for RankOptions {
    fn default() -> Self {
        RankOptions { seed: 1, resamples: 40, explained: 500 }
    }
}

/// A ranking with what is needed to make it again.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// Version of the analysis.
    pub version: u32,
    /// How it was made.
    pub options: RankOptions,
    /// Number of people.
    pub n_people: usize,
    /// Number of contacts used.
    pub n_contacts: usize,
    /// Number of pairs in contact.
    pub n_ties: usize,
    /// Resamples behind the confidence.
    pub n_resamples: usize,
    /// Sources searched for betweenness and closeness; fewer than people means estimates.
    pub n_sources: usize,
    /// Most that an estimated betweenness is off, with probability 0.95; 0 when exact.
    pub betweenness_error: f64,
    /// Share of the first places that were right in made networks whose lists told as much as this one; how much an
    /// order of this sort is worth at best.
    pub first_places_right: f64,
    /// What this ranking could not see or had to assume.
    pub limits: Vec<String>,
    /// Where somebody may stand who is not in the list; never a claim that there is somebody.
    pub unobserved: Vec<Unobserved>,
    /// Everybody, first place first.
    pub people: Vec<RankedPerson>,
}

/// A possibility, not a person: insulated or unobserved.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Unobserved {
    /// Ids of the people beside the gap.
    pub beside: Vec<String>,
    /// Why somebody may be missing there.
    pub note: String,
}

/// One person's place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankedPerson {
    /// Id as written in the list.
    pub id: String,
    /// Name, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Place, 1 first; people with equal scores share the better place.
    pub rank: usize,
    /// How much speaks for this person organising, 0 to 1; not a probability.
    pub organiser_score: f64,
    /// How far the place can be relied on, 0 to 1: the share of resampled lists in which the person stays on the
    /// same side of the shortlist, times [`Ranking::first_places_right`] for those on it.
    pub confidence: f64,
    /// What speaks for and against, in sentences.
    pub why: Vec<String>,
    /// The contacts each sentence of `why` rests on, in the same order: `record` as it was given with the contact,
    /// the row of the file or the place in the caller's list. A sentence about what an officer noted has none.
    pub evidence: Vec<Vec<u32>>,
    /// The signals behind the score.
    pub signals: Signals,
    /// Measures of the whole network, nobody set aside.
    pub measures: Measures,
}

/// Signals from 0 to 1; absent where the list says nothing about them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Signals {
    /// Looks merely busy.
    pub busy: f64,
    /// Central once the merely busy are set aside.
    pub standing: f64,
    /// Near to everybody through few contacts.
    pub seclusion: f64,
    /// What falls apart without the person.
    pub control: f64,
    /// Above others where orders and money run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub command: Option<f64>,
    /// Height in the chain of orders and money (SpringRank), as a share of people lower.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<f64>,
    /// What reaches the person when orders and money are followed up, as a share of people with less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deference: Option<f64>,
    /// Money received less money paid, as a share of people with less.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub income: Option<f64>,
    /// People below along any chain, as a share of people with fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<f64>,
    /// People below who are reached only through others, as a share of people with fewer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indirect: Option<f64>,
    /// Share of the person's orders and payments in which they stand above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dominance: Option<f64>,
    /// Contacts that ask for trust.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trust: Option<f64>,
    /// Present through the phases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persistence: Option<f64>,
    /// Family ties to people of standing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kinship: Option<f64>,
    /// Where the person stands among those who lead.
    pub position: Position,
}

/// Measures as each file of [`crate::measures`] defines them, on the undirected network of weighed ties.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Measures {
    /// People in contact.
    pub degree: u32,
    /// Contacts in which the person is named first.
    pub contacts_out: u32,
    /// Contacts in which the person is named second.
    pub contacts_in: u32,
    /// Weighed evidence of all ties.
    pub strength: f64,
    /// Shortest paths between others.
    pub betweenness: f64,
    /// Nearness to those who can be reached.
    pub closeness: f64,
    /// Sum of 1 / distance.
    pub harmonic: f64,
    /// Importance through important neighbours.
    pub eigenvector: f64,
    /// Share of a random walk.
    pub pagerank: f64,
    /// Depth in the densest part.
    pub core: u32,
    /// Neighbours not redundant to each other.
    pub effective_size: f64,
    /// Burt's constraint.
    pub constraint: f64,
    /// Neighbours in contact with each other.
    pub clustering: f64,
    /// Number of the connected part.
    pub component: u32,
    /// Number of the community.
    pub community: u32,
    /// Whether the network falls apart without the person.
    pub cut_point: bool,
    /// Pairs of others without a path when the person is gone.
    pub pairs_separated: f64,
}

/// Ranks everybody in `list`, and everybody in `people` who is in no contact.
///
/// This is a pure function of contacts, so a case is ranked as a file is: the caller decides which relations, calls and
/// meetings the reader may see, pushes each with the grade of its report and its place in the caller's own list as
/// `record`, and finds in [`RankedPerson::evidence`] the places behind every sentence, to name the records it used and
/// to mark the finding as the strictest of them. With labels in `people` the sentences name people as the reader knows
/// them. Nothing that was not pushed has any part in the answer.
///
/// Same contacts in any order, same people and options give the same answer. No value is NaN or infinite.
///
/// ```
/// use lintas_network::graph::{GradeBand, TieKind};
/// use lintas_network::rank::{Contacts, People, RankOptions, rank};
///
/// let mut contacts = Contacts::default();
/// for (place, (from, to)) in (0..).zip([("ant", "bee"), ("ant", "cat"), ("bee", "dog")]) {
///     contacts.push(from, to, TieKind::Order, Some(1_451_606_400), 1.0, GradeBand::High, place);
/// }
/// let ranking = rank(&contacts, &People::default(), RankOptions::default());
/// let first = &ranking.people[0];
/// assert_eq!(first.why.len(), first.evidence.len());
/// assert!(first.evidence.iter().flatten().all(|&place| place < 3));
/// ```
pub fn rank(list: &Contacts, people: &People, options: RankOptions) -> Ranking {
    let list = &list.in_order();
    let layers = Layers::new(list);
    let n = layers.len();
    let noted: Vec<Option<Standing>> =
        list.ids.iter().map(|id| people.by_id.get(id).and_then(|person| person.standing())).collect();
    let table = signals(&layers, list, options.seed, 1, None);
    let score = scores(&table, &noted);
    let whole = Whole::measure(&layers, options.seed);
    let (confidence, n_resamples) = confidence(&layers, list, &noted, &score, &table, options);

    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by(|&a, &b| {
        score[b as usize].total_cmp(&score[a as usize]).then_with(|| list.ids.name(a).cmp(list.ids.name(b)))
    });
    let reasons = Reasons { list, layers: &layers, table: &table, people };
    let mut ranked: Vec<RankedPerson> = Vec::with_capacity(n);
    for (place, &person) in order.iter().enumerate() {
        let at = person as usize;
        let rank = match ranked.last() {
            Some(before) if before.organiser_score == score[at] => before.rank,
            _ => place + 1,
        };
        let id = list.ids.name(person).to_owned();
        let is_first = place < options.explained;
        let reasons = if is_first { reasons.all(person) } else { reasons.brief(person) };
        let (why, evidence) = reasons.into_iter().map(|reason| (reason.sentence, reason.records)).unzip();
        ranked.push(RankedPerson {
            label: people.by_id.get(&id).and_then(|known| known.label.clone()),
            rank,
            organiser_score: score[at],
            confidence: confidence[at],
            why,
            evidence,
            signals: table.of(at),
            measures: whole.of(&layers, person),
            id,
        });
    }
    append_uncontacted(&mut ranked, list, people);
    Ranking {
        version: RANK_VERSION,
        options,
        n_people: ranked.len(),
        n_contacts: list.rows.len(),
        n_ties: layers.pairs.len(),
        n_resamples,
        n_sources: whole.n_sources,
        betweenness_error: whole.betweenness_error,
        first_places_right: worth(&table),
        limits: limits(list, &whole, &table, n),
        unobserved: unobserved(&layers, list, &table, &score, &order),
        people: ranked,
    }
}

/// Adds people of whom no contact is known, last, with what that means.
fn append_uncontacted(ranked: &mut Vec<RankedPerson>, list: &Contacts, people: &People) {
    let rank = ranked.len() + 1;
    for (id, person) in people.by_id.iter().filter(|(id, _)| list.ids.find(id).is_none()) {
        let none = SignalTable::none();
        ranked.push(RankedPerson {
            id: id.clone(),
            label: person.label.clone(),
            rank,
            organiser_score: 0.0,
            confidence: 0.0,
            why: vec!["No contact of this person is in the list, so nothing can be said.".to_owned()],
            evidence: vec![Vec::new()],
            signals: none,
            measures: Measures::none(),
        });
    }
}

/// Measures of the whole network.
struct Whole {
    strength: Vec<f64>,
    betweenness: Vec<f64>,
    betweenness_error: f64,
    n_sources: usize,
    closeness: Vec<f64>,
    harmonic: Vec<f64>,
    eigenvector: Vec<f64>,
    pagerank: Vec<f64>,
    core: Vec<u32>,
    effective_size: Vec<f64>,
    constraint: Vec<f64>,
    clustering: Vec<f64>,
    component: Vec<u32>,
    community: Vec<u32>,
    cut_point: Vec<bool>,
    pairs_separated: Vec<f64>,
}

impl Whole {
    fn measure(layers: &Layers, seed: u64) -> Whole {
        let ties = &layers.ties;
        let n_sources = super::signals::n_sources(ties, 1);
        let betweenness = sampled_betweenness(ties, n_sources, seed);
        let nearness = sampled_nearness(ties, n_sources, seed);
        let cuts = cut_points(ties);
        Whole {
            strength: strength(ties),
            betweenness: betweenness.values,
            betweenness_error: betweenness.error_bound,
            n_sources: betweenness.n_sources,
            closeness: nearness.closeness,
            harmonic: nearness.harmonic,
            eigenvector: eigenvector(ties, true),
            pagerank: pagerank(ties, PageRankOptions { weighted: true, ..Default::default() }),
            core: core_number(ties),
            effective_size: effective_size(ties),
            constraint: constraint(ties, true),
            clustering: clustering(ties),
            component: weak_components(ties),
            community: communities(ties, 1.0, 1, seed),
            cut_point: cuts.is_cut_point,
            pairs_separated: cuts.pairs_separated,
        }
    }

    fn of(&self, layers: &Layers, person: u32) -> Measures {
        let at = person as usize;
        Measures {
            degree: layers.ties.degree(person) as u32,
            contacts_out: layers.graph.outgoing(person).len() as u32,
            contacts_in: layers.graph.incoming(person).count() as u32,
            strength: self.strength[at],
            betweenness: self.betweenness[at],
            closeness: self.closeness[at],
            harmonic: self.harmonic[at],
            eigenvector: self.eigenvector[at],
            pagerank: self.pagerank[at],
            core: self.core[at],
            effective_size: self.effective_size[at],
            constraint: self.constraint[at],
            clustering: self.clustering[at],
            component: self.component[at],
            community: self.community[at],
            cut_point: self.cut_point[at],
            pairs_separated: self.pairs_separated[at],
        }
    }
}

impl Measures {
    fn none() -> Measures {
        Measures {
            degree: 0,
            contacts_out: 0,
            contacts_in: 0,
            strength: 0.0,
            betweenness: 0.0,
            closeness: 0.0,
            harmonic: 0.0,
            eigenvector: 0.0,
            pagerank: 0.0,
            core: 0,
            effective_size: 0.0,
            constraint: 1.0,
            clustering: 0.0,
            component: u32::MAX,
            community: u32::MAX,
            cut_point: false,
            pairs_separated: 0.0,
        }
    }
}

/// What the list does not say, and what follows for the answer.
fn limits(list: &Contacts, whole: &Whole, table: &SignalTable, n: usize) -> Vec<String> {
    let mut limits = Vec::new();
    let mut say = |text: &str| limits.push(text.to_owned());
    say("Only reported contacts are seen; somebody whom no source mentions cannot be ranked.");
    if !list.has_kinds {
        say(
            "The list does not say what kind a contact is, so direction of money and orders, kinship and trust were not used.",
        );
    }
    if !list.has_times {
        say("The list has no times, so changes over phases were not used.");
    }
    if !list.has_weights {
        say("The list has no weights, so people who are merely busy are harder to tell from leaders.");
    }
    if !list.has_grades {
        say("The contacts are not graded, so all were believed alike.");
    }
    if quietness(table) > 0.5 && matches!(table.told, Told::Bare | Told::Counts) {
        limits.push(format!(
            "Many contacts are with people who look merely busy, and the list does not say what kind the contacts are or when they were made: in made networks of this sort about {:.0} % of the first places were right. Take the order as a place to begin, not as a finding; kinds, times and directions of the contacts would tell most.",
            100.0 * worth(table)
        ));
    }
    let mut say = |text: &str| limits.push(text.to_owned());
    if n > 0 && n < 10 {
        say("Fewer than ten people: places depend on single contacts.");
    }
    if whole.n_sources < n {
        limits.push(format!(
            "Betweenness and closeness were estimated from {} of {n} people; betweenness is off by at most {:.0} with probability 0.95.",
            whole.n_sources, whole.betweenness_error
        ));
    }
    limits
}
