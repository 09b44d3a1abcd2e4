### People and things.

things-none = ยังไม่มีบุคคลหรือสิ่งของ
entity-statements = สิ่งที่รายงานกล่าว
entity-links = ความเชื่อมโยง
entity-matches = อาจเป็นรายเดียวกัน
entity-matches-note = หมายเลขร่วมหรือชื่อคล้ายเป็นเพียงเบาะแส คนต้องเป็นผู้วินิจฉัย และถอนคืนได้
entity-agencies = ทราบโดย { $agencies }
entity-withheld = มี { $shown } ข้อความที่ไม่แสดงต่อคุณ
statements-none = ไม่มีข้อความที่คุณมีสิทธิ์ดู
matches-none = ไม่พบรายที่อาจตรงกัน
match-shared-identifier = มีหมายเลขร่วมกัน
match-judged = วินิจฉัยว่าเป็นรายเดียวกัน
judge-reason = วินิจฉัยจากหน้าของรายการ
link-report = รายงาน
judge-same = รายเดียวกัน
judge-not-same = คนละราย
judge-withdrawn = ถอนคืน
verdict-same = รายเดียวกัน
verdict-not-same = คนละราย
match-births-differ = แต่วันเกิดต่างกัน: { $own } และ { $other }
rule-same-spelling = สะกดเหมือนกัน
rule-same-character = อักษรเดียวกัน
rule-same-name = การสะกดของชื่อเดียวกัน
rule-same-sound = เสียงเดียวกัน
rule-near-sound = เสียงใกล้เคียง
rule-initial = อักษรย่อ
rule-joined = เขียนติดหรือแยกกัน
