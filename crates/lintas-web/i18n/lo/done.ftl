### What was done, with a count.

done-report-added = ບັນທຶກ { $shown } ບົດລາຍງານໄວ້ໃນຈຸດເຊື່ອມຕໍ່ນີ້ແລ້ວ.
done-case-opened = ເປີດ { $shown } ຄະດີແລ້ວ.
done-case-joined = ມີ { $shown } ໜ່ວຍງານເຮັດຄະດີນີ້.
done-step = ບັນທຶກ { $shown } ຂັ້ນຕອນແລ້ວ.
done-note = ຂຽນ { $shown } ໝາຍເຫດແລ້ວ.
done-task-set = ມອບ { $shown } ໜ້າວຽກແລ້ວ.
done-operation = ວາງແຜນ { $shown } ປະຕິບັດການແລ້ວ.
done-warrant = ບັນທຶກ { $shown } ຄຳສັ່ງຈັບຕົວແລ້ວ.
done-warrant-checked = ກວດສອບ ຫຼື ແກ້ໄຂ { $shown } ຄຳສັ່ງຈັບຕົວແລ້ວ.
done-judged = ບັນທຶກ { $shown } ການວິນິດໄສແລ້ວ.
done-imported =
    { $n ->
        [0] ບໍ່ມີສິ່ງໃໝ່ໃນແຟ້ມ.
       *[other] ນຳເຂົ້າ { $shown } ແຖວແລ້ວ.
    }
done-import-undone = { $shown } ບັນທຶກບໍ່ສະແດງອີກແລ້ວ.
done-released = ສະໜອງ { $shown } ບັນທຶກແລ້ວ. ຮຽກຄືນໄດ້ໃນໜ້ານີ້.
done-recalled = ຮຽກຄືນ { $shown } ການສະໜອງແລ້ວ ໃບຮັບຈະຕາມມາ.
done-synced =
    { $n ->
        [0] ປັບຂໍ້ມູນກັບທຸກຄູ່ຮ່ວມງານແລ້ວ: ບໍ່ມີຫຍັງຕ້ອງເຮັດ.
       *[other] ໄດ້ຮັບ { $shown } ບັນທຶກ.
    }
done-bundle =
    { $n ->
        [0] ຊຸດຂໍ້ມູນບໍ່ມີສິ່ງໃໝ່.
       *[other] ຮັບ { $shown } ບັນທຶກຈາກຊຸດຂໍ້ມູນ.
    }
done-officer = ລົງທະບຽນ { $shown } ເຈົ້າໜ້າທີ່ແລ້ວ.
done-officer-changed = ປ່ຽນແປງ { $shown } ເຈົ້າໜ້າທີ່ແລ້ວ.
done-graded = ບັນທຶກ { $shown } ການປະເມີນແລ້ວ.
done-attached =
    { $n ->
        [0] ບົດລາຍງານມີແຟ້ມເຫຼົ່ານີ້ແລ້ວ.
       *[other] ຄັດຕິດ { $shown } ແຟ້ມແລ້ວ.
    }
done-passkey = ລົງທະບຽນ { $shown } ກະແຈຜ່ານແລ້ວ.
done-passkey-removed = ເອົາ { $shown } ກະແຈຜ່ານອອກແລ້ວ.
done-code-removed = ເອົາ { $shown } ລະຫັດອອກແລ້ວ. ນັບແຕ່ນີ້ໄປຈະຖາມລະຫັດຜ່ານເທົ່ານັ້ນ.
done-finding =
    { $n ->
        [0] ບັນທຶກປ່ຽນໄປແລ້ວ: ກະລຸນາວິເຄາະໃໝ່.
       *[other] ເກັບ { $shown } ຜົນການວິເຄາະແລ້ວ.
    }
done-outcome = ບັນທຶກ { $shown } ຜົນໄດ້ຮັບແລ້ວ.
done-request = ບັນທຶກ { $shown } ຄຳຮ້ອງຂໍແລ້ວ.
done-recorded = ຂຽນ { $shown } ບັນທຶກແລ້ວ.
done-search-saved = ບັນທຶກການຄົ້ນຫາແລ້ວ. ວຽກເຂົ້າຈະແຈ້ງ.
done-search-forgotten = ລຶບການຄົ້ນຫາທີ່ບັນທຶກໄວ້ແລ້ວ.
done-passages =
    { $n ->
       *[other] ເກັບ { $shown } ຂໍ້ຄວາມແລ້ວ.
    }
