### Taking back what was done last.

undo-reason = ย้อนกลับทันทีหลังดำเนินการ
undo-task-finish = ย้อนกลับ: งานที่ทำเครื่องหมายว่าเสร็จ
undo-task-decline = ย้อนกลับ: งานที่ปฏิเสธ
undo-task-withdraw = ย้อนกลับ: งานที่ถอน
undo-task-set = ย้อนกลับ: งานที่มอบหมาย
undo-case-suspend = ย้อนกลับ: คดีที่พักไว้
undo-case-resume = ย้อนกลับ: คดีที่ทำต่อ
undo-case-close = ย้อนกลับ: คดีที่ปิด
undo-case-reopen = ย้อนกลับ: คดีที่เปิดใหม่
undo-objective-met = ย้อนกลับ: เป้าหมายที่บรรลุ
undo-objective-dropped = ย้อนกลับ: เป้าหมายที่ยกเลิก
undo-objective-open = ย้อนกลับ: เป้าหมายที่ตั้งใหม่
undo-judged-same = ย้อนกลับ: คำวินิจฉัยว่าเป็นรายเดียวกัน
undo-judged-apart = ย้อนกลับ: คำวินิจฉัยว่าไม่ใช่รายเดียวกัน
undo-search-saved = ย้อนกลับ: การค้นหาที่บันทึก
undo-search-forgotten = ย้อนกลับ: การค้นหาที่ลบ
undo-officer-suspended = ย้อนกลับ: เจ้าหน้าที่ที่ระงับ
undo-officer-restored = ย้อนกลับ: เจ้าหน้าที่ที่คืนสิทธิ
undo-imported = ย้อนกลับ: แฟ้มที่นำเข้า
done-undone = ย้อนกลับแล้ว ทั้งสองขั้นตอนยังอยู่ในบันทึก
done-undo-gone = ย้อนกลับจากที่นี่ไม่ได้แล้ว
