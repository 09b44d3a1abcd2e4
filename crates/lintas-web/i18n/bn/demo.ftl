### The demo's home.

demo-title = এক নজরে অঞ্চল
demo-explain = এই যন্ত্রে আটটি সংস্থা ও একজন সমন্বয়কারী আছে, প্রত্যেকের নিজস্ব নথি ও চাবি। তাদের একজন হয়ে দেখুন।
demo-steward = কর্মসূচি
demo-be = { $role } হোন
