### Văn bản in.

document-print = In thành PDF
document-show = Hiện bằng ngôn ngữ này
document-language = Ngôn ngữ bên cạnh tiếng Anh
document-english-alone = Chỉ tiếng Anh
document-draft = Đây sẽ là bản dự thảo
document-lacks = Mỗi trang sẽ ghi rõ điều đó. Còn thiếu:
document-complete = Không thiếu phần thiết yếu nào.
document-note = Việc in được ghi lại. Văn bản mang một mã để cơ quan này tìm ra ai đã in và khi nào.
document-passages = Phần văn bản nói thêm ngoài các bản ghi
document-passages-note = Viết một lần và giữ làm bản ghi của cơ quan này, bằng tiếng Anh và ngôn ngữ bên cạnh. Nhiều điểm thì mỗi điểm một dòng.
document-passages-save = Lưu phần đã viết
document-records =
    { $n ->
       *[other] lập từ { $shown } bản ghi
    }
document-legal-assistance-request = Yêu cầu tương trợ tư pháp về hình sự
document-extradition-request = Yêu cầu dẫn độ
document-provisional-arrest-request = Yêu cầu bắt giữ khẩn cấp để dẫn độ
document-note-verbale = Công hàm
document-warrant-sheet = Phiếu thông tin lệnh bắt
document-target-package = Hồ sơ đối tượng
document-operation-order = Lệnh chiến dịch
document-workshop-agenda = Chương trình hội thảo
document-workshop-report = Báo cáo hội thảo
document-round-report = Báo cáo vòng công tác
document-joint-investigation-agreement = Thỏa thuận điều tra chung
document-exhibit-certificate = Giấy chứng nhận vật chứng
document-notice-request = Mẫu thông báo
