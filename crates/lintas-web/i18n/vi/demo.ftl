### The demo's home.

demo-title = Toàn cảnh khu vực
demo-explain = Tám cơ quan và một điều phối viên trên máy này, mỗi bên có bản ghi và khóa riêng. Hãy vào vai một trong số họ.
demo-steward = Chương trình
demo-be = Vào vai { $role }

tour-title = Tham quan bản thử
tour-offer = Sáu bước, khoảng bốn phút, trên các trang thật: một vụ án, một điện thoại mà nhiều cơ quan biết, một câu hỏi cho đối tác, điều đối tác sẽ thấy, và kết quả.
tour-start = Bắt đầu với vai chủ trì vụ án
tour-step = Bước { $n } trên { $all }
tour-before = Quay lại
tour-after = Bước tiếp theo
tour-end = Kết thúc tham quan
tour-region = Tám cơ quan của tám nước, mỗi bên có nút, bản ghi và khóa riêng. Không ai ở giữa đọc được. Đi tiếp: bạn sẽ là chủ trì vụ án.
tour-case = Một vụ án chung. Mỗi dòng cho biết cơ quan nào viết, chắc chắn đến đâu và ai được xem; thẻ đầu tiên nói việc cần làm tiếp.
tour-phone = Một điện thoại trong vụ án này. Nếu nhiều cơ quan nói đến, thông tin của họ đứng cạnh nhau, kèm nguồn tin và đánh giá: không ai phải chép lại gì.
tour-ask = Đối tác được hỏi có biết điều đó không. Họ không biết điều được hỏi và chỉ trả lời có hay không có. Kết quả trùng là lý do để hỏi tiếp, không phải kết luận.
tour-preview = Ở đây chọn bản ghi, trường, mục đích và ngày hết hạn. Trước khi gửi đi, trang sau cho thấy đúng điều đối tác sẽ thấy; lần cung cấp có thể thu hồi.
tour-results = Kết quả của vòng, đếm một lần trên mọi cơ quan từ bản ghi của các nút, không có dữ liệu vụ án; số nhỏ không hiển thị. Hết phần tham quan.
