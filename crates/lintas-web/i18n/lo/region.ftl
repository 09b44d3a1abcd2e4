### Results of the round.

region-title = ພາກພື້ນ
region-note = ນັບຈາກບັນທຶກຂອງຈຸດເຊື່ອມຕໍ່ ຜົນທີ່ຫຼາຍໜ່ວຍງານລາຍງານນັບເທື່ອດຽວ. ບໍ່ມີຂໍ້ມູນຄະດີ.
region-none = ຍັງບໍ່ມີຮອບ.
region-small = ບໍ່ບອກຈຳນວນທີ່ຕ່ຳກວ່າ { $shown } ເພື່ອບໍ່ໃຫ້ຮູ້ຈັກຕົວບຸກຄົນ.
region-commitments = ຄຳໝັ້ນສັນຍາ
region-participation = ການເຂົ້າຮ່ວມ
participation-none = ຍັງບໍ່ໄດ້ບັນທຶກການເຂົ້າຮ່ວມ.
commitments-none = ບໍ່ມີຄຳໝັ້ນສັນຍາ.
commitment-open = ຍັງບໍ່ແລ້ວ
result-basis = ຈາກ { $shown } ການແຈ້ງຂອງ { $agencies }
result-confirmed = ຢືນຢັນແລ້ວ
workshop-opening = ເປີດ
workshop-review = ທົບທວນ
workshop-closing = ປິດ
outcome-warrants-updated = ຄຳສັ່ງຈັບຕົວທີ່ປັບປຸງ
outcome-victims-rescued = ຜູ້ຖືກເຄາະຮ້າຍທີ່ຊ່ວຍອອກໄດ້
outcome-rest-houses-identified = ເຮືອນພັກຊົ່ວຄາວທີ່ພົບ
outcome-routes-discovered = ເສັ້ນທາງທີ່ຄົ້ນພົບ
outcome-arrests = ການຈັບຕົວ
outcome-organisers-identified = ຜູ້ຈັດຕັ້ງເຄືອຂ່າຍທີ່ລະບຸຕົວໄດ້
outcome-convictions = ການຕັດສິນລົງໂທດ
region-levels = ການລົງໂທດຕາມລະດັບ: ຮອດລະດັບເທິງບໍ່?
region-levels-few = ໜ້ອຍກວ່າ { $shown }
