### Officers and audit.

officers-title = ເຈົ້າໜ້າທີ່
officers-none = ບໍ່ມີເຈົ້າໜ້າທີ່.
officer-enrol = ລົງທະບຽນເຈົ້າໜ້າທີ່
officer-name = ຊື່ໃນໜ່ວຍງານ
officer-login = ຊື່ຜູ້ໃຊ້
officer-password = ລະຫັດຜ່ານທຳອິດ
officer-password-hint = ຢ່າງໜ້ອຍ 12 ຕົວ ໃຊ້ຫຼາຍຄຳຈະດີທີ່ສຸດ.
password-short = ຢ່າງໜ້ອຍ { $shown } ຕົວ.
officer-language = ພາສາ
officer-active = ກຳລັງໃຊ້ງານ
officer-suspended = ຖືກໂຈະ
officer-suspend = ໂຈະ
officer-restore = ໃຫ້ໃຊ້ຄືນ
audit-title = ບັນທຶກການກວດກາ
audit-note = ທຸກແຖວແມ່ນບັນທຶກໃນປຶ້ມ ແລະ ເອົາອອກບໍ່ໄດ້.
audit-none = ຍັງບໍ່ມີການເປີດເບິ່ງ.
act-view = ເປີດເບິ່ງ
act-search = ຄົ້ນຫາ
act-export = ສົ່ງອອກ
act-refused = ຖືກປະຕິເສດ
act-sign-in = ເຂົ້າສູ່ລະບົບ
act-print = ພິມ
act-purpose = ເລືອກຈຸດປະສົງ
act-credential = ປ່ຽນວິທີເຂົ້າສູ່ລະບົບ
