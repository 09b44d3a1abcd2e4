//! What stands around every page: banner, node, navigation, officer, language, notice.

use lintas_model::handling::Purpose;
use lintas_model::{CaseId, Handling, Language, Role};

use crate::assets;
use crate::components::{Field, HandlingMark, Input, Problems};
use crate::routes::demo::tour::Tour;
use crate::urls;
use crate::words::Words;

/// Light, dark, or as the device says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All, in the order in which they are offered.
    pub(crate) const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in the cookie and in messages.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word.
    pub(crate) fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
    }
}

/// The main places of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Inbox,
    Cases,
    Search,
    Matches,
    Warrants,
    Pursuits,
    Import,
    Releases,
    Sync,
    Region,
    Directory,
    Sealed,
    Sources,
    SealedKeeping,
    Mentor,
    Admin,
    /// Outside the main places.
    Elsewhere,
}

impl Place {
    const MAIN: [(Self, &'static str, &'static str, &'static str); 16] = [
        (Self::Inbox, urls::INBOX, "nav-inbox", "g i"),
        (Self::Cases, urls::CASES, "nav-cases", "g c"),
        (Self::Search, urls::SEARCH, "nav-search", "g s"),
        (Self::Matches, urls::MATCHES, "nav-matches", "g t"),
        (Self::Warrants, urls::WARRANTS, "nav-warrants", "g w"),
        (Self::Pursuits, urls::PURSUITS, "nav-pursuits", "g q"),
        (Self::Import, urls::IMPORTS, "nav-import", "g m"),
        (Self::Releases, urls::RELEASES, "nav-releases", "g l"),
        (Self::Sync, urls::SYNC, "nav-sync", "g p"),
        (Self::Region, urls::REGION, "nav-region", "g r"),
        (Self::Directory, urls::DIRECTORY, "nav-directory", "g d"),
        (Self::Sealed, urls::SEALED, "nav-sealed", "g v"),
        (Self::Sources, urls::SOURCES, "nav-sources", "g u"),
        (Self::SealedKeeping, urls::SEALED_KEEPING, "nav-keeping", "g k"),
        (Self::Mentor, urls::MENTOR, "nav-mentor", "g o"),
        (Self::Admin, urls::ADMIN, "nav-admin", "g a"),
    ];

    /// Whether people in these roles have work there; the policy decides in the end.
    fn is_for(self, roles: &[Role]) -> bool {
        let any = |these: &[Role]| roles.iter().any(|role| these.contains(role));
        match self {
            Self::Inbox | Self::Region | Self::Directory | Self::Elsewhere => true,
            Self::Admin => any(&[Role::Administrator]),
            Self::Sealed => any(&[Role::VictimSupport, Role::SupportLead]),
            Self::Sources => any(&[Role::SourceHandler]),
            Self::SealedKeeping => any(&[Role::SealedAdministrator]),
            Self::Mentor => any(&[Role::Mentor]),
            Self::Sync => any(&[Role::Administrator, Role::CaseLead, Role::Analyst, Role::Steward]),
            Self::Pursuits => any(&[Role::Prosecutor, Role::CaseLead]),
            Self::Import | Self::Matches => any(&[Role::Analyst, Role::CaseLead]),
            Self::Releases => any(&[Role::CaseLead, Role::Analyst, Role::Prosecutor]),
            Self::Warrants => any(&[Role::Prosecutor, Role::CaseLead, Role::Analyst, Role::Officer]),
            // Support workers are not led to suspects: their work is in the sealed space.
            Self::Cases | Self::Search => {
                any(&[Role::Officer, Role::Analyst, Role::CaseLead, Role::Prosecutor])
            }
        }
    }
}

/// The strictest marking of what the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Level {
    /// Nothing to protect.
    Open,
    /// Of the service.
    #[default]
    Official,
    /// Case data.
    Restricted,
    /// Strictly handled case data.
    Confidential,
    /// About protected persons.
    Victim,
}

impl Level {
    /// The class in the stylesheet.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Official => "official",
            Self::Restricted => "restricted",
            Self::Confidential => "confidential",
            Self::Victim => "victim",
        }
    }

    /// The fill of its bar on paper, with white letters on it.
    pub(crate) fn colour(self) -> &'static str {
        match self {
            Self::Open => "#1f4d33",
            Self::Official => "#334155",
            Self::Restricted => "#7a4a00",
            Self::Confidential => "#7a1f1f",
            Self::Victim => "#4f2a80",
        }
    }

    /// The symbol before the word.
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Open => "○",
            Self::Official => "●",
            Self::Restricted => "▲",
            Self::Confidential => "■",
            Self::Victim => "◆",
        }
    }

    /// The level of material under a handling.
    pub(crate) fn of(handling: &Handling) -> Self {
        use lintas_model::handling::{HandlingCode, Tlp};
        let strict = handling.codes.contains(&HandlingCode::H3) || handling.tlp >= Tlp::AmberStrict;
        if strict { Self::Confidential } else { Self::Restricted }
    }
}

/// The node as the page shows it.
#[derive(Debug, Clone)]
pub(crate) struct NodeFace {
    /// The agency's code.
    pub(crate) code: String,
    /// The agency's name.
    pub(crate) name: String,
    /// Whether nothing on the node is real.
    pub(crate) demo: bool,
    /// Where the region at a glance is found, on a demo node.
    pub(crate) demo_home: Option<String>,
}

/// The officer as the page shows it.
#[derive(Debug, Clone)]
pub(crate) struct OfficerFace {
    /// The name inside the agency.
    pub(crate) name: String,
    /// The roles.
    pub(crate) roles: Vec<Role>,
    /// For which purpose the session acts.
    pub(crate) purpose: Purpose,
    /// The purposes to choose from.
    pub(crate) purposes: Vec<Purpose>,
}

/// A notice at the top of the page.
#[derive(Debug, Clone)]
pub(crate) struct Notice {
    /// `ok`, `warn` or `dan`.
    pub(crate) class: &'static str,
    /// What it says.
    pub(crate) text: String,
    /// The number under which it can be taken back, and the words of the button.
    pub(crate) undo: Option<(u64, String)>,
}

/// Everything around a page.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) words: Words,
    pub(crate) theme: Theme,
    /// Path and query of this page, for coming back to it.
    pub(crate) here: String,
    pub(crate) node: NodeFace,
    pub(crate) officer: Option<OfficerFace>,
    /// Proves that a form came from a page of this session.
    pub(crate) token: String,
    pub(crate) place: Place,
    pub(crate) level: Level,
    /// The strictest handling on the page, in words.
    pub(crate) handling: Option<String>,
    pub(crate) notice: Option<Notice>,
    /// How many things wait in the inbox.
    pub(crate) waiting: u64,
    /// Whether officers sign grave acts here.
    pub(crate) signs: bool,
    /// Why the password that was to sign the form did not.
    pub(crate) sign_problem: Option<String>,
    /// Where the tour of the demo stands.
    pub(crate) tour: Option<Tour>,
}

/// An entry of the navigation.
pub(crate) struct NavItem {
    pub(crate) href: &'static str,
    pub(crate) label: String,
    pub(crate) key: &'static str,
    pub(crate) current: bool,
}

impl Page {
    /// Says where in the program the page stands.
    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Raises the banner to at least a level.
    pub(crate) fn level(mut self, level: Level) -> Self {
        self.level = self.level.max(level);
        self
    }

    /// Raises the banner to the strictest of the handlings that the page shows.
    pub(crate) fn handlings<'a>(mut self, handlings: impl IntoIterator<Item = &'a Handling>) -> Self {
        let mut all = Handling::default();
        let mut seen = false;
        for handling in handlings {
            all.tlp = if seen { all.tlp.max(handling.tlp) } else { handling.tlp };
            all.codes.extend(handling.codes.iter().copied());
            seen = true;
        }
        if seen {
            self.level = self.level.max(Level::of(&all));
            self.handling = Some(HandlingMark::meaning(&self.words, &all));
        }
        self
    }

    /// The field for the password with which an officer signs a grave act, where officers sign. `id` tells it from others on
    /// the page.
    pub(crate) fn signature(&self, id: &str) -> Option<Field> {
        let secret = Input::Secret { autocomplete: "current-password" };
        let mut problems = Problems::default();
        if let Some(problem) = &self.sign_problem {
            problems.add("_sign", problem.clone());
        }
        self.signs.then(|| {
            Field::new("_sign", self.say("sign-password"), secret)
                .id(format!("sign-{id}"))
                .hint(self.say("sign-hint"))
                .problems(&problems)
        })
    }

    /// A message.
    pub(crate) fn say(&self, id: &str) -> String {
        self.words.say(id)
    }

    /// A message that counts.
    pub(crate) fn count(&self, id: &str, n: u64) -> String {
        self.words.count(id, n)
    }

    /// The message for one word of a closed list.
    pub(crate) fn word(&self, list: &str, word: &str) -> String {
        self.words.word(list, word)
    }

    /// The BCP 47 tag of the page.
    pub(crate) fn lang(&self) -> &'static str {
        self.words.language().tag()
    }

    /// The languages on offer.
    pub(crate) fn languages(&self) -> &[Language] {
        self.words.offered()
    }

    /// Whether a language is the one of the page.
    pub(crate) fn speaks(&self, language: &Language) -> bool {
        *language == self.words.language()
    }

    /// The lights on offer: word, label, whether chosen.
    pub(crate) fn themes(&self) -> Vec<(&'static str, String, bool)> {
        Theme::ALL
            .into_iter()
            .map(|theme| (theme.word(), self.word("theme", theme.word()), theme == self.theme))
            .collect()
    }

    /// The navigation for this officer.
    pub(crate) fn nav(&self) -> Vec<NavItem> {
        let Some(officer) = &self.officer else { return Vec::new() };
        Place::MAIN
            .iter()
            .filter(|(place, ..)| place.is_for(&officer.roles))
            .map(|(place, href, label, key)| NavItem {
                href,
                label: match place {
                    Place::Inbox if self.waiting > 0 => self.count("nav-inbox-waiting", self.waiting),
                    _ => self.say(label),
                },
                key,
                current: *place == self.place,
            })
            .collect()
    }

    /// Where a script hears of news: of the inbox, and of the case whose page this is.
    pub(crate) fn news(&self) -> String {
        let case = self.here.strip_prefix("/cases/").and_then(|rest| rest.split(['/', '?']).next());
        match case.filter(|id| id.parse::<CaseId>().is_ok()) {
            Some(case) => format!("{}?case={case}", urls::NEWS),
            None => urls::NEWS.to_owned(),
        }
    }

    /// The officer's roles in words.
    pub(crate) fn roles(&self) -> String {
        let roles = self.officer.iter().flat_map(|officer| &officer.roles);
        roles.map(|role| self.word("role", role.as_str())).collect::<Vec<_>>().join(", ")
    }

    /// The purposes on offer: word, label, whether it is the one acted for.
    pub(crate) fn purposes(&self) -> Vec<(&'static str, String, bool)> {
        let Some(officer) = &self.officer else { return Vec::new() };
        officer
            .purposes
            .iter()
            .map(|purpose| {
                (purpose.as_str(), self.word("purpose", purpose.as_str()), *purpose == officer.purpose)
            })
            .collect()
    }

    /// The purpose acted for, in words.
    pub(crate) fn purpose(&self) -> String {
        self.officer
            .as_ref()
            .map(|officer| self.word("purpose", officer.purpose.as_str()))
            .unwrap_or_default()
    }

    /// The address of a file of the assets folder.
    pub(crate) fn asset(&self, name: &str) -> &'static str {
        assets::url(name)
    }
}
