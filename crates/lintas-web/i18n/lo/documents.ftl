### ເອກະສານທີ່ພິມ

document-print = ພິມເປັນ PDF
document-show = ສະແດງໃນພາສານີ້
document-language = ພາສາທີ່ຢູ່ຄຽງພາສາອັງກິດ
document-english-alone = ພາສາອັງກິດເທົ່ານັ້ນ
document-draft = ເອກະສານນີ້ຈະເປັນສະບັບຮ່າງ
document-lacks = ທຸກໜ້າຈະບອກວ່າເປັນສະບັບຮ່າງ. ສິ່ງທີ່ຍັງຂາດ:
document-complete = ບໍ່ຂາດສ່ວນສຳຄັນໃດ.
document-note = ການພິມຖືກບັນທຶກໄວ້. ເອກະສານມີລະຫັດທີ່ໜ່ວຍງານນີ້ໃຊ້ຊອກວ່າ ໃຜພິມ ແລະ ເມື່ອໃດ.
document-passages = ຂໍ້ຄວາມທີ່ບໍ່ມີໃນບັນທຶກອື່ນ
document-passages-note = ຂຽນເທື່ອດຽວ ແລະ ເກັບເປັນບັນທຶກຂອງໜ່ວຍງານນີ້ ເປັນພາສາອັງກິດ ແລະ ພາສາທີ່ຢູ່ຄຽງ. ຖ້າມີຫຼາຍຂໍ້ ໃຫ້ຂຽນຂໍ້ລະແຖວ.
document-passages-save = ເກັບຂໍ້ຄວາມ
document-records =
    { $n ->
       *[other] ເຮັດຈາກບັນທຶກ { $shown } ລາຍການ
    }
document-legal-assistance-request = ຄຳຮ້ອງຂໍຄວາມຊ່ວຍເຫຼືອທາງກົດໝາຍເຊິ່ງກັນ ແລະ ກັນ
document-extradition-request = ຄຳຮ້ອງຂໍສົ່ງຜູ້ຮ້າຍຂ້າມແດນ
document-provisional-arrest-request = ຄຳຮ້ອງຂໍຈັບຕົວຊົ່ວຄາວ
document-note-verbale = ໜັງສືທາງການທູດ
document-warrant-sheet = ໃບຂໍ້ມູນໝາຍຈັບ
document-target-package = ຊຸດຂໍ້ມູນເປົ້າໝາຍ
document-operation-order = ຄຳສັ່ງປະຕິບັດງານ
document-workshop-agenda = ວາລະກອງປະຊຸມ
document-workshop-report = ບົດລາຍງານກອງປະຊຸມ
document-round-report = ບົດລາຍງານຮອບ
document-joint-investigation-agreement = ຂໍ້ຕົກລົງວ່າດ້ວຍການສືບສວນຮ່ວມ
document-exhibit-certificate = ໃບຢັ້ງຢືນຂອງກາງ
document-notice-request = ແບບຟອມແຈ້ງການ
