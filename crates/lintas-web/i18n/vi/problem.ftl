### When something did not work.

problem-code = Mã
problem-home = Về việc đến
problem-denied = Bị quy tắc từ chối
problem-denied-next = Nếu cần cho công việc, hãy hỏi người chủ trì hoặc cán bộ quản lý quy tắc, kèm mã này.
problem-missing = Không có trang hoặc bản ghi như vậy ở đây
problem-missing-next = Có thể đã bị thu hồi, hoặc bạn không được biết. Hãy quay lại hoặc tìm kiếm.
problem-invalid = Không thể chấp nhận nội dung này
problem-invalid-next = Quay lại, sửa rồi gửi lại.
problem-origin = Biểu mẫu không đến từ trang của nút này
problem-origin-next = Mở lại trang tại đây rồi gửi biểu mẫu.
problem-busy = Thử quá nhiều lần
problem-busy-next = Chờ một phút rồi thử lại.
problem-large = Tệp hoặc biểu mẫu quá lớn
problem-large-next = Chia nhỏ tệp, hoặc nhập tại nút bằng lệnh lintas import.
problem-closed = Khu niêm phong đang đóng
problem-closed-next = Hãy đặt thẻ nhớ hoặc thư mục chứa tệp khóa vào chỗ. Nếu đã có, hãy báo quản trị viên khu niêm phong kèm mã này.
problem-broken = Có trục trặc tại nút này
problem-broken-next = Không mất gì cả. Hãy thử lại; nếu vẫn vậy, đưa mã này cho người vận hành nút.
