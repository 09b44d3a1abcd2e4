### INTERPOL notices.

notice-title = Thông báo hoặc phát tán INTERPOL
notice-none = Chưa đề nghị.
notice-ask = Đề nghị ra thông báo
notice-colour = Màu
notice-colour-red = Đỏ
notice-colour-blue = Xanh dương
notice-colour-green = Xanh lá
notice-for-red = xác định nơi ở và bắt tạm thời, chờ dẫn độ
notice-for-blue = thêm thông tin về nhân thân, nơi ở hoặc hoạt động
notice-for-green = cảnh báo về hoạt động phạm tội
notice-channel = Bằng cách nào
notice-channel-notice = thông báo, do Tổng thư ký công bố
notice-channel-diffusion = phát tán, do văn phòng quốc gia gửi
notice-to = Đến nước nào (khi phát tán)
notice-language = Ngôn ngữ của mẫu
notice-form = Mẫu
notice-complete = đầy đủ
notice-lacking = ▲ thiếu { $shown } mục
notice-note = Thông báo không phải lệnh bắt. Thông báo dựa trên lệnh bắt này; điều mỗi màu cần có trong mẫu.
