### Hit or no hit: whether partners know something too.

hits-title = มีหรือไม่มีข้อมูล
hits-note = หน่วยงานคู่ตอบเพียงว่ารู้จักสิ่งนั้นด้วยหรือไม่ สิ่งที่คุณถามถูกปิดไว้ไม่ให้หน่วยงานคู่เห็น ผลที่ตรงกันเป็นเพียงเหตุให้ถามต่อ ไม่ใช่ข้อสรุป
hits-ask = ถามหน่วยงานคู่ว่ารู้จักสิ่งนี้หรือไม่
hits-ask-do = ส่งคำถาม
hits-to = หน่วยงานคู่ที่ถูกถาม
hits-case-hint = ถามได้เฉพาะสิ่งที่รายงานของหน่วยงานของคุณในคดีนี้ระบุไว้
hits-no-case = ไม่มีรายงานของหน่วยงานของคุณในคดีใดระบุสิ่งนี้ โปรดบันทึกในคดีก่อน
hits-about = ถามเรื่อง
hits-about-all = ทุกสิ่งในคดี
hits-victims = ผู้เสียหาย
hits-with-victims = ถามถึงผู้เสียหายด้วย เช่น บุคคลสูญหาย
hits-rules = หากเกิน { $alone } รายการ ถามถึงผู้เสียหาย หรือถามเลขเรียงกัน ต้องมีเจ้าหน้าที่คนที่สองอนุมัติ ถามได้ไม่เกิน { $most } รายการต่อวันสำหรับแต่ละหน่วยงานคู่และวัตถุประสงค์
hits-asked = ที่เราถาม
hits-asked-none = ยังไม่มีการถาม
hits-received = ที่ถูกถามถึงเรา
hits-received-none = ยังไม่มีหน่วยงานคู่ถาม
hits-budgets = จำนวนที่เหลือวันนี้
hits-left-to-ask = ที่ถามได้
hits-left-to-answer = ที่ตอบได้
hits-question = คำถามถึง { $who }
hits-hits = ผลที่ตรงกัน
hits-none = ไม่ตรงกัน หน่วยงานคู่ไม่มีข้อมูลนี้ หรือบอกไม่ได้
hits-found =
    { $n ->
       *[other] ตรงกัน { $shown } รายการ
    }
hits-known = { $who } รู้จักด้วย โปรดถามต่อ
hits-possible = { $who } อาจรู้จัก โปรดถามต่อ
hits-next = ผลที่ตรงกันบอกเพียงว่ามีข้อมูล หากต้องการมากกว่านี้ โปรดเชิญหน่วยงานคู่เข้าร่วมคดีแล้วถามในคดี
hits-go-on = ไปที่คดี
hits-approve = อนุมัติในฐานะเจ้าหน้าที่คนที่สอง
hits-approved-by = อนุมัติโดย
hits-by-two = เจ้าหน้าที่สองคน
hits-needs-second = ต้องมีเจ้าหน้าที่คนที่สองเพราะ
hits-inspect = ตรวจสอบสิ่งที่ถาม
hits-inspected = เปิดดู { $opened } จาก { $items } รายการ ทุกรายการมีบันทึกของคดีรองรับ
hits-unbacked = เปิดดู { $opened } จาก { $items } รายการ ไม่มีบันทึกของคดีรองรับลำดับที่ { $places }
hits-standing-stopped = ถูกระงับที่นี่
hits-standing-waits-for-second = รอเจ้าหน้าที่คนที่สอง
hits-standing-sent = ส่งแล้ว ยังไม่มีคำตอบ
hits-standing-refused = หน่วยงานคู่ปฏิเสธ
hits-standing-not-accepted = รับคำตอบไม่ได้
hits-standing-no-hit = ไม่ตรงกัน
hits-outcome-waits = ยังไม่ได้ตอบ
hits-outcome-answered = ตอบแล้ว
hits-outcome-refused = ปฏิเสธ
hits-outcome-disputed = มีข้อโต้แย้ง โปรดตรวจสอบ
hit-refusal-budget = ใช้จำนวนของวันครบแล้ว
hit-refusal-approval = ไม่มีเจ้าหน้าที่คนที่สอง
hit-refusal-legal-basis = ไม่มีฐานกฎหมาย
hit-refusal-points = คำถามเสียหายหรือปลอม
hit-refusal-count = จำนวนรายการไม่ถูกต้อง
hit-refusal-replayed = คำถามเดิมซ้ำ
hit-refusal-purpose = ไม่ใช่เพื่อวัตถุประสงค์นี้
hit-refusal-unbacked = ไม่มีบันทึกของคดีรองรับ
second-for-many = หลายรายการ
second-for-victims = ผู้เสียหาย
second-for-dense-range = เลขเรียงกัน
item-kind-phone = โทรศัพท์
item-kind-document = เอกสาร
item-kind-document-number = เลขเอกสารที่ไม่ทราบประเทศ
item-kind-plate = ป้ายทะเบียน
item-kind-iban = บัญชีระหว่างประเทศ (IBAN)
item-kind-account = บัญชี
item-kind-email = ที่อยู่อีเมล
item-kind-handle = ชื่อบนเครือข่าย
item-kind-name-on-day = ชื่อและวันเกิด
item-kind-name-in-year = ชื่อและปีเกิด
item-kind-name-in-year-of-day = ชื่อและปีเกิด
record-hit-inputs = สิ่งที่ถามหน่วยงานคู่
record-hit-query = คำถามถึงหน่วยงานคู่
record-hit-set = ชุดสำหรับตอบ
record-hit-answer = คำตอบถึงหน่วยงานคู่
record-hit-notice = แจ้งผลที่ตรงกัน
done-asked =
    { $n ->
       *[other] ส่งคำถาม { $shown } รายการแล้ว
    }
done-approved =
    { $n ->
       *[other] อนุมัติคำถาม { $shown } รายการแล้ว
    }
hits-alarm = หมายเลขเรียงกัน: ภายในหนึ่งวันมีการถาม { $shown } จากหนึ่งร้อยหมายเลข ({ $what } ขึ้นต้นด้วย { $beginning }) โดย { $who } โปรดถามเหตุผล
