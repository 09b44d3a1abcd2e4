### INTERPOL notices.

notice-title = ແຈ້ງການ INTERPOL ຫຼື ໜັງສືແຈກຢາຍ
notice-none = ຍັງບໍ່ໄດ້ຂໍ.
notice-ask = ຂໍອອກແຈ້ງການ
notice-colour = ສີ
notice-colour-red = ແດງ
notice-colour-blue = ຟ້າ
notice-colour-green = ຂຽວ
notice-for-red = ຊອກຫາທີ່ຢູ່ ແລະ ຈັບຕົວຊົ່ວຄາວ ລໍຖ້າການສົ່ງຜູ້ຮ້າຍຂ້າມແດນ
notice-for-blue = ເພີ່ມເຕີມເລື່ອງຕົວຕົນ, ທີ່ຢູ່ ຫຼື ການກະທຳ
notice-for-green = ແຈ້ງເຕືອນການກະທຳຜິດ
notice-channel = ຊ່ອງທາງ
notice-channel-notice = ແຈ້ງການ, ເຜີຍແຜ່ໂດຍກອງເລຂາທິການໃຫຍ່
notice-channel-diffusion = ໜັງສືແຈກຢາຍ, ສົ່ງໂດຍສຳນັກງານແຫ່ງຊາດ
notice-to = ເຖິງລັດໃດ (ສຳລັບໜັງສືແຈກຢາຍ)
notice-language = ພາສາຂອງແບບຟອມ
notice-form = ແບບຟອມ
notice-complete = ຄົບຖ້ວນ
notice-lacking = ▲ ຂາດ { $shown } ລາຍການ
notice-note = ແຈ້ງການບໍ່ແມ່ນຄຳສັ່ງຈັບຕົວ. ອີງໃສ່ຄຳສັ່ງຈັບຕົວນີ້; ສິ່ງທີ່ແຕ່ລະສີຕ້ອງມີຢູ່ໃນແບບຟອມ.
