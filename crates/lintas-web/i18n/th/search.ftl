### Search.

search-help = ชื่อในอักษรใดก็ได้ หมายเลข ทะเบียน หรือข้อความในรายงาน
search-none = ไม่พบสิ่งที่คุณมีสิทธิ์ดู
search-count = พบ { $shown } รายการ
search-more-than = พบมากกว่า { $shown } รายการ
search-next = เพิ่มเติม
search-part = บางส่วน
search-part-note = เจ้าของข้อมูลหรือกฎของคุณไม่แสดงบางช่อง
search-existence = รู้ได้เพียงว่ามีอยู่
search-existence-note = คุณรู้ได้เพียงว่ามีบันทึกนี้ ไม่ใช่เนื้อหา โปรดถามเจ้าของข้อมูล
search-all = ทั้งหมด
search-place = สถานที่
search-narrow = จำกัดการค้นหา
search-beyond = ตัวเลขนับเฉพาะบันทึกใหม่ที่สุด จำกัดการค้นหาเพื่อดูบันทึกเก่า
search-save = แจ้งเมื่อมีรายการใหม่
search-saved = การค้นหาที่บันทึกไว้
search-saved-note = งานเข้าจะแจ้งเมื่อมีบันทึกใหม่ที่ตรงและคุณดูได้
search-forget = ลบ
search-examples = ค้นหาอะไรได้บ้าง
search-teach = พิมพ์ต้นคำ ชื่อในอักษรใดก็ได้ เลขท้ายของโทรศัพท์หรือทะเบียนรถ ชื่อในอักษรหนึ่งค้นพบชื่อเดียวกันในอีกอักษรหนึ่ง
found-grade-reliable = แหล่งที่เชื่อถือได้
found-grade-other = แหล่งอื่น
found-grade-none = ยังไม่ได้กำหนดระดับ
found-time-week = 7 วันที่ผ่านมา
found-time-month = ก่อนนั้น ใน 31 วัน
found-time-year = ก่อนนั้น ใน 1 ปี
found-time-older = เก่ากว่า
