### Taking back what was done last.

undo-reason = ຖອນຄືນທັນທີຫຼັງຈາກເຮັດ.
undo-task-finish = ຖອນຄືນ: ໜ້າວຽກທີ່ໝາຍວ່າແລ້ວ
undo-task-decline = ຖອນຄືນ: ໜ້າວຽກທີ່ປະຕິເສດ
undo-task-withdraw = ຖອນຄືນ: ໜ້າວຽກທີ່ຖອນ
undo-task-set = ຖອນຄືນ: ໜ້າວຽກທີ່ມອບໝາຍ
undo-case-suspend = ຖອນຄືນ: ຄະດີທີ່ພັກໄວ້
undo-case-resume = ຖອນຄືນ: ຄະດີທີ່ສືບຕໍ່
undo-case-close = ຖອນຄືນ: ຄະດີທີ່ປິດ
undo-case-reopen = ຖອນຄືນ: ຄະດີທີ່ເປີດຄືນ
undo-objective-met = ຖອນຄືນ: ເປົ້າໝາຍທີ່ບັນລຸ
undo-objective-dropped = ຖອນຄືນ: ເປົ້າໝາຍທີ່ຍົກເລີກ
undo-objective-open = ຖອນຄືນ: ເປົ້າໝາຍທີ່ຕັ້ງຄືນ
undo-judged-same = ຖອນຄືນ: ການວິນິດໄສວ່າແມ່ນອັນດຽວກັນ
undo-judged-apart = ຖອນຄືນ: ການວິນິດໄສວ່າບໍ່ແມ່ນອັນດຽວກັນ
undo-search-saved = ຖອນຄືນ: ການຄົ້ນຫາທີ່ບັນທຶກ
undo-search-forgotten = ຖອນຄືນ: ການຄົ້ນຫາທີ່ເອົາອອກ
undo-officer-suspended = ຖອນຄືນ: ເຈົ້າໜ້າທີ່ທີ່ໂຈະ
undo-officer-restored = ຖອນຄືນ: ເຈົ້າໜ້າທີ່ທີ່ຄືນສິດ
undo-imported = ຖອນຄືນ: ແຟ້ມທີ່ນຳເຂົ້າ
done-undone = ຖອນຄືນແລ້ວ. ທັງສອງຂັ້ນຕອນຍັງຢູ່ໃນບັນທຶກ.
done-undo-gone = ຖອນຄືນຈາກນີ້ບໍ່ໄດ້ແລ້ວ.
