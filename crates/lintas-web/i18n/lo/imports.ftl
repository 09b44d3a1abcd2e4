### Bringing files in.

format-table = ຕາຕະລາງ
format-htcds = ມາດຕະຖານຂໍ້ມູນຄະດີ
format-ofac-sdn = ບັນຊີລົງໂທດ (OFAC)
format-un-list = ບັນຊີລົງໂທດ (ສະຫະປະຊາຊາດ)
format-incidents = ເຫດການພ້ອມວັນທີ
imports-title = ນຳເຂົ້າ
imports-before = ນຳເຂົ້າກ່ອນໜ້ານີ້
imports-none = ຍັງບໍ່ເຄີຍນຳເຂົ້າ.
import-bring = ນຳແຟ້ມເຂົ້າ
import-file = ແຟ້ມ
import-file-hint = XLSX, CSV, TSV, ຂໍ້ຄວາມ, XML. ຮອງຮັບທຸກລະຫັດຕົວອັກສອນ ລວມທັງ TIS-620.
import-no-file = ກະລຸນາເລືອກແຟ້ມກ່ອນ.
import-unreadable = ນີ້ແມ່ນໂປຣແກຣມ, ຮູບພາບ ຫຼື ແຟ້ມຊະນິດອື່ນທີ່ນຳເຂົ້າບໍ່ໄດ້.
import-look = ເບິ່ງກ່ອນ
import-nothing-yet = ຍັງບໍ່ໄດ້ນຳເຂົ້າຫຍັງ.
import-dry = ນີ້ແມ່ນການລອງອ່ານ: ຍັງບໍ່ໄດ້ຂຽນຫຍັງ.
import-asks = ແຟ້ມນີ້ອ່ານໄດ້ສອງແບບ. ກະລຸນາຕອບກ່ອນ ລະບົບຈະບໍ່ເດົາ.
import-read = ແຖວທີ່ອ່ານ
import-fresh = ໃໝ່
import-known = ມີຢູ່ແລ້ວ
import-refused = ບໍ່ຮັບ
import-taken = ຮັບເຂົ້າ
import-take =
    { $n ->
        [0] ນຳເຂົ້າ
       *[other] ນຳເຂົ້າ { $shown } ແຖວ
    }
import-look-again = ອ່ານໃໝ່ຕາມຄຳຕອບນີ້
import-drop = ຖິ້ມ
import-columns = ການອ່ານແຕ່ລະຖັນ
import-issues = ສິ່ງທີ່ບໍ່ຮັບ ແລະ ເຫດຜົນ
import-rejects-explain = ກະລຸນາແກ້ແຖວໃນແຟ້ມ ແລ້ວນຳເຂົ້າອີກ. ແຖວທີ່ຮັບແລ້ວຈະບໍ່ຊ້ຳ.
import-rejects = ດາວໂຫຼດແຖວທີ່ບໍ່ຮັບ
import-undo = ຍົກເລີກການນຳເຂົ້ານີ້
import-undo-explain = ບັນທຶກທັງໝົດຂອງມັນຈະບໍ່ສະແດງອີກ. ປຶ້ມບັນທຶກຍັງເກັບໄວ້ວ່າເຄີຍເກີດຂຶ້ນ.
import-undone = ຍົກເລີກແລ້ວ
import-whole = ຄົບຖ້ວນ
import-partly = ບາງສ່ວນ
columns-none = ບໍ່ຮູ້ຈັກຖັນໃດ.
column-left-out = ບໍ່ຮູ້ຈັກ: ເກັບໄວ້
import-waiting = ລໍຖ້າຄຳຕອບ
import-which-day = ຖັນ { $column }: { $date } ແມ່ນມື້ໃດ?
import-evidence = ໃນຖັນນີ້ ອີກ { $day } ວັນທີມີວັນຢູ່ກ່ອນເທົ່ານັ້ນ ແລະ { $month } ມີເດືອນຢູ່ກ່ອນເທົ່ານັ້ນ.
issues-none = ຮັບໄດ້ທຸກແຖວ.
issues-more = ແລະ ອີກ { $shown }
row-refused = ບໍ່ຮັບ
row-noted = ຮັບພ້ອມໝາຍເຫດ
