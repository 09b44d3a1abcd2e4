### เอกสารที่พิมพ์

document-print = พิมพ์เป็น PDF
document-show = แสดงในภาษานี้
document-language = ภาษาที่อยู่คู่กับภาษาอังกฤษ
document-english-alone = ภาษาอังกฤษเท่านั้น
document-draft = เอกสารนี้จะเป็นร่าง
document-lacks = ทุกหน้าจะระบุว่าเป็นร่าง สิ่งที่ยังขาด:
document-complete = ไม่มีส่วนสำคัญที่ขาดหาย
document-note = การพิมพ์ทุกครั้งถูกบันทึก เอกสารมีรหัสที่หน่วยงานนี้ใช้ค้นได้ว่าใครพิมพ์และเมื่อใด
document-passages = ข้อความที่ไม่มีอยู่ในบันทึกอื่น
document-passages-note = เขียนครั้งเดียวและเก็บเป็นบันทึกของหน่วยงานนี้ เป็นภาษาอังกฤษและภาษาที่อยู่คู่กัน หากมีหลายข้อ ให้เขียนข้อละบรรทัด
document-passages-save = เก็บข้อความ
document-records =
    { $n ->
       *[other] ทำจากบันทึก { $shown } รายการ
    }
document-legal-assistance-request = คำร้องขอความช่วยเหลือซึ่งกันและกันในเรื่องทางอาญา
document-extradition-request = คำร้องขอส่งผู้ร้ายข้ามแดน
document-provisional-arrest-request = คำร้องขอให้จับกุมชั่วคราว
document-note-verbale = หนังสือกลาง
document-warrant-sheet = ใบข้อมูลหมายจับ
document-target-package = ชุดข้อมูลเป้าหมาย
document-operation-order = คำสั่งปฏิบัติการ
document-workshop-agenda = ระเบียบวาระการประชุมเชิงปฏิบัติการ
document-workshop-report = รายงานการประชุมเชิงปฏิบัติการ
document-round-report = รายงานประจำรอบ
document-joint-investigation-agreement = ความตกลงว่าด้วยการสืบสวนสอบสวนร่วม
document-exhibit-certificate = หนังสือรับรองของกลาง
document-notice-request = แบบฟอร์มประกาศ
