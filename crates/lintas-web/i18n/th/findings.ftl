### ข้อค้นพบจากการวิเคราะห์

tab-findings = ข้อค้นพบ
findings-none = ยังไม่มีข้อค้นพบที่เก็บไว้
findings-note = ข้อค้นพบเก็บบันทึกที่ใช้ วิธี และค่าเริ่มต้นไว้ ผู้ที่มีบันทึกเหล่านั้นสามารถวิเคราะห์ซ้ำได้
finding-route = เส้นทาง
finding-rest-house = บ้านพักระหว่างทาง
finding-organisers = ผู้จัดการเครือข่าย
finding-used =
    { $n ->
       *[other] ใช้บันทึก { $shown } รายการ
    }
finding-missing =
    { $n ->
       *[other] บันทึก { $shown } รายการไม่อยู่ที่นี่แล้ว
    }
finding-why = เหตุผล
finding-limits = สิ่งที่มองไม่เห็น
finding-basis = ฐานของข้อค้นพบ
finding-method = วิธี
finding-seed = ค่าเริ่มต้น
parameter-new-since = ใหม่ตั้งแต่
parameter-judgements = คำวินิจฉัยที่ใช้
finding-again = วิเคราะห์ซ้ำ
finding-again-hint = วิเคราะห์แบบเดิมจากบันทึกที่ยังอยู่ที่นี่
finding-again-same = วิเคราะห์ซ้ำได้ผลเหมือนเดิมทุกตัวเลข
finding-again-changed = วิเคราะห์ซ้ำแล้วเปลี่ยนไป: { $title } { $confidence }
finding-again-gone = ไม่พบอีกต่อไปจากบันทึกที่อยู่ที่นี่
finding-keep = เก็บข้อค้นพบนี้
finding-kept = เก็บไว้แล้ว
finding-outcome = เป็นผลของรอบงาน
finding-outcome-hint = ผลหนึ่งนับครั้งเดียวทั้งภูมิภาค หน่วยงานที่พบเห็นเป็นผู้ยืนยัน
finding-outcome-summary = พบจากการวิเคราะห์การพบเห็น
finding-seen-by = พบเห็นโดย
finding-claimed-by = รายงานผลโดย
finding-confirmed-by = ยืนยันโดย
finding-claim = รายงานเป็นผล
finding-confirm = ยืนยัน
analysis-run = เริ่มวิเคราะห์
analysis-what = สิ่งที่ค้นหา
analysis-routes = เส้นทางและบ้านพัก จากการพบเห็น
analysis-organisers = ผู้ที่น่าจะเป็นผู้จัดการ จากความเชื่อมโยง
analysis-scope = จากบันทึกใด
analysis-since = ถือว่าเส้นทางใหม่ตั้งแต่
analysis-found = ผลที่พบ
analysis-nothing = ไม่พบสิ่งใดในบันทึกที่คุณมีสิทธิ์ดู
scope-agency = ทั้งหมดที่หน่วยงานนี้มี ข้อค้นพบอยู่ที่นี่เท่านั้น
scope-shared = เฉพาะที่ทุกหน่วยงานในคดีมี ข้อค้นพบเป็นของทุกหน่วยงาน
col-finding = ข้อค้นพบ
col-confidence = ความมั่นใจ
col-basis = อาศัยข้อมูล
