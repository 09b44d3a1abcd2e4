### Who can see this?.

who-button = Ai xem được?
who-agencies = Cơ quan đọc được ít nhất một phần:
who-only-us = chỉ cơ quan này
who-note = Tính từ nơi nhận của mọi bản ghi liên quan và từ quy tắc của nút này.
who-records = Từng bản ghi
who-none = Không có bản ghi nào bạn được biết.
who-roles = Trong cơ quan này
who-yes = được xem
who-no = không được xem
