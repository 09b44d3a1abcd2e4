### Requests for information between agencies.

tab-inquiries = Mga tanong
inquiries-title = Mga kahilingan ng impormasyon
inquiries-none = Walang tanong.
inquiries-note = Nauuna ang lampas na sa takda. Ang oo ay isang tala na naibahagi na; walang lumalabas sa mismong sagot.
inquiry-ask = Magtanong sa ahensiya
inquiry-question = Tanong
inquiry-answer = Sagutin
inquiry-text = Sa iyong salita
inquiry-record = Ang naibahaging tala na sumasagot dito
inquiry-record-hint = Mga ulat na naibahagi na sa { $agency }. Kung walang akma, ibahagi muna at bumalik.
inquiry-talk = Usapan
inquiry-silent = Wala pang sumasagot.
inquiry-state-asked = naitanong
inquiry-state-with-lead = nasa pinuno
inquiry-state-answered = nasagot
inquiry-state-declined = tinanggihan
inquiry-state-withdrawn = binawi
inquiry-move-yes = Oo: narito
inquiry-move-no = Wala: wala kaming hawak
inquiry-move-ask-lead = Itanong sa aking pinuno
inquiry-move-decline = Hindi maibibigay
inquiry-move-withdraw = Bawiin ang tanong
