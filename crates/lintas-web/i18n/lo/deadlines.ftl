### Deadlines and the agenda.

deadlines-title = ກຳນົດເວລາ
deadlines-none = ບໍ່ມີຫຍັງຮອດກຳນົດ.
deadlines-calendar = ໄຟລ໌ປະຕິທິນ
deadlines-note = ໄຟລ໌ບໍ່ບອກບຸກຄົນ, ຫົວຂໍ້ ຫຼື ຄຳຖາມ, ມີແຕ່ປະເພດ ແລະ ເລກອ້າງອີງຄະດີ, ເພາະປະຕິທິນຖືກສຳເນົາໄປໂທລະສັບ.
due-clock = ກຳນົດຕາມກົດໝາຍຈະໝົດ
due-request = ຄຳຕອບຂອງລັດອື່ນ
due-inquiry = ຄຳຖາມທີ່ຕ້ອງຕອບ
due-answer = ຄຳຕອບຕໍ່ຄຳຖາມຂອງເຮົາ
due-task = ໜ້າວຽກ
due-review = ຄຳສັ່ງຈັບຕົວທີ່ຕ້ອງທົບທວນ
due-commitment = ຄຳໝັ້ນ
agenda-title = ວາລະ
agenda-note = ສ້າງຈາກສະຖານະຂອງບັນທຶກ; ບໍ່ມີໃຜພິມເອງ.
agenda-promised = ສິ່ງທີ່ໃຫ້ຄຳໝັ້ນ, ສິ່ງທີ່ເຮັດແລ້ວ
agenda-carried = ຍັງຄ້າງຈາກຮອບກ່ອນ
agenda-cases = ຄະດີ, ເລື່ອງທີ່ຕ້ອງປຶກສາຫຼາຍຢູ່ກ່ອນ
agenda-late = ເກີນກຳນົດ { $shown }
agenda-shut = ຍັງບໍ່ຜ່ານ { $shown }
kept-done = ເຮັດແລ້ວ
kept-late = ເຮັດຊ້າ
kept-open = ຍັງບໍ່ຮອດກຳນົດ
kept-overdue = ▲ ຍັງບໍ່ເຮັດ
