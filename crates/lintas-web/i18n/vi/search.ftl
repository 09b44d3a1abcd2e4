### Search.

search-help = Tên bằng mọi loại chữ, số, biển số, từ trong báo cáo.
search-any-kind = Mọi loại
search-any-agency = Mọi cơ quan
search-none = Không tìm thấy gì mà bạn được xem.
search-count = { $shown } kết quả
search-more-than = Hơn { $shown } kết quả
search-next = Xem thêm
