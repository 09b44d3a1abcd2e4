### Partners and sync.

sync-now = Đồng bộ với mọi đối tác ngay
sync-idle = không có gì phải làm · { $when }
sync-behind = { $shown } bản ghi đang chờ
sync-refused = bị quy tắc từ chối
sync-failed = không thành công
sync-failed-retry = không thành công, thử lại lúc { $when }
sync-by-file = chỉ bằng tệp
sync-by-file-since = chờ tệp · lần cuối { $when }
sync-never = chưa từng đồng bộ
sync-feeds = Luồng bản ghi
feeds-none = Chúng ta chưa giữ luồng bản ghi nào của đối tác này.
sync-unreadable = Không đọc được
sync-refused-records = Từ chối
sync-bytes = Dung lượng
sync-writer = Bên viết
sync-taken = Đã báo nhận
partner-cut-off = đã cắt kết nối
sync-received = Đã nhận
sync-sent = Đã gửi
sync-acknowledged = Báo nhận cuối cho bản ghi của ta
sync-root = Khóa gốc
sync-bundle = Gói dữ liệu dạng tệp
sync-file = Gói dữ liệu
sync-file-title = Bằng tệp
sync-file-hint = Gói dữ liệu mà đối tác làm cho nút này.
sync-file-do = Nhận vào
sync-same-bytes = Cùng dữ liệu như qua mạng: đối tác ký, niêm phong cho nút này.
contradictions = Giữ làm chứng cứ
contradictions-none = Không có gì bị từ chối mà phải giữ lại.
sync-cosigned = Số bản ghi trong nhật ký của họ đã được đồng ký tại đây
log-other = Đối tác đưa ra một nhật ký khác với nhật ký đã đồng ký tại đây: { $shown } bản ghi không tiếp nối { $before } bản ghi của chúng ta. Bản ghi mới vẫn được nhận, nhưng nhật ký không được đồng ký.
log-hint = Sau khi khôi phục từ bản sao lưu thì điều này là bình thường; nhưng cũng có thể quá khứ đã bị viết lại. Hãy hỏi đối tác trực tiếp hoặc qua số điện thoại anh chị biết, không qua chính đường truyền này.
log-reason = Đối tác trả lời thế nào
log-reason-hint = Đã hỏi ai, hỏi bằng cách nào, và ở đó đã xảy ra việc gì.
log-propose = Đề nghị chấp nhận nhật ký mới
log-proposed = { $who } đề nghị chấp nhận nhật ký mới:
log-accept = Chấp nhận với tư cách cán bộ thứ hai
log-waits = Phải có một cán bộ khác chấp nhận.
record-new-log = quyết định về nhật ký mới của đối tác
done-log-proposed =
    { $n ->
       *[other] Đã đề nghị { $shown } mục. Phải có một cán bộ khác chấp nhận.
    }
done-log-accepted =
    { $n ->
       *[other] { $shown } nhật ký mới đã được chấp nhận và đồng ký. Cả hai bản có chữ ký được lưu giữ.
    }
sync-clocks = Đồng hồ của cơ quan này chỉ { $theirs } khi đồng hồ của ta chỉ { $ours }. Hãy chỉnh đồng hồ sai: ngày của bản ghi và thời hạn được tính theo đó.
sign-password = Mật khẩu của anh chị, để ký
sign-hint = Việc này mang chữ ký của chính anh chị. Mật khẩu chỉ mở khóa ký của anh chị cho việc này.
record-officer-key = khóa ký của cán bộ
