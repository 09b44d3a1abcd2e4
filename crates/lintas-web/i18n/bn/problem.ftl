### When something did not work.

problem-code = সংকেত
problem-home = আগত কাজে যান
problem-denied = নীতিমালায় প্রত্যাখ্যাত
problem-denied-next = কাজের জন্য দরকার হলে মামলার প্রধান বা নীতিমালা দেখেন এমন কর্মকর্তাকে সংকেতটি জানিয়ে বলুন।
problem-missing = এমন পৃষ্ঠা বা নথি এখানে নেই
problem-missing-next = হয়তো তা প্রত্যাহার করা হয়েছে, বা আপনার জানার অধিকার নেই। ফিরে যান বা খুঁজুন।
problem-invalid = এটি গ্রহণ করা যায়নি
problem-invalid-next = ফিরে যান, ঠিক করে আবার পাঠান।
problem-origin = ফরমটি এই নোডের পৃষ্ঠা থেকে আসেনি
problem-origin-next = পৃষ্ঠাটি এখানে আবার খুলুন এবং সেখান থেকে ফরম পাঠান।
problem-busy = অনেকবার চেষ্টা করা হয়েছে
problem-busy-next = এক মিনিট অপেক্ষা করে আবার চেষ্টা করুন।
problem-large = ফাইল বা ফরমটি বেশি বড়
problem-large-next = ফাইলটি ভাগ করুন, অথবা নোডে lintas import দিয়ে গ্রহণ করুন।
problem-closed = সিল করা কক্ষ বন্ধ আছে
problem-closed-next = চাবির ফাইলসহ স্টিক বা ফোল্ডারটি জায়গায় রাখুন। থাকলে সিল করা কক্ষের প্রশাসককে এই সংকেতসহ জানান।
problem-broken = এই নোডে কিছু ভুল হয়েছে
problem-broken-next = কিছু হারায়নি। আবার চেষ্টা করুন; না হলে নোডের দায়িত্বে যিনি আছেন তাঁকে সংকেতটি দিন।
