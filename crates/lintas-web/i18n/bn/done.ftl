### What was done, with a count.

done-report-added = এই নোডে { $shown }টি প্রতিবেদন রাখা হয়েছে।
done-case-opened = { $shown }টি মামলা খোলা হয়েছে।
done-case-joined = { $shown }টি সংস্থা মামলাটিতে কাজ করছে।
done-step = { $shown }টি ধাপ লেখা হয়েছে।
done-note = { $shown }টি টীকা লেখা হয়েছে।
done-task-set = { $shown }টি কাজ দেওয়া হয়েছে।
done-operation = { $shown }টি অভিযানের পরিকল্পনা হয়েছে।
done-warrant = { $shown }টি পরোয়ানা নথিভুক্ত হয়েছে।
done-warrant-checked = { $shown }টি পরোয়ানা যাচাই বা সংশোধন করা হয়েছে।
done-judged = { $shown }টি নির্ণয় লেখা হয়েছে।
done-imported =
    { $n ->
        [0] ফাইলে নতুন কিছু নেই।
       *[other] { $shown }টি সারি গ্রহণ করা হয়েছে।
    }
done-import-undone = { $shown }টি নথি আর দেখানো হবে না।
done-released = { $shown }টি নথি প্রদান করা হয়েছে। এই পৃষ্ঠা থেকে প্রত্যাহার করা যায়।
done-recalled = { $shown }টি প্রদান প্রত্যাহার করা হয়েছে; প্রাপ্তিস্বীকার পরে আসবে।
done-synced =
    { $n ->
        [0] সব সহযোগীর সঙ্গে মিলিয়ে নেওয়া হয়েছে: করার কিছু নেই।
       *[other] { $shown }টি নথি পাওয়া গেছে।
    }
done-bundle =
    { $n ->
        [0] তথ্যগুচ্ছে নতুন কিছু নেই।
       *[other] তথ্যগুচ্ছ থেকে { $shown }টি নথি নেওয়া হয়েছে।
    }
done-officer = { $shown } জন কর্মকর্তা নিবন্ধিত হয়েছেন।
done-officer-changed = { $shown } জন কর্মকর্তার তথ্য বদলানো হয়েছে।
done-graded = { $shown }টি মূল্যায়ন লেখা হয়েছে।
done-attached =
    { $n ->
        [0] প্রতিবেদনে এই ফাইলগুলো আগে থেকেই আছে।
       *[other] { $shown }টি ফাইল যুক্ত হয়েছে।
    }
done-passkey = { $shown }টি প্রবেশ-চাবি নিবন্ধিত হয়েছে।
done-passkey-removed = { $shown }টি প্রবেশ-চাবি সরানো হয়েছে।
done-code-removed = { $shown }টি সংকেত সরানো হয়েছে। এখন থেকে শুধু পাসওয়ার্ড চাওয়া হবে।
done-finding =
    { $n ->
        [0] নথিগুলো বদলে গেছে: বিশ্লেষণ আবার চালান।
       *[other] { $shown }টি অনুসন্ধান-ফল রাখা হয়েছে।
    }
done-outcome = { $shown }টি ফলাফল লেখা হয়েছে।
done-request = { $shown }টি অনুরোধ লেখা হয়েছে।
done-recorded = { $shown }টি নথি লেখা হয়েছে।
done-search-saved = অনুসন্ধান সংরক্ষিত। আগত কাজ জানাবে।
done-search-forgotten = সংরক্ষিত অনুসন্ধান সরানো হয়েছে।
done-passages =
    { $n ->
        [one] { $shown }টি অনুচ্ছেদ রাখা হলো।
       *[other] { $shown }টি অনুচ্ছেদ রাখা হলো।
    }
