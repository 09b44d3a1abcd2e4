### Taking back what was done last.

undo-reason = Binawi kaagad matapos gawin.
undo-task-finish = Bawiin: gawaing minarkahang tapos
undo-task-decline = Bawiin: gawaing tinanggihan
undo-task-withdraw = Bawiin: gawaing iniurong
undo-task-set = Bawiin: gawaing itinakda
undo-case-suspend = Bawiin: kasong isinuspinde
undo-case-resume = Bawiin: kasong ipinagpatuloy
undo-case-close = Bawiin: kasong isinara
undo-case-reopen = Bawiin: kasong muling binuksan
undo-objective-met = Bawiin: layuning natupad
undo-objective-dropped = Bawiin: layuning inalis
undo-objective-open = Bawiin: layuning muling itinakda
undo-judged-same = Bawiin: pasyang iisa sila
undo-judged-apart = Bawiin: pasyang magkaiba sila
undo-search-saved = Bawiin: na-save na paghahanap
undo-search-forgotten = Bawiin: inalis na paghahanap
undo-officer-suspended = Bawiin: opisyal na sinuspinde
undo-officer-restored = Bawiin: opisyal na ibinalik
undo-imported = Bawiin: inangkat na file
done-undone = Nabawi na. Nananatili sa tala ang dalawang hakbang.
done-undo-gone = Hindi na ito mababawi mula rito.
