### Search.

search-help = ຊື່ດ້ວຍຕົວອັກສອນໃດກໍໄດ້ ເລກ ປ້າຍທະບຽນ ຄຳໃນບົດລາຍງານ.
search-any-kind = ທັງໝົດ
search-any-agency = ທຸກໜ່ວຍງານ
search-none = ບໍ່ພົບສິ່ງທີ່ທ່ານມີສິດເບິ່ງ.
search-count = ພົບ { $shown } ລາຍການ
search-more-than = ພົບຫຼາຍກວ່າ { $shown } ລາຍການ
search-next = ເພີ່ມເຕີມ
