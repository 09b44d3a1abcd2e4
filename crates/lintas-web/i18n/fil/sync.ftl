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
sync-cosigned = Mga tala ng kanilang log na kasamang nilagdaan dito
log-other = Ibang log ang ipinapakita ng katuwang kaysa sa kasamang nilagdaan dito: { $shown } tala na hindi karugtong ng { $before } na hawak natin. Tinatanggap pa rin ang mga bagong tala, pero hindi kasamang nilalagdaan ang log nito.
log-hint = Inaasahan ito pagkatapos ibalik mula sa backup; maaari ding muling isinulat ang nakaraan. Tanungin ang katuwang nang personal o sa numerong kilala mo, huwag sa linyang ito.
log-reason = Sagot ng katuwang
log-reason-hint = Sino ang tinanong, paano, at ano ang nangyari doon.
log-propose = Imungkahing tanggapin ang bago nitong log
log-proposed = Iminumungkahi ni { $who } na tanggapin ang bagong log:
log-accept = Tanggapin bilang ikalawang opisyal
log-waits = Ibang opisyal ang dapat tumanggap nito.
record-new-log = pasiya sa bagong log ng katuwang
done-log-proposed =
    { $n ->
        [one] { $shown } ang naimungkahi. Ibang opisyal ang dapat tumanggap nito.
       *[other] { $shown } ang naimungkahi. Ibang opisyal ang dapat tumanggap.
    }
done-log-accepted =
    { $n ->
        [one] { $shown } bagong log ang tinanggap at kasamang nilagdaan. Iniingatan ang dalawang nota.
       *[other] { $shown } bagong log ang tinanggap at kasamang nilagdaan. Iniingatan ang mga nota.
    }
sync-clocks = { $theirs } ang ipinakita ng orasan nito noong { $ours } ang sa atin. Itama ang maling orasan: dito nakabatay ang petsa ng mga tala at ang pagkawalang-bisa.
sign-password = Ang iyong password, para lumagda
sign-hint = Taglay ng gawaing ito ang sarili mong lagda. Binubuksan ng password ang iyong susi para rito lamang.
record-officer-key = susi ng isang opisyal
