### Partners and sync.

sync-now = Sumabay sa lahat ng katuwang ngayon
sync-idle = walang dapat gawin · { $when }
sync-behind =
    { $n ->
        [one] { $shown } tala ang naghihintay
       *[other] { $shown } na tala ang naghihintay
    }
sync-refused = tinanggihan ng patakaran
sync-failed = hindi nagtagumpay
sync-failed-retry = hindi nagtagumpay, susubukan muli { $when }
sync-by-file = sa file lamang
sync-by-file-since = naghihintay ng file · huli { $when }
sync-never = hindi pa nakapagsabay
sync-feeds = Mga daloy ng tala
feeds-none = Wala tayong hawak na daloy ng tala ng katuwang na ito.
sync-unreadable = Hindi mabasa
sync-refused-records = Tinanggihan
sync-bytes = Laki
sync-writer = Isinulat ng
sync-taken = Kinilalang natanggap
partner-cut-off = pinutol
sync-received = Natanggap
sync-sent = Naipadala
sync-acknowledged = Huling patunay para sa atin
sync-root = Pangunahing susi
sync-bundle = Bigkis ng datos bilang file
sync-file = Bigkis ng datos
sync-file-title = Sa pamamagitan ng file
sync-file-hint = Bigkis ng datos na ginawa ng katuwang para sa nodong ito.
sync-file-do = Kunin
sync-same-bytes = Parehong datos gaya ng sa network: pinirmahan ng katuwang, selyado para sa nodong ito.
contradictions = Iniingatan bilang ebidensiya
contradictions-none = Walang tinanggihang kailangang ingatan.
