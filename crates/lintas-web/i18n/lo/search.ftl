### Search.

search-help = ຊື່ດ້ວຍຕົວອັກສອນໃດກໍໄດ້ ເລກ ປ້າຍທະບຽນ ຄຳໃນບົດລາຍງານ.
search-any-kind = ທັງໝົດ
search-any-agency = ທຸກໜ່ວຍງານ
search-none = ບໍ່ພົບສິ່ງທີ່ທ່ານມີສິດເບິ່ງ.
search-count = ພົບ { $shown } ລາຍການ
search-more-than = ພົບຫຼາຍກວ່າ { $shown } ລາຍການ
search-next = ເພີ່ມເຕີມ
search-part = ບາງສ່ວນ
search-part-note = ໜ່ວຍງານຕົ້ນທາງ ຫຼື ລະບຽບຂອງທ່ານບໍ່ສະແດງບາງຊ່ອງ.
search-existence = ຮູ້ພຽງວ່າມີ
search-existence-note = ທ່ານຮູ້ໄດ້ວ່າມີບັນທຶກນີ້ ແຕ່ບໍ່ຮູ້ເນື້ອໃນ. ກະລຸນາຖາມໜ່ວຍງານຕົ້ນທາງ.
