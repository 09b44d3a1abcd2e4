### Deadlines and the agenda.

deadlines-title = Thời hạn
deadlines-none = Không có gì đến hạn.
deadlines-calendar = Tệp lịch
deadlines-note = Tệp không nêu người, tiêu đề hay câu hỏi, chỉ có loại việc và số hiệu vụ án, vì lịch được chép sang điện thoại.
due-clock = thời hạn luật định hết
due-request = trả lời của nước khác
due-inquiry = câu hỏi cần trả lời
due-answer = trả lời câu hỏi của chúng tôi
due-task = nhiệm vụ
due-review = lệnh bắt cần rà soát
due-commitment = cam kết
agenda-title = Chương trình nghị sự
agenda-note = Lập từ trạng thái các bản ghi; không ai gõ tay.
agenda-promised = Đã hứa gì, đã làm gì
agenda-carried = Còn mở từ các đợt trước
agenda-cases = Vụ án, nhiều việc cần bàn đứng trước
agenda-late = { $shown } quá hạn
agenda-shut = { $shown } chưa đạt rủi ro
kept-done = đã thực hiện
kept-late = thực hiện muộn
kept-open = chưa đến hạn
kept-overdue = ▲ chưa thực hiện
