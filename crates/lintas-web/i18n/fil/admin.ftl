### Officers and audit.

officers-title = Mga opisyal
officers-none = Walang opisyal.
officer-enrol = Irehistro ang opisyal
officer-name = Pangalan sa ahensiya
officer-login = Pangalan sa pagpasok
officer-password = Unang kontrasenyas
officer-password-hint = Hindi bababa sa 12 titik; pinakamainam ang ilang salita.
password-short = Hindi bababa sa { $shown } titik.
officer-language = Wika
officer-active = aktibo
officer-suspended = sinuspinde
officer-suspend = Suspindihin
officer-restore = Ibalik
audit-title = Awdit
audit-note = Bawat linya ay tala sa aklat-talaan at hindi matatanggal.
audit-none = Wala pang tiningnan.
act-view = tiningnan
act-search = hinanap
act-export = in-export
act-refused = tinanggihan
act-sign-in = pumasok
act-print = inilimbag
act-purpose = pumili ng layunin
act-credential = binago ang paraan ng pag-sign in
