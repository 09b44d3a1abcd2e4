### Results of the round.

region-title = ภูมิภาค
region-note = นับจากบันทึกของโหนด ผลที่หลายหน่วยงานรายงานนับครั้งเดียว ไม่มีข้อมูลคดี
region-none = ยังไม่มีรอบการทำงาน
region-small = ไม่แสดงจำนวนที่ต่ำกว่า { $shown } เพื่อไม่ให้ระบุตัวบุคคลได้
region-commitments = คำมั่น
region-participation = การมีส่วนร่วม
participation-none = ยังไม่มีการบันทึกการมีส่วนร่วม
commitments-none = ไม่มีคำมั่น
commitment-open = ยังไม่เสร็จ
result-basis = จาก { $shown } รายการของ { $agencies }
result-confirmed = ยืนยันแล้ว
workshop-opening = เปิดรอบ
workshop-review = ทบทวน
workshop-closing = ปิดรอบ
outcome-warrants-updated = หมายจับที่ปรับปรุง
outcome-victims-rescued = ผู้เสียหายที่ช่วยเหลือได้
outcome-rest-houses-identified = บ้านพักระหว่างทางที่พบ
outcome-routes-discovered = เส้นทางที่ค้นพบ
outcome-arrests = การจับกุม
outcome-organisers-identified = ผู้จัดการเครือข่ายที่ระบุตัวได้
outcome-convictions = การพิพากษาลงโทษ
region-levels = การพิพากษาลงโทษตามระดับ ถึงระดับบนหรือไม่
region-levels-few = น้อยกว่า { $shown }
