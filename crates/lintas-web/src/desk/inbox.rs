//! The inbox.

use lintas_casework::hits::{Alarm, Question};
use lintas_casework::inquiry::InquiryView;
use lintas_casework::misstep::Misstep;
use lintas_casework::new_log::OtherLog;
use lintas_casework::pursuit::BoardLine;
use lintas_casework::{Ctx, inbox, sealed};
use lintas_model::PartialDate;

use crate::components::{Moment, Pill, Text, Tone};
use crate::desk;
use crate::problem::Problem;
use crate::routes::inbox::show::{Waiting, WaitingGroup};
use crate::routes::reports::line::ReportLine;
use crate::routes::sync::show::PartnerState;
use crate::routes::tasks::line::TaskLine;
use crate::urls::{self, CaseTab};
use crate::words::Words;

/// What lies on the officer's desk.
pub(crate) struct Desk {
    pub(crate) groups: Vec<WaitingGroup>,
    pub(crate) reports: Vec<ReportLine>,
    pub(crate) partners: Vec<(String, PartnerState)>,
    pub(crate) can_report: bool,
}

/// What waits for the officer, by kind, and what came in.
pub(crate) async fn open(ctx: &Ctx, words: &Words) -> Result<Desk, Problem> {
    let found = inbox::show(ctx).await?;
    let overdue = || Pill::new(Tone::Danger, words.say("overdue"));
    let task = |view| {
        let line: TaskLine = desk::tasks::line(ctx, view);
        Waiting {
            href: urls::case(line.case, CaseTab::Tasks),
            text: Text::new(line.title),
            below: Some(Text::own(format!("{} → {}", line.set_by, line.asked))),
            when: line.due.map(|due| Moment::on(words, due)),
            pill: line.overdue.then(overdue),
        }
    };
    let inquiry = |view: InquiryView| Waiting {
        href: urls::inquiry(view.id),
        text: Text::new(&view.inquiry.body.question),
        below: Some(Text::own(format!("{} → {}", view.inquiry.mark.originator, view.inquiry.body.agency))),
        when: view.inquiry.body.due.map(|due| Moment::on(words, due)),
        pill: view.overdue.then(overdue),
    };
    let pressing = |line: &BoardLine| Waiting {
        href: urls::request(line.id),
        text: Text::own(format!(
            "{} · {}",
            words.word("request-kind", line.request.kind.as_str()),
            words.word("country", &line.request.requested.as_str().to_lowercase())
        )),
        below: Some(Text::new(&line.request.reference)),
        when: line.due.map(|day| Moment::on(words, PartialDate::from(day))),
        pill: Some(crate::routes::pursuits::board::urgency(words, line.urgency)),
    };
    let report = |line: &ReportLine| Waiting {
        href: urls::report(line.report),
        text: Text::tagged(&line.title, line.language.as_deref()),
        below: Some(Text::own(line.agency.as_str())),
        when: Some(Moment::day(words, line.received)),
        pill: None,
    };
    let warrant = |view| {
        let line = desk::warrants::line(view);
        Waiting {
            href: urls::warrant(line.warrant),
            text: Text::new(line.name),
            below: Some(Text::own(line.number)),
            when: line.checked.map(|on| Moment::on(words, on)),
            pill: None,
        }
    };
    let ungraded = desk::reports::lines(ctx, found.ungraded).await?;
    let received = desk::reports::lines(ctx, found.received).await?;
    let misstep = |found: &Misstep| Waiting {
        href: found
            .case
            .map_or_else(|| urls::who(found.mark.object), |case| urls::case(case, CaseTab::Journal)),
        text: Text::own(desk::cases::misstep_text(words, found)),
        below: None,
        when: Some(Moment::day(words, found.mark.at)),
        pill: Some(Pill::new(Tone::Warn, words.say("misstep-pill"))),
    };
    let question = |found: &Question| Waiting {
        href: urls::hit_question(found.id),
        text: Text::own(words.fill("hits-question", &[("who", found.to.as_str())])),
        below: Some(Text::new(format!("{} · {}", found.asked_by, found.legal_basis))),
        when: Some(Moment::day(words, found.mark.at)),
        pill: Some(Pill::new(
            Tone::Warn,
            found
                .needs_second
                .iter()
                .map(|why| words.word("second-for", why.as_str()))
                .collect::<Vec<_>>()
                .join(" · "),
        )),
    };
    let alarm = |found: &Alarm| Waiting {
        href: urls::HITS.to_owned(),
        text: Text::own(desk::hits::alarm_text(words, found)),
        below: None,
        when: Some(Moment::day(words, found.at)),
        pill: Some(Pill::new(Tone::Danger, words.word("second-for", "dense_range"))),
    };
    let other_log = |found: &OtherLog| Waiting {
        href: urls::SYNC.to_owned(),
        text: Text::own(words.fill("inbox-other-log", &[("who", found.partner.as_str())])),
        below: found.proposal.as_ref().map(|proposal| Text::new(&proposal.reason)),
        when: Some(Moment::day(words, found.at)),
        pill: Some(Pill::new(Tone::Danger, words.say("contradictions"))),
    };
    let saved = |found: &lintas_casework::search::Saved| {
        let line = desk::search::line(found);
        Waiting {
            href: line.href,
            text: Text::new(line.text),
            below: None,
            when: None,
            pill: Some(Pill::new(Tone::Info, words.count("inbox-new", found.new))),
        }
    };
    let group = |title: &str, items: Vec<Waiting>| WaitingGroup { title: words.say(title), items };
    let counted = |count: usize, href: &str, message: &str| {
        let item = Waiting {
            href: href.to_owned(),
            text: Text::own(words.say(message)),
            below: None,
            when: None,
            pill: Some(Pill::new(Tone::Victim, crate::numbers::whole(words.language(), count as u64))),
        };
        if count > 0 { vec![item] } else { Vec::new() }
    };
    let keys = sealed::dossier::waiting_for(ctx).await;
    let told = sealed::disclosure::open_to(ctx).await;
    let mut second: Vec<Waiting> = found.to_approve.iter().map(question).collect();
    second.extend(found.other_logs.iter().map(other_log));
    let groups = vec![
        group("nav-sealed", counted(keys, urls::SEALED, "inbox-second-key")),
        group("disclosed-title", counted(told, urls::TOLD, "inbox-told")),
        group("inbox-second", second),
        group("inbox-alarms", found.alarms.iter().map(alarm).collect()),
        group("inbox-tasks", found.asked_of_us.into_iter().map(task).collect()),
        group("inbox-inquiries", found.inquiries_of_us.into_iter().map(inquiry).collect()),
        group("inbox-inquiries-ours", found.inquiries_by_us.into_iter().map(inquiry).collect()),
        group("inbox-pressing", found.pressing.iter().map(pressing).collect()),
        group("inbox-asked", found.asked_by_us.into_iter().map(task).collect()),
        group("inbox-warrants", found.stale_warrants.iter().map(warrant).collect()),
        group("inbox-grade", ungraded.iter().map(report).collect()),
        group("inbox-saved", found.news.iter().map(saved).collect()),
        group("inbox-missteps", found.missteps.iter().map(misstep).collect()),
    ];
    Ok(Desk {
        groups,
        reports: received,
        partners: desk::partners::states(ctx).await?,
        can_report: desk::reports::can_add(ctx),
    })
}
