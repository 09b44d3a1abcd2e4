### People and things.

things-none = ຍັງບໍ່ມີບຸກຄົນ ຫຼື ສິ່ງຂອງ.
entity-statements = ສິ່ງທີ່ບົດລາຍງານກ່າວ
entity-links = ຄວາມເຊື່ອມໂຍງ
entity-matches = ອາດເປັນອັນດຽວກັນ
entity-matches-note = ເລກຮ່ວມກັນ ຫຼື ຊື່ຄ້າຍກັນ ເປັນພຽງຂໍ້ຊີ້ບອກ. ຄົນເປັນຜູ້ວິນິດໄສວ່າແມ່ນອັນດຽວກັນ ຫຼື ບໍ່ ແລະ ຖອນຄືນໄດ້.
entity-agencies = { $agencies } ຮູ້ຈັກ
entity-withheld = ມີ { $shown } ຂໍ້ມູນທີ່ບໍ່ສະແດງໃຫ້ທ່ານ.
statements-none = ບໍ່ມີຂໍ້ມູນທີ່ທ່ານມີສິດເບິ່ງ.
matches-none = ບໍ່ພົບສິ່ງທີ່ອາດເປັນອັນດຽວກັນ.
match-shared-identifier = ມີເລກປະຈຳຕົວຮ່ວມກັນ
match-judged = ວິນິດໄສວ່າເປັນອັນດຽວກັນ
judge-reason = ວິນິດໄສຢູ່ໜ້າຂອງບຸກຄົນ ຫຼື ສິ່ງຂອງ
link-report = ບົດລາຍງານ
judge-same = ອັນດຽວກັນ
judge-not-same = ບໍ່ແມ່ນອັນດຽວກັນ
judge-withdrawn = ຖອນຄືນ
verdict-same = ອັນດຽວກັນ
verdict-not-same = ບໍ່ແມ່ນອັນດຽວກັນ
match-births-differ = ແຕ່ວັນເກີດ { $own } ແລະ { $other }
rule-same-spelling = ສະກົດຄືກັນ
rule-same-character = ຕົວອັກສອນຄືກັນ
rule-same-name = ການຂຽນຕ່າງກັນຂອງຊື່ດຽວ
rule-same-sound = ສຽງຄືກັນ
rule-near-sound = ສຽງໃກ້ຄຽງກັນ
rule-initial = ອັກສອນທຳອິດ
rule-joined = ຂຽນຕິດ ຫຼື ແຍກ
