//! The head that all tabs of a case share: title, state, members, what can be done, the tabs.

use askama::Template;
use askama::filters::HtmlSafe;
use lintas_casework::document::DocumentKind;
use lintas_model::lifecycle::{CaseMove, CaseState};
use lintas_model::{AgencyCode, CaseId};

use super::line;
use crate::components::{Button, Pill, Text, Tone};
use crate::page::Page;
use crate::urls::{self, CaseTab};

/// What the head needs to know about a case.
#[derive(Debug, Clone)]
pub(crate) struct CaseFace {
    pub(crate) case: CaseId,
    pub(crate) title: String,
    pub(crate) reference: String,
    pub(crate) state: CaseState,
    pub(crate) owner: AgencyCode,
    pub(crate) members: Vec<AgencyCode>,
    pub(crate) protected: u64,
    /// How many things stand on each tab, in the order of `CaseTab::ALL`; none for the overview.
    pub(crate) counts: [Option<u64>; CaseTab::ALL.len()],
    /// What this officer may do.
    pub(crate) moves: Vec<CaseMove>,
    pub(crate) can_write: bool,
    pub(crate) can_release: bool,
}

impl CaseFace {
    /// Whether anything more is done in it.
    pub(crate) fn is_open(&self) -> bool {
        self.state != CaseState::Closed
    }
}

struct Tab {
    href: String,
    label: String,
    count: Option<u64>,
    current: bool,
}

/// The head of a case.
#[derive(Template)]
#[template(path = "components/case_head.html")]
pub(crate) struct CaseHead {
    title: Text,
    reference: String,
    pills: Vec<Pill>,
    add_report: Option<(String, String)>,
    release: Option<(String, String)>,
    who: (String, String),
    print: (String, String),
    moves: Vec<Button>,
    moves_label: String,
    tabs: Vec<Tab>,
    tabs_label: String,
}

impl HtmlSafe for CaseHead {}

impl CaseHead {
    /// The head with one tab marked.
    pub(crate) fn new(page: &Page, face: &CaseFace, current: CaseTab) -> Self {
        let mut pills = vec![line::state(page, face.state)];
        pills.extend(line::joint(page, &face.members));
        pills.push(Pill::new(Tone::Plain, page.words.fill("case-owner", &[("agency", face.owner.as_str())])));
        if face.protected > 0 {
            pills
                .push(Pill::new(Tone::Victim, format!("◆ {}", page.count("case-protected", face.protected))));
        }
        let tabs = CaseTab::ALL
            .into_iter()
            .zip(face.counts)
            .map(|(tab, count)| Tab {
                href: urls::case(face.case, tab),
                label: page.word("tab", tab.word()),
                count,
                current: tab == current,
            })
            .collect();
        let moves = face.moves.iter().map(|step| {
            Button::new(page, urls::case_step(face.case), page.word("case-move", step.as_str()))
                .with("step", step.as_str())
                .style("")
        });
        Self {
            title: Text::new(&face.title),
            reference: face.reference.clone(),
            pills,
            add_report: face.can_write.then(|| (urls::report_add_to(face.case), page.say("report-add"))),
            release: face.can_release.then(|| (urls::release_from(face.case), page.say("release-do"))),
            who: (urls::who(face.case), page.say("who-button")),
            print: (
                urls::document(DocumentKind::TargetPackage.as_str(), face.case),
                page.word("document", DocumentKind::TargetPackage.as_str()),
            ),
            moves: moves.collect(),
            moves_label: page.say("case-moves"),
            tabs,
            tabs_label: page.say("case-tabs"),
        }
    }
}

#[cfg(test)]
pub(crate) fn sample() -> CaseFace {
    use crate::sample;
    CaseFace {
        case: sample::id(1),
        title: "LOTUS BRIDGE".into(),
        reference: "KH-2026-0142".into(),
        state: CaseState::Active,
        owner: sample::agency("KH-CIB"),
        members: vec![sample::agency("KH-CIB"), sample::agency("TH-DSI"), sample::agency("VN-C02")],
        protected: 6,
        counts: [
            None,
            Some(3),
            Some(9),
            None,
            Some(1),
            Some(3),
            Some(2),
            Some(1),
            Some(1),
            Some(1),
            Some(2),
            Some(12),
        ],
        moves: vec![CaseMove::Suspend, CaseMove::Close],
        can_write: true,
        can_release: true,
    }
}
