### Officers and audit.

officers-title = Cán bộ
officers-none = Chưa có cán bộ nào.
officer-enrol = Đăng ký cán bộ
officer-name = Tên trong cơ quan
officer-login = Tên đăng nhập
officer-password = Mật khẩu đầu tiên
officer-password-hint = Ít nhất 12 ký tự; tốt nhất là vài từ ghép lại.
password-short = Ít nhất { $shown } ký tự.
officer-language = Ngôn ngữ
officer-active = đang hoạt động
officer-suspended = tạm ngừng
officer-suspend = Tạm ngừng
officer-restore = Khôi phục
audit-title = Nhật ký kiểm tra
audit-note = Mỗi dòng là một bản ghi của sổ cái và không thể gỡ bỏ.
audit-none = Chưa có gì được xem.
act-view = đã xem
act-search = đã tìm
act-export = đã xuất
act-refused = bị từ chối
act-sign-in = đã đăng nhập
act-print = đã in
act-purpose = đã chọn mục đích
act-credential = đã đổi cách đăng nhập
