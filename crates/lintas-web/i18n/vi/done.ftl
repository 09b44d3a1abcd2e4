### What was done, with a count.

done-report-added = Đã lưu { $shown } báo cáo tại nút này.
done-case-opened = Đã mở { $shown } vụ án.
done-case-joined = Có { $shown } cơ quan làm vụ án này.
done-step = Đã ghi { $shown } bước.
done-note = Đã viết { $shown } ghi chú.
done-task-set = Đã giao { $shown } nhiệm vụ.
done-operation = Đã lập kế hoạch { $shown } chiến dịch.
done-warrant = Đã ghi { $shown } lệnh bắt.
done-warrant-checked = Đã kiểm tra hoặc sửa { $shown } lệnh bắt.
done-judged = Đã ghi { $shown } nhận định.
done-imported =
    { $n ->
        [0] Tệp không có gì mới.
       *[other] Đã nhập { $shown } dòng.
    }
done-import-undone = { $shown } bản ghi không còn hiển thị.
done-released = Đã cung cấp { $shown } bản ghi. Có thể thu hồi trên trang này.
done-recalled = Đã thu hồi { $shown } lần cung cấp; giấy báo nhận sẽ đến sau.
done-synced =
    { $n ->
        [0] Đã đồng bộ với mọi đối tác: không có gì phải làm.
       *[other] Đã nhận { $shown } bản ghi.
    }
done-bundle =
    { $n ->
        [0] Gói dữ liệu không có gì mới.
       *[other] Đã lấy { $shown } bản ghi từ gói dữ liệu.
    }
done-officer = Đã đăng ký { $shown } cán bộ.
done-officer-changed = Đã thay đổi { $shown } cán bộ.
done-graded = Đã ghi { $shown } đánh giá.
done-attached =
    { $n ->
        [0] Báo cáo đã có các tệp này.
       *[other] Đã đính kèm { $shown } tệp.
    }
done-passkey = Đã đăng ký { $shown } khóa truy cập.
done-passkey-removed = Đã gỡ { $shown } khóa truy cập.
done-code-removed = Đã bỏ { $shown } mã. Từ nay chỉ hỏi mật khẩu.
done-finding =
    { $n ->
        [0] Các bản ghi đã thay đổi: hãy chạy lại phân tích.
       *[other] Đã giữ { $shown } phát hiện.
    }
done-outcome = Đã ghi { $shown } kết quả.
done-request = Đã ghi { $shown } yêu cầu.
done-recorded = Đã ghi { $shown } bản ghi.
done-search-saved = Đã lưu tìm kiếm. Việc đến sẽ báo.
done-search-forgotten = Đã xóa tìm kiếm đã lưu.
done-passages =
    { $n ->
       *[other] Đã lưu { $shown } đoạn.
    }
