### Reports that a device keeps until there is a link.

unsent-title = Mga ulat sa kagamitang ito
unsent-send = Ipadala ngayon
unsent-waiting = naghihintay na maipadala
unsent-sent = naipadala at nai-save sa nodo
unsent-refused = tinanggihan:
unsent-sign-in = naghihintay: pumasok upang maipadala
unsent-other = naghihintay: ang opisyal lamang na naghanda ng kagamitang ito ang makapagpapadala
unsent-delete = Burahin
unsent-delete-sure = Hindi pa naipapadala ang ulat na ito. Burahin nang tuluyan?
unsent-mend = Buksan at itama
unsent-open = Buksan ang ulat
unsent-remove-sure = Kasamang mabubura ang mga ulat na hindi pa naipapadala. Alisin lahat?
unsent-failed = Sumagot ang nodo ng kodigong
device-title = Sumulat ng ulat nang walang koneksiyon
device-explain = Maaaring itago sa kagamitang ito ang blangkong pormularyo upang mabuksan kahit walang koneksiyon. Agad na sineselyuhan ang isinusulat ninyo: walang makababasa nito sa kagamitan, kahit kayo, at ipapadala ito kapag pumasok kayong muli. Gawin lamang ito sa sarili ninyong kagamitan, huwag kailanman sa pinaghahatian.
device-kept = Binubuksan ng kagamitang ito ang pormularyo nang walang koneksiyon. Hindi binubura ng paglabas ang mga naghihintay na ulat; kayo lamang ang makapagpapadala.
device-other = Nakahanda ang kagamitang ito para sa ibang opisyal: siya ang magpapadala ng isinulat dito nang walang koneksiyon. Ihanda para sa sarili lamang kung sa inyo na ito.
device-keep = Itago ang blangkong pormularyo sa kagamitang ito
device-remove = Alisin sa kagamitang ito
empty-title = Ulat nang walang koneksiyon
empty-note = Hindi maabot ang nodo. Isulat ang ulat: sineselyuhan ito sa kagamitang ito para sa opisyal na naghanda nito, at ipapadala kapag bumalik at pumasok siya. Saka pipiliin ang kaso.
empty-again = Subukan ang karaniwang pormularyo
empty-unset = Hindi pa nakahandang magtago ng ulat ang kagamitang ito. Nasa bintanang ito lamang ang isinusulat ninyo: huwag isara hanggang maabot ang nodo.
empty-save = Selyuhan at ipadala mamaya
done-kept = Naputol ang koneksiyon habang ipinapadala. Naselyuhan ang ulat sa kagamitang ito at ipapadala mula rito.
