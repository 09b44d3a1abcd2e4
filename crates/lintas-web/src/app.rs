//! What every handler has at hand.

use std::path::PathBuf;
use std::sync::Arc;

use lintas_casework::Node;
use lintas_model::{Country, Language, Timestamp};

use crate::page::NodeFace;
use crate::security::attempts::Attempts;
use crate::security::listeners::Listeners;
use crate::security::once::Sent;
use crate::undo::Undoable;
use crate::words::Dictionary;
use crate::{DemoNode, words::Words};

/// What the pages of a node are made with.
pub struct AppParts {
    /// The node.
    pub node: Node,
    /// The messages.
    pub dictionary: Dictionary,
    /// Whether the pages are reached over TLS only; then cookies say so and browsers are told to insist.
    pub secure: bool,
    /// How much of the line a meeting with partners may use.
    pub pace: lintas_exchange::Pace,
    /// The nodes of the demo, on a demo node; empty otherwise.
    pub demo: Vec<DemoNode>,
    /// The nodes from whose records the demo's results are counted; empty otherwise.
    pub counted_from: Vec<Node>,
}

/// What every handler has at hand. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    parts: AppParts,
    dictionary: Arc<Dictionary>,
    attempts: Attempts,
    sent: Sent,
    listeners: Listeners,
    undoable: Undoable,
    uploads: PathBuf,
}

impl App {
    /// Puts the parts together.
    pub fn new(mut parts: AppParts) -> Self {
        let empty = Dictionary::empty();
        let dictionary = Arc::new(std::mem::replace(&mut parts.dictionary, empty));
        let uploads = parts.node.folder().join("uploads");
        Self(Arc::new(Inner {
            parts,
            dictionary,
            attempts: Attempts::default(),
            sent: Sent::default(),
            listeners: Listeners::default(),
            undoable: Undoable::default(),
            uploads,
        }))
    }

    /// The node.
    pub(crate) fn node(&self) -> &Node {
        &self.0.parts.node
    }

    /// The code of the node's agency.
    pub(crate) fn code(&self) -> &str {
        self.0.parts.node.code().as_str()
    }

    /// The present instant, by the node's clock.
    pub(crate) fn now(&self) -> Timestamp {
        self.0.parts.node.now()
    }

    /// Whether the pages are reached over TLS only.
    pub(crate) fn is_secure(&self) -> bool {
        self.0.parts.secure
    }

    /// Whether nothing on the node is real.
    pub(crate) fn is_demo(&self) -> bool {
        self.0.parts.node.config().demo
    }

    /// The nodes of the demo.
    pub(crate) fn demo(&self) -> &[DemoNode] {
        &self.0.parts.demo
    }

    /// The nodes from whose records the demo's results are counted.
    pub(crate) fn demo_nodes(&self) -> &[Node] {
        &self.0.parts.counted_from
    }

    /// How much of the line a meeting with partners may use.
    pub(crate) fn pace(&self) -> lintas_exchange::Pace {
        self.0.parts.pace
    }

    /// Where uploaded files lie.
    pub(crate) fn uploads(&self) -> &std::path::Path {
        &self.0.uploads
    }

    /// Recent attempts to sign in.
    pub(crate) fn attempts(&self) -> &Attempts {
        &self.0.attempts
    }

    /// Forms that were sent lately.
    pub(crate) fn sent(&self) -> &Sent {
        &self.0.sent
    }

    /// Who listens for news.
    pub(crate) fn listeners(&self) -> &Listeners {
        &self.0.listeners
    }

    /// What can be taken back.
    pub(crate) fn undoable(&self) -> &Undoable {
        &self.0.undoable
    }

    /// The messages in a language, in the node's own when none is chosen.
    pub(crate) fn words(&self, language: Option<Language>) -> Words {
        let language = language.unwrap_or_else(|| self.node().language());
        Words::new(self.0.dictionary.clone(), language, zone_minutes(self.node().config().country))
    }

    /// The node as its pages in a language show it.
    pub(crate) fn face(&self, language: Language) -> NodeFace {
        let names = &self.node().config().names;
        let name = names.get(language.tag()).or_else(|| names.get(Language::En.tag()));
        NodeFace {
            code: self.code().to_owned(),
            name: name.cloned().unwrap_or_else(|| self.code().to_owned()),
            demo: self.is_demo(),
            demo_home: (!self.demo().is_empty()).then(|| crate::urls::DEMO.to_owned()),
        }
    }
}

/// Minutes ahead of UTC in a country of the network; none of the eight changes its clocks in summer.
/// Indonesia has three zones; its national agencies sit in the western one.
fn zone_minutes(country: Option<Country>) -> i32 {
    match country {
        Some(Country::BD) => 6 * 60,
        Some(Country::KH | Country::ID | Country::LA | Country::TH | Country::VN) => 7 * 60,
        Some(Country::MY | Country::PH) => 8 * 60,
        _ => 0,
    }
}
