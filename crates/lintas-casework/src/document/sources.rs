//! The records from which a document is made: each asked for, counted, and marked.

use std::collections::BTreeSet;

use lintas_documents::{Frame, Wording};
use lintas_model::{Body, Handling, Language, PartialDate, RecordId};
use lintas_policy::Action;

use super::marking;
use crate::item::{self, Item, Kinded, facts};
use crate::{CaseworkError, Ctx, Result};

/// Gathers what goes into one document. What may be seen but not taken out of the node is left out and counted.
pub(super) struct Sources<'c> {
    /// Who prints.
    pub(super) ctx: &'c Ctx,
    language: Option<Language>,
    handling: Option<Handling>,
    used: BTreeSet<RecordId>,
    left_out: BTreeSet<RecordId>,
}

impl<'c> Sources<'c> {
    /// Nothing yet; `language` stands beside English.
    pub(super) fn new(ctx: &'c Ctx, language: Option<Language>) -> Self {
        let language = language.filter(|language| *language != Language::En);
        Self { ctx, language, handling: None, used: BTreeSet::new(), left_out: BTreeSet::new() }
    }

    /// The language beside English.
    pub(super) const fn language(&self) -> Option<Language> {
        self.language
    }

    /// The record that the document is about. Without it there is no document: a denial is told, and recorded.
    pub(super) async fn subject<B: Kinded + Into<Body>>(
        &mut self,
        what: &'static str,
        item: Item<B>,
    ) -> Result<B> {
        self.ctx.require(Action::Export, &facts(self.ctx.node(), &item.mark)).await?;
        self.keep(item).ok_or(CaseworkError::NotFound(what))
    }

    /// A record that may be taken out, without what may not; nothing where it must stay.
    pub(super) fn keep<B: Kinded + Into<Body>>(&mut self, item: Item<B>) -> Option<B> {
        let Item { mark, body, .. } = item;
        let permitted = self.ctx.permit(Action::Export, &facts(self.ctx.node(), &mark)).ok();
        let body = permitted.and_then(|permit| B::of(item::redacted(body.into(), permit.redacted())?));
        match &body {
            Some(_) => {
                self.used.insert(mark.record);
                self.handling = Some(match self.handling.take() {
                    Some(before) => marking::stricter(before, &mark.handling),
                    None => mark.handling,
                });
            }
            None => {
                self.left_out.insert(mark.record);
            }
        }
        body
    }

    /// Those of some records that may be taken out, with their marks.
    pub(super) fn keep_items<B: Kinded + Into<Body>>(&mut self, items: Vec<Item<B>>) -> Vec<Item<B>> {
        items
            .into_iter()
            .filter_map(|item| {
                let (mark, permit) = (item.mark.clone(), item.permit.clone());
                Some(Item { mark, permit, body: self.keep(item)? })
            })
            .collect()
    }

    /// How many records stand behind the document.
    pub(super) fn used(&self) -> usize {
        self.used.len()
    }

    /// That records had to be left out, when some had.
    pub(super) fn left_out(&self) -> Option<Wording> {
        let count = self.left_out.len();
        (count > 0).then(|| Wording::sentence("left-out", [("count", Wording::same(count.to_string()))]))
    }

    /// What every page carries. The number is given when the document is complete.
    pub(super) fn frame(&self) -> Frame {
        let config = self.ctx.node().config();
        Frame {
            document_id: String::new(),
            agency: format!(
                "{} ({})",
                name_of(&config.names, Language::En).unwrap_or_default(),
                config.agency
            ),
            handling: self.handling.clone().unwrap_or_default(),
            second_language: self.language,
            // The day, not the minute: the same records print the same bytes all day.
            made_at: PartialDate::of(self.ctx.now()).earliest(),
            synthetic: config.demo,
        }
    }

    /// The agency by its own name in both languages.
    pub(super) fn agency(&self) -> Wording {
        let names = &self.ctx.node().config().names;
        let english = name_of(names, Language::En).unwrap_or_default().to_owned();
        match self.language.map(|language| name_of(names, language)) {
            Some(Some(other)) => Wording::said(english, other),
            _ => Wording::same(english),
        }
    }
}

fn name_of(names: &std::collections::BTreeMap<String, String>, language: Language) -> Option<&str> {
    names.get(language.tag()).map(String::as_str)
}

/// A text of a record as it was written, quoted in both languages; nothing where nothing was written.
pub(super) fn quoted(text: &str) -> Option<Wording> {
    let text = text.trim();
    (!text.is_empty()).then(|| Wording::same(text))
}
