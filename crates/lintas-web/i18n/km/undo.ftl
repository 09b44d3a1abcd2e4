### Taking back what was done last.

undo-reason = ដកវិញភ្លាមក្រោយពេលធ្វើ។
undo-task-finish = ដកវិញ៖ កិច្ចការដែលបានសម្គាល់ថារួច
undo-task-decline = ដកវិញ៖ កិច្ចការដែលបានបដិសេធ
undo-task-withdraw = ដកវិញ៖ កិច្ចការដែលបានដក
undo-task-set = ដកវិញ៖ កិច្ចការដែលបានដាក់
undo-case-suspend = ដកវិញ៖ សំណុំរឿងដែលបានផ្អាក
undo-case-resume = ដកវិញ៖ សំណុំរឿងដែលបានបន្ត
undo-case-close = ដកវិញ៖ សំណុំរឿងដែលបានបិទ
undo-case-reopen = ដកវិញ៖ សំណុំរឿងដែលបានបើកឡើងវិញ
undo-objective-met = ដកវិញ៖ គោលដៅដែលបានសម្រេច
undo-objective-dropped = ដកវិញ៖ គោលដៅដែលបានបោះបង់
undo-objective-open = ដកវិញ៖ គោលដៅដែលបានដាក់ឡើងវិញ
undo-judged-same = ដកវិញ៖ ការវិនិច្ឆ័យថាតែមួយ
undo-judged-apart = ដកវិញ៖ ការវិនិច្ឆ័យថាមិនមែនតែមួយ
undo-search-saved = ដកវិញ៖ ការស្វែងរកដែលបានរក្សាទុក
undo-search-forgotten = ដកវិញ៖ ការស្វែងរកដែលបានដកចេញ
undo-officer-suspended = ដកវិញ៖ មន្ត្រីដែលបានផ្អាក
undo-officer-restored = ដកវិញ៖ មន្ត្រីដែលបានដាក់ឱ្យធ្វើការវិញ
undo-imported = ដកវិញ៖ ឯកសារដែលបាននាំចូល
done-undone = បានដកវិញ។ ជំហានទាំងពីរនៅក្នុងកំណត់ត្រា។
done-undo-gone = មិនអាចដកវិញពីទីនេះទៀតទេ។
