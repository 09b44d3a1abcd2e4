### When something did not work.

problem-code = ລະຫັດ
problem-home = ໄປທີ່ວຽກເຂົ້າ
problem-denied = ຖືກປະຕິເສດຕາມລະບຽບ
problem-denied-next = ຖ້າຈຳເປັນຕໍ່ວຽກງານ ກະລຸນາຖາມຫົວໜ້າຄະດີ ຫຼື ເຈົ້າໜ້າທີ່ຄຸ້ມຄອງລະບຽບ ພ້ອມແຈ້ງລະຫັດ.
problem-missing = ບໍ່ມີໜ້າ ຫຼື ບັນທຶກນີ້ຢູ່ທີ່ນີ້
problem-missing-next = ມັນອາດຖືກຮຽກຄືນ ຫຼື ທ່ານບໍ່ມີສິດຮູ້. ກະລຸນາກັບຄືນ ຫຼື ຄົ້ນຫາ.
problem-invalid = ຮັບສິ່ງນີ້ບໍ່ໄດ້
problem-invalid-next = ກະລຸນາກັບຄືນ, ແກ້ໄຂ ແລ້ວສົ່ງໃໝ່.
problem-origin = ແບບຟອມບໍ່ໄດ້ມາຈາກໜ້າຂອງຈຸດເຊື່ອມຕໍ່ນີ້
problem-origin-next = ກະລຸນາເປີດໜ້ານີ້ໃໝ່ ແລ້ວສົ່ງແບບຟອມຈາກບ່ອນນັ້ນ.
problem-busy = ພະຍາຍາມຫຼາຍເທື່ອເກີນໄປ
problem-busy-next = ກະລຸນາລໍຖ້າໜຶ່ງນາທີ ແລ້ວລອງໃໝ່.
problem-large = ແຟ້ມ ຫຼື ແບບຟອມໃຫຍ່ເກີນໄປ
problem-large-next = ກະລຸນາແບ່ງແຟ້ມ ຫຼື ນຳເຂົ້າທີ່ຈຸດເຊື່ອມຕໍ່ດ້ວຍ lintas import.
problem-broken = ມີບັນຫາຢູ່ຈຸດເຊື່ອມຕໍ່ນີ້
problem-broken-next = ບໍ່ມີຫຍັງສູນເສຍ. ກະລຸນາລອງໃໝ່ ຖ້າຍັງເປັນຢູ່ ໃຫ້ແຈ້ງລະຫັດແກ່ຜູ້ດູແລຈຸດເຊື່ອມຕໍ່.
