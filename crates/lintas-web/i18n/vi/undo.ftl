### Taking back what was done last.

undo-reason = Hoàn tác ngay sau khi thực hiện.
undo-task-finish = Hoàn tác: nhiệm vụ đã đánh dấu xong
undo-task-decline = Hoàn tác: nhiệm vụ đã từ chối
undo-task-withdraw = Hoàn tác: nhiệm vụ đã rút
undo-task-set = Hoàn tác: nhiệm vụ đã giao
undo-case-suspend = Hoàn tác: vụ án đã tạm dừng
undo-case-resume = Hoàn tác: vụ án đã tiếp tục
undo-case-close = Hoàn tác: vụ án đã khép
undo-case-reopen = Hoàn tác: vụ án đã mở lại
undo-objective-met = Hoàn tác: mục tiêu đã đạt
undo-objective-dropped = Hoàn tác: mục tiêu đã bỏ
undo-objective-open = Hoàn tác: mục tiêu đã đặt lại
undo-judged-same = Hoàn tác: nhận định là một
undo-judged-apart = Hoàn tác: nhận định không phải là một
undo-search-saved = Hoàn tác: tìm kiếm đã lưu
undo-search-forgotten = Hoàn tác: tìm kiếm đã gỡ
undo-officer-suspended = Hoàn tác: cán bộ bị tạm ngưng
undo-officer-restored = Hoàn tác: cán bộ được khôi phục
undo-imported = Hoàn tác: tệp đã nhập
done-undone = Đã hoàn tác. Cả hai bước vẫn nằm trong bản ghi.
done-undo-gone = Không thể hoàn tác từ đây nữa.
