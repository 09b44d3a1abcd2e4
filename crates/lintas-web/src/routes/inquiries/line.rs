//! A question to an agency in a list.

use lintas_casework::inquiry::InquiryView;
use lintas_model::lifecycle::InquiryState;

use crate::components::{Cell, Moment, Pill, Table, Text, Tone};
use crate::page::Page;
use crate::urls;

/// Where a question stands, and whether its day has passed.
pub(crate) fn pills(page: &Page, view: &InquiryView) -> Vec<Pill> {
    let tone = match view.state {
        InquiryState::Asked => Tone::Info,
        InquiryState::WithLead => Tone::Warn,
        InquiryState::Answered => Tone::Ok,
        InquiryState::Declined | InquiryState::Withdrawn => Tone::Plain,
    };
    let mut pills = vec![Pill::new(tone, page.word("inquiry-state", view.state.as_str()))];
    if view.overdue {
        pills.push(Pill::new(Tone::Danger, page.say("overdue")));
    }
    pills
}

/// Questions as a table.
pub(crate) fn table(page: &Page, views: &[InquiryView]) -> Table {
    Table::new(page.say("inquiries-none"))
        .caption(page.say("inquiries-title"))
        .column(page.say("inquiry-question"))
        .column(page.say("col-state"))
        .column(page.say("col-set-by"))
        .column(page.say("col-asked"))
        .column(page.say("col-due"))
        .rows(views.iter().map(|view| {
            let body = &view.inquiry.body;
            let last = view.steps.last().map(|step| step.body.text.as_str()).unwrap_or_default();
            vec![
                Cell::Link {
                    href: urls::inquiry(view.id),
                    text: Text::new(&body.question),
                    below: Some(Text::new(if last.is_empty() { &body.legal_basis } else { last })),
                },
                Cell::Pills(pills(page, view)),
                Cell::Text(Text::own(view.inquiry.mark.originator.as_str())),
                Cell::Text(Text::own(body.agency.as_str())),
                body.due.map_or(Cell::Void, |due| Cell::Moment(Moment::on(&page.words, due))),
            ]
        }))
}
