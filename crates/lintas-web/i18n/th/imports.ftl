### Bringing files in.

format-table = ตาราง
format-htcds = มาตรฐานข้อมูลคดี
format-ofac-sdn = บัญชีรายชื่อ (OFAC)
format-un-list = บัญชีรายชื่อ (สหประชาชาติ)
format-incidents = เหตุการณ์พร้อมวันที่
imports-title = นำเข้าแฟ้มข้อมูล
imports-before = นำเข้าก่อนหน้านี้
imports-none = ยังไม่เคยนำเข้า
import-bring = นำแฟ้มเข้า
import-file = แฟ้ม
import-file-hint = XLSX, CSV, TSV, ข้อความ, XML รองรับรหัสอักขระทุกแบบรวม TIS-620
import-no-file = เลือกแฟ้มก่อน
import-unreadable = นี่คือโปรแกรม รูปภาพ หรือแฟ้มชนิดที่นำเข้าไม่ได้
import-look = ดูก่อน
import-nothing-yet = ยังไม่นำเข้า
import-dry = นี่คือการลองอ่าน ยังไม่มีการเขียนข้อมูล
import-asks = แฟ้มนี้อ่านได้สองแบบ โปรดตอบก่อน ระบบจะไม่เดา
import-read = แถวที่อ่าน
import-fresh = ใหม่
import-known = มีอยู่แล้ว
import-refused = ไม่รับ
import-taken = รับเข้า
import-take =
    { $n ->
        [0] นำเข้า
       *[other] นำเข้า { $shown } แถว
    }
import-look-again = อ่านใหม่ตามคำตอบ
import-drop = ทิ้ง
import-columns = การอ่านคอลัมน์
import-issues = สิ่งที่ไม่รับและเหตุผล
import-rejects-explain = แก้ไขแถวในแฟ้มแล้วนำเข้าอีกครั้ง แถวที่รับแล้วจะไม่ซ้ำ
import-rejects = ดาวน์โหลดแถวที่ไม่รับ
import-undo = ยกเลิกการนำเข้านี้
import-undo-explain = บันทึกทั้งหมดจะออกจากทุกมุมมอง บัญชีบันทึกยังเก็บว่าเคยเกิดขึ้น
import-undone = ยกเลิกแล้ว
import-whole = ครบถ้วน
import-partly = บางส่วน
columns-none = ไม่รู้จักคอลัมน์ใด
column-left-out = ไม่รู้จัก: เก็บตามหัวคอลัมน์
import-waiting = รอคำตอบ
import-which-day = คอลัมน์ { $column }: { $date } คือวันใด
import-evidence = วันที่อื่นในคอลัมน์: { $day } รายการมีวันขึ้นก่อน { $month } รายการมีเดือนขึ้นก่อน
issues-none = รับได้ทุกแถว
issues-more = และอีก { $shown } รายการ
row-refused = ไม่รับ
row-noted = รับพร้อมหมายเหตุ
