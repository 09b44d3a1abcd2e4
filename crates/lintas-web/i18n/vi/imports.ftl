### Bringing files in.

format-table = bảng
format-htcds = chuẩn dữ liệu vụ án
format-ofac-sdn = danh sách trừng phạt (OFAC)
format-un-list = danh sách trừng phạt (Liên Hợp Quốc)
format-incidents = sự việc có ngày tháng
imports-title = Nhập tệp
imports-before = Đã nhập trước đây
imports-none = Chưa nhập gì.
import-bring = Đưa tệp vào
import-file = Tệp
import-file-hint = XLSX, CSV, TSV, văn bản, XML. Bảng mã nào cũng được, kể cả TIS-620.
import-no-file = Hãy chọn tệp trước.
import-unreadable = Đây là chương trình, hình ảnh hoặc loại tệp không thể nhập.
import-look = Xem trước
import-nothing-yet = Chưa nhập gì cả.
import-dry = Đây là lần đọc thử: chưa ghi gì.
import-asks = Tệp có thể đọc theo hai cách. Hãy trả lời trước; hệ thống không đoán.
import-read = Số dòng đã đọc
import-fresh = Mới
import-known = Đã có
import-refused = Không nhận
import-taken = Đã nhận
import-take =
    { $n ->
        [0] Nhập
       *[other] Nhập { $shown } dòng
    }
import-look-again = Đọc lại theo các câu trả lời này
import-drop = Bỏ
import-columns = Các cột được đọc thế nào
import-issues = Những gì không nhận và lý do
import-rejects-explain = Sửa các dòng trong tệp rồi nhập lại; dòng đã nhận không bị trùng.
import-rejects = Tải về các dòng không nhận
import-undo = Hoàn tác lần nhập này
import-undo-explain = Mọi bản ghi của lần nhập sẽ không còn hiển thị. Sổ cái vẫn giữ việc này đã xảy ra.
import-undone = Đã hoàn tác
import-whole = Đầy đủ
import-partly = Một phần
columns-none = Không nhận ra cột nào.
column-left-out = không nhận ra: giữ lại
import-waiting = Đang chờ trả lời
import-which-day = Cột { $column }: { $date } là ngày nào?
import-evidence = Trong cột này, { $day } ngày khác chỉ có thể là ngày trước tháng, { $month } chỉ có thể là tháng trước ngày.
issues-none = Mọi dòng đều nhận được.
issues-more = và { $shown } mục nữa
row-refused = không nhận
row-noted = có ghi chú
