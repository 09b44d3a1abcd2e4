### Search.

search-help = Tên bằng mọi loại chữ, số, biển số, từ trong báo cáo.
search-any-kind = Mọi loại
search-any-agency = Mọi cơ quan
search-none = Không tìm thấy gì mà bạn được xem.
search-count = { $shown } kết quả
search-more-than = Hơn { $shown } kết quả
search-next = Xem thêm
search-part = một phần
search-part-note = Cơ quan nguồn hoặc quy tắc của bạn lược bỏ một số mục.
search-existence = chỉ biết là có
search-existence-note = Bạn được biết bản ghi này tồn tại, không được biết nội dung. Hãy hỏi cơ quan nguồn.
