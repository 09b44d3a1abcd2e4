### When something did not work.

problem-code = Kodigo
problem-home = Sa mga dumating
problem-denied = Tinanggihan ng patakaran
problem-denied-next = Kung kailangan ninyo ito sa trabaho, magtanong sa pinuno ng kaso o sa opisyal na nangangasiwa ng mga patakaran, at ibigay ang kodigo.
problem-missing = Walang ganitong pahina o tala rito
problem-missing-next = Maaaring nabawi na ito, o hindi ninyo ito maaaring malaman. Bumalik o maghanap.
problem-invalid = Hindi ito matanggap
problem-invalid-next = Bumalik, itama at ipadala muli.
problem-origin = Hindi galing sa pahina ng nodong ito ang pormularyo
problem-origin-next = Buksan muli ang pahina rito at doon ipadala ang pormularyo.
problem-busy = Masyadong maraming pagtatangka
problem-busy-next = Maghintay ng isang minuto, saka subukan muli.
problem-large = Masyadong malaki ang file o pormularyo
problem-large-next = Hatiin ang file, o i-import sa nodo gamit ang lintas import.
problem-closed = Sarado ang selyadong espasyo
problem-closed-next = Ilagay ang stick o folder na may file ng susi nito. Kung naroon na, sabihin sa tagapangasiwa ng selyadong espasyo at ibigay ang kodigo.
problem-broken = May naging problema sa nodong ito
problem-broken-next = Walang nawala. Subukan muli; kung ganoon pa rin, ibigay ang kodigo sa nagpapatakbo ng nodo.
