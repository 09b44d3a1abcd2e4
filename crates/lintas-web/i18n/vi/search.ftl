### Search.

search-help = Tên bằng mọi loại chữ, số, biển số, từ trong báo cáo.
search-none = Không tìm thấy gì mà bạn được xem.
search-count = { $shown } kết quả
search-more-than = Hơn { $shown } kết quả
search-next = Xem thêm
search-part = một phần
search-part-note = Cơ quan nguồn hoặc quy tắc của bạn lược bỏ một số mục.
search-existence = chỉ biết là có
search-existence-note = Bạn được biết bản ghi này tồn tại, không được biết nội dung. Hãy hỏi cơ quan nguồn.
search-all = Tất cả
search-place = Địa điểm
search-narrow = Thu hẹp tìm kiếm
search-beyond = Số liệu chỉ đếm các bản ghi mới nhất. Thu hẹp tìm kiếm để xem bản ghi cũ hơn.
search-save = Báo khi có mục mới
search-saved = Tìm kiếm đã lưu
search-saved-note = Việc đến báo khi có bản ghi mới khớp mà bạn được xem.
search-forget = Xóa
search-examples = Tìm được gì
search-teach = Gõ phần đầu của từ, tên bằng bất kỳ chữ nào, các số cuối của điện thoại hay biển số. Tên viết bằng chữ này tìm thấy cùng tên viết bằng chữ khác.
found-grade-reliable = Nguồn đáng tin
found-grade-other = Nguồn khác
found-grade-none = Chưa đánh giá
found-time-week = 7 ngày qua
found-time-month = Trước đó, trong 31 ngày
found-time-year = Trước đó, trong 1 năm
found-time-older = Cũ hơn
