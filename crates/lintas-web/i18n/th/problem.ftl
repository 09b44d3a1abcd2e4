### When something did not work.

problem-code = รหัส
problem-home = ไปที่งานเข้า
problem-denied = ถูกปฏิเสธตามกฎ
problem-denied-next = หากจำเป็นต่องาน ให้ขอหัวหน้าคดีหรือผู้ดูแลกฎ พร้อมแจ้งรหัสนี้
problem-missing = ไม่มีหน้าหรือบันทึกนี้
problem-missing-next = อาจถูกเรียกคืน หรือคุณไม่มีสิทธิ์ทราบ ให้ย้อนกลับหรือค้นหา
problem-invalid = รับค่านี้ไม่ได้
problem-invalid-next = ย้อนกลับ แก้ไข แล้วส่งใหม่
problem-origin = แบบฟอร์มไม่ได้มาจากหน้าของโหนดนี้
problem-origin-next = เปิดหน้านี้ใหม่แล้วส่งแบบฟอร์มจากที่นี่
problem-busy = พยายามหลายครั้งเกินไป
problem-busy-next = รอหนึ่งนาทีแล้วลองใหม่
problem-large = แฟ้มหรือแบบฟอร์มใหญ่เกินไป
problem-large-next = แบ่งแฟ้ม หรือนำเข้าที่โหนดด้วย lintas import
problem-closed = พื้นที่ปิดผนึกปิดอยู่
problem-closed-next = ใส่สื่อหรือโฟลเดอร์ที่มีไฟล์กุญแจกลับเข้าที่ หากใส่ไว้แล้ว โปรดแจ้งผู้ดูแลพื้นที่ปิดผนึกพร้อมรหัสนี้
problem-broken = เกิดข้อผิดพลาดที่โหนดนี้
problem-broken-next = ไม่มีข้อมูลสูญหาย ลองใหม่ หากยังเป็นอยู่ให้แจ้งรหัสแก่ผู้ดูแลโหนด
