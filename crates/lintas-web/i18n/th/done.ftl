### What was done, with a count.

done-report-added = บันทึก { $shown } รายงานในโหนดนี้แล้ว
done-case-opened = เปิด { $shown } คดีแล้ว
done-case-joined = มี { $shown } หน่วยงานทำคดีนี้
done-step = บันทึก { $shown } ขั้นตอนแล้ว
done-note = เขียน { $shown } บันทึกแล้ว
done-task-set = มอบหมาย { $shown } งานแล้ว
done-operation = วางแผน { $shown } ปฏิบัติการแล้ว
done-warrant = บันทึก { $shown } หมายจับแล้ว
done-warrant-checked = ตรวจสอบหรือแก้ไข { $shown } หมายจับแล้ว
done-judged = บันทึก { $shown } คำวินิจฉัยแล้ว
done-imported =
    { $n ->
        [0] ไม่มีข้อมูลใหม่ในแฟ้ม
       *[other] นำเข้า { $shown } แถวแล้ว
    }
done-import-undone = { $shown } บันทึกออกจากมุมมองแล้ว
done-released = ส่งมอบ { $shown } บันทึกแล้ว เรียกคืนได้ในหน้านี้
done-recalled = เรียกคืน { $shown } การส่งมอบแล้ว ใบรับจะตามมา
done-synced =
    { $n ->
        [0] ซิงก์กับทุกหน่วยงานแล้ว ไม่มีอะไรต้องทำ
       *[other] รับ { $shown } บันทึก
    }
done-bundle =
    { $n ->
        [0] ชุดข้อมูลไม่มีสิ่งใหม่
       *[other] รับ { $shown } บันทึกจากชุดข้อมูล
    }
done-officer = ลงทะเบียน { $shown } เจ้าหน้าที่แล้ว
done-officer-changed = เปลี่ยนแปลง { $shown } เจ้าหน้าที่แล้ว
done-graded = บันทึกการจัดระดับ { $shown } รายการแล้ว
done-attached =
    { $n ->
        [0] รายงานมีแฟ้มเหล่านี้อยู่แล้ว
       *[other] แนบ { $shown } แฟ้มแล้ว
    }
done-passkey = ลงทะเบียน { $shown } พาสคีย์แล้ว
done-passkey-removed = ลบ { $shown } พาสคีย์แล้ว
done-code-removed = เลิกใช้ { $shown } รหัสแล้ว ต่อไปนี้ถามเพียงรหัสผ่าน
done-finding =
    { $n ->
        [0] บันทึกเปลี่ยนไปแล้ว โปรดวิเคราะห์ใหม่
       *[other] เก็บข้อค้นพบ { $shown } รายการแล้ว
    }
done-outcome =
    { $n ->
       *[other] บันทึกผล { $shown } รายการแล้ว
    }
done-request =
    { $n ->
       *[other] บันทึกคำร้องขอ { $shown } รายการแล้ว
    }
done-recorded = บันทึก { $shown } รายการแล้ว
done-search-saved = บันทึกการค้นหาแล้ว งานเข้าจะแจ้ง
done-search-forgotten = ลบการค้นหาที่บันทึกไว้แล้ว
done-passages =
    { $n ->
       *[other] เก็บข้อความ { $shown } ตอนแล้ว
    }
