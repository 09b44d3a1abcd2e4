### Requests for information between agencies.

tab-inquiries = ຄຳຖາມ
inquiries-title = ຄຳຂໍຂໍ້ມູນ
inquiries-none = ບໍ່ມີຄຳຖາມ.
inquiries-note = ສິ່ງທີ່ເກີນກຳນົດຢູ່ກ່ອນ. ຄຳຕອບວ່າມີ ແມ່ນບັນທຶກທີ່ໄດ້ສະໜອງໄວ້ກ່ອນແລ້ວ; ບໍ່ມີຫຍັງອອກໄປກັບຄຳຕອບ.
inquiry-ask = ຖາມໜ່ວຍງານ
inquiry-question = ຄຳຖາມ
inquiry-answer = ຕອບ
inquiry-text = ຕາມຄຳຂອງທ່ານ
inquiry-record = ບັນທຶກທີ່ສະໜອງແລ້ວ ທີ່ຕອບຄຳຖາມນີ້
inquiry-record-hint = ບົດລາຍງານທີ່ສະໜອງໃຫ້ { $agency } ແລ້ວ. ຖ້າບໍ່ມີອັນໃດກົງ, ໃຫ້ສະໜອງກ່ອນ ແລ້ວກັບມາ.
inquiry-talk = ການສົນທະນາ
inquiry-silent = ຍັງບໍ່ມີໃຜຕອບ.
inquiry-state-asked = ຖາມແລ້ວ
inquiry-state-with-lead = ຢູ່ຫົວໜ້າຄະດີ
inquiry-state-answered = ຕອບແລ້ວ
inquiry-state-declined = ປະຕິເສດ
inquiry-state-withdrawn = ຖອນແລ້ວ
inquiry-move-yes = ມີ: ນີ້ແມ່ນຂໍ້ມູນ
inquiry-move-no = ບໍ່ມີ: ພວກເຮົາບໍ່ມີຂໍ້ມູນ
inquiry-move-ask-lead = ຖາມຫົວໜ້າຄະດີຂອງຂ້ອຍ
inquiry-move-decline = ໃຫ້ບໍ່ໄດ້
inquiry-move-withdraw = ຖອນຄຳຖາມ
