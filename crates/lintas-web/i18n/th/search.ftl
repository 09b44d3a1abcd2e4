### Search.

search-help = ชื่อในอักษรใดก็ได้ หมายเลข ทะเบียน หรือข้อความในรายงาน
search-any-kind = ทั้งหมด
search-any-agency = ทุกหน่วยงาน
search-none = ไม่พบสิ่งที่คุณมีสิทธิ์ดู
search-count = พบ { $shown } รายการ
search-more-than = พบมากกว่า { $shown } รายการ
search-next = เพิ่มเติม
search-part = บางส่วน
search-part-note = เจ้าของข้อมูลหรือกฎของคุณไม่แสดงบางช่อง
search-existence = รู้ได้เพียงว่ามีอยู่
search-existence-note = คุณรู้ได้เพียงว่ามีบันทึกนี้ ไม่ใช่เนื้อหา โปรดถามเจ้าของข้อมูล
