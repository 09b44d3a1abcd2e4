### The inbox.

inbox-title = งานที่รอคุณ
inbox-next = ลำดับถัดไป
inbox-none = ไม่มีงานรอ
inbox-tasks = งานที่ได้รับมอบหมาย
inbox-asked = ขอจากหน่วยงานคู่
inbox-grade = รายงานที่ต้องจัดระดับ
inbox-releases = ได้รับจากหน่วยงานคู่
inbox-warrants = หมายจับที่ต้องทบทวน
partners-title = หน่วยงานคู่และการซิงก์
partners-none = ยังไม่มีหน่วยงานคู่ ให้พบกันต่อหน้า เทียบลายนิ้วมือกุญแจ แล้วใช้คำสั่ง lintas partner
partners-more = หน่วยงานคู่ทั้งหมด
inbox-missteps = ขั้นตอนที่ไม่ได้รับการยอมรับ
misstep-pill = สอบถามหน่วยงานคู่
inbox-inquiries = คำถามที่ต้องตอบ
inbox-inquiries-ours = คำถามที่คุณถาม
inbox-saved = การค้นหาที่บันทึกไว้มีรายการใหม่
inbox-new = ใหม่ { $shown }
inbox-pressing = คำร้องขอที่เร่งด่วน
inbox-second = รอเจ้าหน้าที่คนที่สอง
inbox-other-log = { $who } แสดงบันทึกอื่นที่ไม่ใช่ฉบับที่ลงนามร่วมไว้ที่นี่
inbox-alarms = สัญญาณเตือน
