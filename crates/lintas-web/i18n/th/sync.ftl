### Partners and sync.

sync-now = ซิงก์กับทุกหน่วยงานเดี๋ยวนี้
sync-idle = ไม่มีอะไรต้องทำ · { $when }
sync-running = กำลังซิงก์
sync-behind = รออีก { $shown } บันทึก
sync-refused = ถูกปฏิเสธตามกฎ
sync-failed = ไม่สำเร็จ
sync-failed-retry = ไม่สำเร็จ จะลองใหม่ { $when }
sync-by-file = แลกด้วยแฟ้มเท่านั้น
sync-by-file-since = รอแฟ้ม · ล่าสุด { $when }
sync-never = ยังไม่เคยซิงก์
sync-feeds = สายข้อมูล
feeds-none = ยังไม่ถือสายข้อมูลของหน่วยงานนี้
sync-writer = เขียนโดย
sync-taken = รับทราบแล้ว
partner-cut-off = ตัดการเชื่อมต่อแล้ว
sync-received = รับ
sync-sent = ส่ง
sync-acknowledged = ใบรับล่าสุดของเรา
sync-root = กุญแจราก
sync-bundle = แฟ้มชุดข้อมูล
sync-file = แฟ้มชุดข้อมูล
sync-file-title = แลกด้วยแฟ้ม
sync-file-hint = ชุดข้อมูลที่หน่วยงานคู่ทำให้โหนดนี้
sync-file-do = รับเข้า
sync-same-bytes = ข้อมูลเดียวกับที่ส่งทางเครือข่าย ลงนามโดยหน่วยงานคู่ ผนึกถึงโหนดนี้
