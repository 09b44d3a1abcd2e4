### Taking back what was done last.

undo-reason = Taken back right after it was done.
undo-task-finish = Undo: task marked done
undo-task-decline = Undo: task declined
undo-task-withdraw = Undo: task withdrawn
undo-task-set = Undo: task set
undo-case-suspend = Undo: case suspended
undo-case-resume = Undo: case resumed
undo-case-close = Undo: case closed
undo-case-reopen = Undo: case reopened
undo-objective-met = Undo: objective met
undo-objective-dropped = Undo: objective dropped
undo-objective-open = Undo: objective set again
undo-judged-same = Undo: judged the same
undo-judged-apart = Undo: judged not the same
undo-search-saved = Undo: search saved
undo-search-forgotten = Undo: saved search removed
undo-officer-suspended = Undo: officer suspended
undo-officer-restored = Undo: officer restored
undo-imported = Undo: file imported
done-undone = Taken back. Both steps stay on record.
done-undo-gone = It can no longer be taken back from here.
