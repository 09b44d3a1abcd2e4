### People and things.

things-none = Chưa có người hoặc vật nào.
entity-statements = Báo cáo nói gì
entity-links = Mối liên hệ
entity-matches = Có thể là một
entity-matches-note = Số dùng chung hoặc tên giống nhau chỉ là gợi ý. Có phải là một hay không do con người nhận định, và có thể rút lại.
entity-agencies = { $agencies } đã biết
entity-withheld = Có { $shown } thông tin không hiện cho bạn.
statements-none = Không có thông tin nào bạn được xem.
matches-none = Ở đây chưa biết ai hay vật gì có thể là một.
match-shared-identifier = Dùng chung số định danh
match-judged = Được nhận định là một
judge-reason = nhận định trên trang của người hoặc vật
link-report = Báo cáo
judge-same = Là một
judge-not-same = Không phải một
judge-withdrawn = Rút lại
verdict-same = là một
verdict-not-same = không phải một
match-births-differ = nhưng ngày sinh là { $own } và { $other }
rule-same-spelling = cùng cách viết
rule-same-character = cùng một chữ
rule-same-name = các cách viết của một tên
rule-same-sound = cùng âm
rule-near-sound = âm gần giống
rule-initial = chữ cái đầu
rule-joined = viết liền hoặc tách
