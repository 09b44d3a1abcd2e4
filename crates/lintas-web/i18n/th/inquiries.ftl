### Requests for information between agencies.

tab-inquiries = คำถาม
inquiries-title = คำขอข้อมูล
inquiries-none = ไม่มีคำถาม
inquiries-note = เรื่องที่เกินกำหนดอยู่บนสุด คำตอบว่ามีคือบันทึกที่ส่งมอบไว้แล้ว ไม่มีข้อมูลใดออกไปกับคำตอบเอง
inquiry-ask = ถามหน่วยงาน
inquiry-question = คำถาม
inquiry-answer = ตอบ
inquiry-text = คำอธิบายของคุณ
inquiry-record = บันทึกที่ส่งมอบแล้วซึ่งตอบคำถามนี้
inquiry-record-hint = รายงานที่ส่งมอบให้ { $agency } แล้ว หากไม่มีรายงานที่ตรง ให้ส่งมอบก่อนแล้วกลับมา
inquiry-talk = บทสนทนา
inquiry-silent = ยังไม่มีใครตอบ
inquiry-state-asked = ถามแล้ว
inquiry-state-with-lead = อยู่ที่หัวหน้าคดี
inquiry-state-answered = ตอบแล้ว
inquiry-state-declined = ปฏิเสธ
inquiry-state-withdrawn = ถอนแล้ว
inquiry-move-yes = มี: นี่คือข้อมูล
inquiry-move-no = ไม่มี: เราไม่มีข้อมูล
inquiry-move-ask-lead = ถามหัวหน้าคดี
inquiry-move-decline = ให้ไม่ได้
inquiry-move-withdraw = ถอนคำถาม
