### Results of the round.

region-title = Khu vực
region-note = Đếm từ bản ghi của các nút; kết quả do nhiều cơ quan báo chỉ tính một lần. Không có dữ liệu vụ án.
region-none = Chưa lập vòng nào.
region-small = Không nêu số dưới { $shown } để không ai bị nhận ra.
region-commitments = Cam kết
region-participation = Tham gia
participation-none = Chưa ghi nhận việc tham gia.
commitments-none = Không có cam kết nào.
commitment-open = chưa xong
result-basis = từ { $shown } báo cáo của { $agencies }
result-confirmed = đã xác nhận
workshop-opening = Mở đầu
workshop-review = Rà soát
workshop-closing = Kết thúc
outcome-warrants-updated = Lệnh bắt được cập nhật
outcome-victims-rescued = Nạn nhân được giải cứu
outcome-rest-houses-identified = Nhà trung chuyển đã xác định
outcome-routes-discovered = Tuyến đường được phát hiện
outcome-arrests = Số lần bắt giữ
outcome-organisers-identified = Người tổ chức đã xác định
outcome-convictions = Kết án
region-levels = Kết án theo vị trí: đã tới kẻ cầm đầu chưa?
region-levels-few = dưới { $shown }
