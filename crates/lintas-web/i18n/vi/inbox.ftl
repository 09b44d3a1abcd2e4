### The inbox.

inbox-title = Việc đang chờ bạn
inbox-next = Việc tiếp theo
inbox-none = Không có việc nào chờ bạn.
inbox-tasks = Nhiệm vụ
inbox-asked = Đã yêu cầu đối tác
inbox-grade = Báo cáo cần đánh giá
inbox-releases = Nhận từ đối tác
inbox-warrants = Lệnh bắt cần xem lại
partners-title = Đối tác và đồng bộ
partners-none = Chưa có đối tác nào. Hãy gặp trực tiếp, so mã đối chiếu khóa, rồi chạy lệnh lintas partner.
partners-more = Tất cả đối tác
inbox-missteps = Các bước không được chấp nhận
misstep-pill = hỏi đối tác
inbox-inquiries = Câu hỏi cần trả lời
inbox-inquiries-ours = Câu hỏi bạn đã gửi
inbox-saved = Tìm kiếm đã lưu có mục mới
inbox-new = { $shown } mới
inbox-pressing = Yêu cầu gấp
inbox-second = Chờ cán bộ thứ hai
inbox-other-log = { $who } đưa ra nhật ký khác với nhật ký đã đồng ký tại đây
inbox-alarms = Cảnh báo
