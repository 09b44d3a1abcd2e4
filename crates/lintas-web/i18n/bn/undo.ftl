### Taking back what was done last.

undo-reason = করার পরপরই ফিরিয়ে নেওয়া হয়েছে।
undo-task-finish = ফিরিয়ে নিন: কাজ শেষ বলে চিহ্নিত
undo-task-decline = ফিরিয়ে নিন: কাজ প্রত্যাখ্যান
undo-task-withdraw = ফিরিয়ে নিন: কাজ তুলে নেওয়া
undo-task-set = ফিরিয়ে নিন: কাজ দেওয়া
undo-case-suspend = ফিরিয়ে নিন: মামলা স্থগিত
undo-case-resume = ফিরিয়ে নিন: মামলা আবার চালু
undo-case-close = ফিরিয়ে নিন: মামলা বন্ধ
undo-case-reopen = ফিরিয়ে নিন: মামলা পুনরায় খোলা
undo-objective-met = ফিরিয়ে নিন: লক্ষ্য পূরণ
undo-objective-dropped = ফিরিয়ে নিন: লক্ষ্য বাদ
undo-objective-open = ফিরিয়ে নিন: লক্ষ্য আবার স্থির
undo-judged-same = ফিরিয়ে নিন: একই বলে নির্ণয়
undo-judged-apart = ফিরিয়ে নিন: এক নয় বলে নির্ণয়
undo-search-saved = ফিরিয়ে নিন: অনুসন্ধান সংরক্ষণ
undo-search-forgotten = ফিরিয়ে নিন: অনুসন্ধান সরানো
undo-officer-suspended = ফিরিয়ে নিন: কর্মকর্তা স্থগিত
undo-officer-restored = ফিরিয়ে নিন: কর্মকর্তা পুনর্বহাল
undo-imported = ফিরিয়ে নিন: ফাইল গ্রহণ
done-undone = ফিরিয়ে নেওয়া হয়েছে। দুটি ধাপই নথিতে থাকে।
done-undo-gone = এখান থেকে আর ফিরিয়ে নেওয়া যায় না।
