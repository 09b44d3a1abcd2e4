### INTERPOL notices.

notice-title = ประกาศอินเตอร์โพลหรือหนังสือเวียน
notice-none = ยังไม่ได้ขอ
notice-ask = ขอออกประกาศ
notice-colour = สี
notice-colour-red = แดง
notice-colour-blue = น้ำเงิน
notice-colour-green = เขียว
notice-for-red = สืบหาตัวและจับชั่วคราวเพื่อรอการส่งผู้ร้ายข้ามแดน
notice-for-blue = ข้อมูลเพิ่มเติมเรื่องตัวตน ที่อยู่ หรือการกระทำ
notice-for-green = แจ้งเตือนการกระทำความผิด
notice-channel = ช่องทาง
notice-channel-notice = ประกาศ เผยแพร่โดยสำนักเลขาธิการ
notice-channel-diffusion = หนังสือเวียน ส่งโดยสำนักงานกลางแห่งชาติ
notice-to = ถึงรัฐใด (สำหรับหนังสือเวียน)
notice-language = ภาษาของแบบฟอร์ม
notice-form = แบบฟอร์ม
notice-complete = ครบถ้วน
notice-lacking = ▲ ขาด { $shown } รายการ
notice-note = ประกาศไม่ใช่หมายจับ แต่อาศัยหมายจับนี้ สิ่งที่แต่ละสีต้องมีอยู่ในแบบฟอร์ม
