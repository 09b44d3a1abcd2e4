### การติดตามหมายจับในต่างประเทศ

nav-pursuits = คำร้องขอ
pursue = ติดตามในต่างประเทศ
requests-title = คำร้องขอต่อรัฐอื่น
requests-none = ยังไม่มีคำร้องขอ
requests-note = เรื่องเร่งด่วนที่สุดอยู่บน ผู้ที่ถือเรื่องอยู่ต้องดำเนินการขั้นต่อไป
request-record = บันทึกคำร้องขอ
request-what = ขอสิ่งใด
request-requested = รัฐผู้รับคำร้องขอ
request-ways = แสดงช่องทาง
request-no-way = กฎหมายไม่เปิดช่องทางสำหรับเรื่องนี้
request-basis = ฐานกฎหมาย
request-reference = เลขที่ของหน่วยงาน
request-sought = สิ่งที่ร้องขอ
request-needed-by = ต้องการภายใน
request-urgency = ความเร่งด่วน
request-urgent = เร่งด่วน
request-facts = คำร้องขอ
request-way = เส้นทางของคำร้องขอ
request-way-none = ข้อมูลกฎหมายไม่มีช่องทางสำหรับฐานนี้
request-history = ขั้นตอนที่ผ่านมา
request-carrier = ส่งโดย
request-owes = { $who } ต้องดำเนินการขั้นต่อไป: { $does } รอมาแล้ว { $days }
request-owes-now = ต้องดำเนินการขั้นต่อไป
request-skipped = ข้ามได้
request-hop-do = บันทึกการรับส่ง
request-step-do = บันทึกขั้นตอน
request-kind-mutual-legal-assistance = ความช่วยเหลือซึ่งกันและกันทางอาญา
request-kind-extradition = ส่งผู้ร้ายข้ามแดน
request-kind-provisional-arrest = จับกุมชั่วคราว
request-kind-transfer-of-proceedings = โอนการดำเนินคดี
request-kind-police-to-police = ตำรวจต่อตำรวจ
request-kind-joint-investigation = สอบสวนร่วม
request-state-drafted = ร่าง
request-state-sent = ส่งแล้ว
request-state-acknowledged = ตอบรับแล้ว
request-state-more-asked = ขอข้อมูลเพิ่ม
request-state-arrested = จับกุมแล้ว
request-state-under-decision = อยู่ระหว่างพิจารณา
request-state-granted = อนุมัติ
request-state-fulfilled = ดำเนินการแล้ว
request-state-refused = ปฏิเสธ
request-state-lapsed = สิ้นผล
request-state-withdrawn = ถอนคืน
request-move-send = ส่ง
request-move-acknowledge = ตอบรับ
request-move-ask-more = มีการขอข้อมูลเพิ่ม
request-move-supply = ส่งข้อมูลเพิ่มแล้ว
request-move-arrest = บุคคลถูกจับกุม
request-move-receive-papers = เอกสารไปถึงแล้ว
request-move-grant = อนุมัติ
request-move-fulfil = ดำเนินการแล้ว
request-move-refuse = ปฏิเสธ
request-move-lapse = สิ้นผล บุคคลได้รับการปล่อยตัว
request-move-withdraw = ถอนคืน
request-move-redraft = ร่างใหม่
urgency-lapsed = ▲ สิ้นผลแล้ว
urgency-pressing = ▲ เร่งด่วน
urgency-ask = ควรสอบถาม
urgency-running = อยู่ระหว่างทาง
urgency-ended = สิ้นสุด
clocks-title = กำหนดเวลา
clocks-none = ยังไม่มีกำหนดเวลาที่เริ่มนับ
clock-law = ตามกฎหมาย
clock-practice = เตือนความจำ
clock-met = ทันกำหนด
clock-met-late = ช้าไป { $days }
clock-stopped = หยุดนับ
clock-running = เหลือ { $days }
clock-lapsed = ▲ เกินกำหนดมา { $days }
clock-unknown = ▲ ไม่ทราบระยะเวลา นับมาแล้ว { $days }: สอบถามรัฐผู้รับคำร้องขอ
days =
    { $n ->
       *[other] { $shown } วัน
    }
paths-title = ช่องทางตามสนธิสัญญา
paths-note = ข้อมูลกฎหมายมีวันที่และแหล่งที่มา สิ่งที่ยังไม่ได้ตรวจสอบต้องยืนยันกับนักกฎหมาย
paths-sources = แหล่งที่มา
paths-missing =
    { $n ->
       *[other] ยังขาด { $shown } รายการ
    }
paths-there =
    { $n ->
       *[other] มีแล้ว { $shown } รายการ
    }
paths-closed =
    { $n ->
       *[other] ปิดอยู่ { $shown } ช่องทาง
    }
verdict-open = เปิด
verdict-unclear = ไม่ชัดเจน
verdict-closed = ปิด
law-confidence-unverified = ยังไม่ได้ตรวจสอบ
law-confidence-medium = ต้องยืนยัน
law-confidence-high = เป็นที่ทราบดี แต่ไม่ได้อ่านจากต้นฉบับ
col-request = คำร้องขอ
col-next = ผู้ต้องดำเนินการต่อ
col-waiting = รอมาแล้ว
col-lapses = ครบกำหนด
col-progress = ขั้นตอน
col-actor = ผู้ดำเนินการ
col-does = ทำอะไร
col-date-in = วันที่รับ
col-passed-on = วันที่ส่งต่อ
col-reference = เลขที่
col-source = แหล่งที่มา
