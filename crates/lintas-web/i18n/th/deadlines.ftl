### Deadlines and the agenda.

deadlines-title = กำหนดเวลา
deadlines-none = ไม่มีสิ่งที่ถึงกำหนด
deadlines-calendar = ไฟล์ปฏิทิน
deadlines-note = ไฟล์ไม่ระบุบุคคล ชื่อเรื่อง หรือคำถาม มีเพียงประเภทและเลขอ้างอิงคดี เพราะปฏิทินถูกคัดลอกไปยังโทรศัพท์
due-clock = กำหนดเวลาตามกฎหมายจะหมด
due-request = คำตอบของรัฐอื่น
due-inquiry = คำถามที่ต้องตอบ
due-answer = คำตอบต่อคำถามของเรา
due-task = งาน
due-review = หมายจับที่ต้องทบทวน
due-commitment = คำมั่น
agenda-title = ระเบียบวาระ
agenda-note = จัดทำจากสถานะของบันทึก ไม่มีใครพิมพ์เอง
agenda-promised = สิ่งที่ให้คำมั่นและสิ่งที่ทำแล้ว
agenda-carried = ค้างจากรอบก่อน
agenda-cases = คดี เรื่องที่ต้องหารือมากอยู่ก่อน
agenda-late = เกินกำหนด { $shown }
agenda-shut = ยังไม่ผ่านความเสี่ยง { $shown }
kept-done = ทำแล้ว
kept-late = ทำช้า
kept-open = ยังไม่ถึงกำหนด
kept-overdue = ▲ ยังไม่ทำ
