### Requests for information between agencies.

tab-inquiries = Câu hỏi
inquiries-title = Yêu cầu cung cấp thông tin
inquiries-none = Không có câu hỏi nào.
inquiries-note = Mục quá hạn đứng trước. Trả lời có là một bản ghi đã được cung cấp trước đó; bản thân câu trả lời không mang theo gì.
inquiry-ask = Hỏi một cơ quan
inquiry-question = Câu hỏi
inquiry-answer = Trả lời
inquiry-text = Theo lời của bạn
inquiry-record = Bản ghi đã cung cấp trả lời câu hỏi này
inquiry-record-hint = Các báo cáo đã cung cấp cho { $agency }. Nếu không có báo cáo phù hợp, hãy cung cấp trước rồi quay lại.
inquiry-talk = Trao đổi
inquiry-silent = Chưa ai trả lời.
inquiry-state-asked = đã hỏi
inquiry-state-with-lead = ở người chủ trì
inquiry-state-answered = đã trả lời
inquiry-state-declined = từ chối
inquiry-state-withdrawn = đã rút lại
inquiry-move-yes = Có: đây
inquiry-move-no = Không: chúng tôi không có gì
inquiry-move-ask-lead = Hỏi người chủ trì
inquiry-move-decline = Không thể cung cấp
inquiry-move-withdraw = Rút lại câu hỏi
