//! Taking back what was done: an act hands over the deed that reverses it, and the line that confirms the act offers it.
//!
//! A deed that reverses another is a deed like any other: a record with author and time, under the same rules. So nothing
//! disappears, and what has left the house is not among them: a release is recalled on its page.
//!
//! Deeds wait in memory under a number that counts only in their own session. An address can therefore not make a page
//! offer anything that this officer has not just done.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use lintas_casework::plan::objective::Fate;
use lintas_model::lifecycle::{CaseMove, TaskMove};
use lintas_model::record::Verdict;
use lintas_model::{CaseId, EntityId, ImportId, ObjectId, OfficerId, RecordId, TaskId};

use crate::desk;
use crate::problem::Problem;
use crate::routes::search::show::SearchForm;
use crate::seat::Seat;
use crate::urls::{self, CaseTab};

/// So many deeds wait, those of all sessions together.
const REMEMBERED: usize = 1_000;

/// A deed that takes another back.
#[derive(Debug, Clone)]
pub(crate) enum Deed {
    /// A task moves: the step that was taken, and the one that reverses it.
    Task { case: CaseId, task: TaskId, was: &'static str, step: TaskMove },
    /// A case moves.
    Case { case: CaseId, was: CaseMove, step: CaseMove },
    /// An objective is as it was before; `seen` is the record that changed it.
    Objective { case: CaseId, objective: ObjectId, seen: RecordId, was: Fate, fate: Fate },
    /// A judgement is taken back; the address is where it was made.
    Judgement { left: EntityId, right: EntityId, was: Verdict, back: String },
    /// A search that was saved is removed.
    SearchSaved { id: String, back: String },
    /// A search that was removed is saved again.
    SearchForgotten { form: Box<SearchForm> },
    /// An officer is suspended or restored again.
    Officer { officer: OfficerId, active: bool },
    /// An import leaves the views.
    Import { import: ImportId },
}

impl Deed {
    /// The message that names it: what is taken back.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Task { was, .. } => format!("undo-task-{was}"),
            Self::Case { was, .. } => format!("undo-case-{}", was.as_str()),
            Self::Objective { was, .. } => format!("undo-objective-{}", was.as_str()),
            Self::Judgement { was: Verdict::Same, .. } => "undo-judged-same".to_owned(),
            Self::Judgement { .. } => "undo-judged-apart".to_owned(),
            Self::SearchSaved { .. } => "undo-search-saved".to_owned(),
            Self::SearchForgotten { .. } => "undo-search-forgotten".to_owned(),
            Self::Officer { active: true, .. } => "undo-officer-suspended".to_owned(),
            Self::Officer { active: false, .. } => "undo-officer-restored".to_owned(),
            Self::Import { .. } => "undo-imported".to_owned(),
        }
    }

    /// Does it; answers where it can be seen.
    pub(crate) async fn make(self, seat: &Seat) -> Result<String, Problem> {
        let (ctx, words) = (&seat.ctx, &seat.visit.words);
        let reason = words.say("undo-reason");
        Ok(match self {
            Self::Task { case, task, step, .. } => {
                desk::tasks::step(ctx, task, step, &reason).await?;
                urls::case(case, CaseTab::Tasks)
            }
            Self::Case { case, step, .. } => {
                desk::cases::step(ctx, case, step, &reason).await?;
                urls::case(case, CaseTab::Overview)
            }
            Self::Objective { case, objective, seen, fate, .. } => {
                desk::plans::decide_objective(ctx, objective, seen, fate).await?;
                urls::case(case, CaseTab::Plan)
            }
            Self::Judgement { left, right, back, .. } => {
                desk::entities::judge(ctx, left, right, Verdict::Withdrawn, &reason).await?;
                back
            }
            Self::SearchSaved { id, back } => {
                desk::search::forget(ctx, &id).await?;
                back
            }
            Self::SearchForgotten { form } => {
                desk::search::save(ctx, &form).await?;
                form.address()
            }
            Self::Officer { officer, active } => {
                desk::officers::set_active(ctx, officer, active).await?;
                urls::ADMIN.to_owned()
            }
            Self::Import { import } => {
                desk::imports::undo(ctx, import, &reason).await?;
                urls::import(import)
            }
        })
    }
}

struct Waiting {
    number: u64,
    session: String,
    deed: Deed,
}

/// The deeds that wait to be asked for.
#[derive(Default)]
pub(crate) struct Undoable(Mutex<(u64, VecDeque<Waiting>)>);

impl Undoable {
    /// Keeps a deed for a session; the number under which it waits.
    pub(crate) fn keep(&self, session: &str, deed: Deed) -> u64 {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (last, waiting) = &mut *inner;
        *last += 1;
        if waiting.len() >= REMEMBERED {
            waiting.pop_front();
        }
        waiting.push_back(Waiting { number: *last, session: session.to_owned(), deed });
        *last
    }

    /// The message that names what waits under a number of this session.
    pub(crate) fn name(&self, session: &str, number: u64) -> Option<String> {
        let inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = inner.1.iter().find(|one| one.number == number && one.session == session);
        found.map(|one| one.deed.name())
    }

    /// Takes the deed of a number of this session: it is made once.
    pub(crate) fn take(&self, session: &str, number: u64) -> Option<Deed> {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = inner.1.iter().position(|one| one.number == number && one.session == session)?;
        inner.1.remove(at).map(|one| one.deed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn deed() -> Deed {
        Deed::Officer { officer: sample::id(1), active: true }
    }

    #[test]
    fn a_deed_waits_for_its_own_session_and_is_made_once() {
        let undoable = Undoable::default();
        let number = undoable.keep("mine", deed());
        assert!(undoable.name("mine", number).is_some());
        assert!(undoable.name("other", number).is_none() && undoable.take("other", number).is_none());
        assert!(undoable.take("mine", number).is_some() && undoable.take("mine", number).is_none());
    }

    #[test]
    fn only_so_many_deeds_wait() {
        let undoable = Undoable::default();
        let first = undoable.keep("mine", deed());
        for _ in 0..REMEMBERED {
            undoable.keep("mine", deed());
        }
        assert!(undoable.name("mine", first).is_none());
        assert_eq!(undoable.0.lock().unwrap().1.len(), REMEMBERED);
    }
}
