### Search.

search-help = ຊື່ດ້ວຍຕົວອັກສອນໃດກໍໄດ້ ເລກ ປ້າຍທະບຽນ ຄຳໃນບົດລາຍງານ.
search-none = ບໍ່ພົບສິ່ງທີ່ທ່ານມີສິດເບິ່ງ.
search-count = ພົບ { $shown } ລາຍການ
search-more-than = ພົບຫຼາຍກວ່າ { $shown } ລາຍການ
search-next = ເພີ່ມເຕີມ
search-part = ບາງສ່ວນ
search-part-note = ໜ່ວຍງານຕົ້ນທາງ ຫຼື ລະບຽບຂອງທ່ານບໍ່ສະແດງບາງຊ່ອງ.
search-existence = ຮູ້ພຽງວ່າມີ
search-existence-note = ທ່ານຮູ້ໄດ້ວ່າມີບັນທຶກນີ້ ແຕ່ບໍ່ຮູ້ເນື້ອໃນ. ກະລຸນາຖາມໜ່ວຍງານຕົ້ນທາງ.
search-all = ທັງໝົດ
search-place = ສະຖານທີ່
search-narrow = ຈຳກັດການຄົ້ນຫາ
search-beyond = ຕົວເລກນັບສະເພາະບັນທຶກໃໝ່ສຸດ. ຈຳກັດການຄົ້ນຫາເພື່ອເບິ່ງອັນເກົ່າ.
search-save = ແຈ້ງເມື່ອມີອັນໃໝ່
search-saved = ການຄົ້ນຫາທີ່ບັນທຶກໄວ້
search-saved-note = ວຽກເຂົ້າຈະແຈ້ງເມື່ອມີບັນທຶກໃໝ່ທີ່ກົງ ແລະ ທ່ານເບິ່ງໄດ້.
search-forget = ລຶບ
search-examples = ຄົ້ນຫາຫຍັງໄດ້
search-teach = ພິມຕົ້ນຄຳ ຊື່ໃນຕົວອັກສອນໃດກໍໄດ້ ເລກທ້າຍຂອງໂທລະສັບ ຫຼື ທະບຽນລົດ. ຊື່ໃນຕົວອັກສອນໜຶ່ງຊອກເຫັນຊື່ດຽວກັນໃນຕົວອັກສອນອື່ນ.
found-grade-reliable = ແຫຼ່ງທີ່ເຊື່ອຖືໄດ້
found-grade-other = ແຫຼ່ງອື່ນ
found-grade-none = ຍັງບໍ່ໄດ້ປະເມີນ
found-time-week = 7 ວັນຜ່ານມາ
found-time-month = ກ່ອນນັ້ນ ໃນ 31 ວັນ
found-time-year = ກ່ອນນັ້ນ ໃນ 1 ປີ
found-time-older = ເກົ່າກວ່າ
