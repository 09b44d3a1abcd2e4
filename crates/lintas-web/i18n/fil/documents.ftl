### Mga inilimbag na dokumento.

document-print = Ilimbag bilang PDF
document-show = Ipakita sa wikang ito
document-language = Wikang katabi ng Ingles
document-english-alone = Ingles lamang
document-draft = Magiging burador ito
document-lacks = Sasabihin ito sa bawat pahina. Ang kulang:
document-complete = Walang kulang na mahalagang bahagi.
document-note = Itinatala ang paglilimbag. May kodigo ang dokumento na magagamit ng ahensiyang ito para makita kung sino ang naglimbag at kailan.
document-passages = Ang sinasabi nito bukod sa mga tala
document-passages-note = Isinusulat nang minsan at iniingatan bilang tala ng ahensiyang ito, sa Ingles at sa wikang katabi nito. Isang linya ang bawat punto.
document-passages-save = Itago ang isinulat
document-records =
    { $n ->
        [one] ginawa mula sa { $shown } tala
       *[other] ginawa mula sa { $shown } tala
    }
document-legal-assistance-request = Kahilingan para sa tulong na legal sa isa't isa
document-extradition-request = Kahilingan para sa ekstradisyon
document-provisional-arrest-request = Kahilingan para sa pansamantalang pag-aresto
document-note-verbale = Nota verbal
document-warrant-sheet = Talaan ng mandamyento
document-target-package = Pakete ng target
document-operation-order = Utos ng operasyon
document-workshop-agenda = Adyenda ng palihan
document-workshop-report = Ulat ng palihan
document-round-report = Ulat ng yugto
document-joint-investigation-agreement = Kasunduan sa magkasanib na imbestigasyon
document-exhibit-certificate = Sertipiko ng bagay na ebidensiya
document-notice-request = Pormularyo ng abiso
