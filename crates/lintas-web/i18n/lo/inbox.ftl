### The inbox.

inbox-title = ສິ່ງທີ່ລໍຖ້າທ່ານ
inbox-next = ຖັດໄປສຳລັບທ່ານ
inbox-none = ບໍ່ມີຫຍັງລໍຖ້າທ່ານ.
inbox-tasks = ໜ້າວຽກ
inbox-asked = ຂໍຈາກຄູ່ຮ່ວມງານ
inbox-grade = ບົດລາຍງານທີ່ຕ້ອງປະເມີນ
inbox-releases = ໄດ້ຮັບຈາກຄູ່ຮ່ວມງານ
inbox-warrants = ຄຳສັ່ງທີ່ຕ້ອງທົບທວນ
partners-title = ຄູ່ຮ່ວມງານ ແລະ ການປັບຂໍ້ມູນ
partners-none = ຍັງບໍ່ມີຄູ່ຮ່ວມງານ. ກະລຸນາພົບກັນໂດຍກົງ, ທຽບລະຫັດກະແຈ ແລ້ວໃຊ້ຄຳສັ່ງ lintas partner.
partners-more = ຄູ່ຮ່ວມງານທັງໝົດ
inbox-missteps = ຂັ້ນຕອນທີ່ບໍ່ຖືກຮັບເອົາ
misstep-pill = ຖາມຄູ່ຮ່ວມງານ
inbox-inquiries = ຄຳຖາມທີ່ຕ້ອງຕອບ
inbox-inquiries-ours = ຄຳຖາມທີ່ທ່ານຖາມ
inbox-saved = ການຄົ້ນຫາທີ່ບັນທຶກໄວ້ມີອັນໃໝ່
inbox-new = ໃໝ່ { $shown }
inbox-pressing = ຄຳຮ້ອງຂໍທີ່ຮີບດ່ວນ
inbox-second = ລໍຖ້າເຈົ້າໜ້າທີ່ຄົນທີສອງ
inbox-other-log = { $who } ສະແດງປຶ້ມບັນທຶກອື່ນທີ່ບໍ່ແມ່ນສະບັບທີ່ລົງນາມຮ່ວມຢູ່ນີ້
inbox-alarms = ສັນຍານເຕືອນ
