### Officers and audit.

officers-title = เจ้าหน้าที่
officers-none = ไม่มีเจ้าหน้าที่
officer-enrol = ลงทะเบียนเจ้าหน้าที่
officer-name = ชื่อในหน่วยงาน
officer-login = ชื่อผู้ใช้
officer-password = รหัสผ่านแรก
officer-password-hint = อย่างน้อย 12 ตัวอักษร ใช้หลายคำจะดีที่สุด
password-short = อย่างน้อย { $shown } ตัวอักษร
officer-language = ภาษา
officer-active = ใช้งานอยู่
officer-suspended = ระงับ
officer-suspend = ระงับ
officer-restore = คืนสิทธิ์
audit-title = บันทึกการตรวจสอบ
audit-note = ทุกบรรทัดเป็นบันทึกในบัญชีและลบไม่ได้
audit-none = ยังไม่มีการเปิดดู
act-view = เปิดดู
act-search = ค้นหา
act-export = ส่งออก
act-refused = ถูกปฏิเสธ
act-sign-in = เข้าสู่ระบบ
act-print = พิมพ์
act-purpose = เลือกวัตถุประสงค์
act-credential = เปลี่ยนวิธีลงชื่อเข้าใช้
