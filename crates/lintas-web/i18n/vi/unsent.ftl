### Reports that a device keeps until there is a link.

unsent-title = Báo cáo trên thiết bị này
unsent-send = Gửi ngay
unsent-waiting = đang chờ gửi
unsent-sent = đã gửi và lưu tại nút
unsent-refused = bị từ chối:
unsent-sign-in = đang chờ: đăng nhập để gửi
unsent-other = đang chờ: chỉ cán bộ đã thiết lập thiết bị này mới gửi được
unsent-delete = Xóa
unsent-delete-sure = Báo cáo này chưa được gửi. Xóa vĩnh viễn?
unsent-mend = Mở và sửa
unsent-open = Mở báo cáo
unsent-remove-sure = Các báo cáo chưa gửi sẽ bị xóa theo. Gỡ bỏ tất cả?
unsent-failed = Nút trả lời bằng mã
device-title = Viết báo cáo khi không có kết nối
device-explain = Có thể giữ mẫu báo cáo trống trên thiết bị này để mở được khi không có kết nối. Những gì bạn viết được niêm phong ngay: không ai đọc được trên thiết bị, kể cả bạn, và sẽ được gửi khi bạn đăng nhập lại. Chỉ làm việc này trên thiết bị của riêng bạn, không bao giờ trên thiết bị dùng chung.
device-kept = Thiết bị này mở được mẫu khi không có kết nối. Đăng xuất không xóa báo cáo đang chờ; chỉ bạn mới gửi được.
device-other = Thiết bị này được thiết lập cho cán bộ khác: điều viết khi không có kết nối do người đó gửi. Chỉ thiết lập cho mình nếu thiết bị nay là của bạn.
device-keep = Giữ mẫu trống trên thiết bị này
device-remove = Gỡ khỏi thiết bị này
empty-title = Báo cáo khi không có kết nối
empty-note = Không liên lạc được với nút. Hãy viết báo cáo: báo cáo được niêm phong trên thiết bị này cho cán bộ đã thiết lập và được gửi khi cán bộ đó trở lại và đăng nhập. Vụ án được chọn khi đó.
empty-again = Thử mẫu thường
empty-unset = Thiết bị này chưa được thiết lập để giữ báo cáo. Điều bạn viết chỉ nằm trong cửa sổ này: hãy để mở cho đến khi liên lạc được với nút.
empty-save = Niêm phong và gửi sau
done-kept = Kết nối bị ngắt giữa chừng. Báo cáo được niêm phong trên thiết bị này và gửi từ đây.
