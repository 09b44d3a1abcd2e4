### What was done, with a count.

done-report-added =
    { $n ->
        [one] Naitabi ang { $shown } ulat sa nodong ito.
       *[other] Naitabi ang { $shown } na ulat sa nodong ito.
    }
done-case-opened =
    { $n ->
        [one] Nabuksan ang { $shown } kaso.
       *[other] Nabuksan ang { $shown } na kaso.
    }
done-case-joined =
    { $n ->
        [one] { $shown } ahensiya ang gumagawa sa kaso.
       *[other] { $shown } na ahensiya ang gumagawa sa kaso.
    }
done-step =
    { $n ->
        [one] Naitala ang { $shown } hakbang.
       *[other] Naitala ang { $shown } na hakbang.
    }
done-note =
    { $n ->
        [one] Naisulat ang { $shown } tala.
       *[other] Naisulat ang { $shown } na tala.
    }
done-task-set =
    { $n ->
        [one] Naitakda ang { $shown } gawain.
       *[other] Naitakda ang { $shown } na gawain.
    }
done-operation =
    { $n ->
        [one] Naiplano ang { $shown } operasyon.
       *[other] Naiplano ang { $shown } na operasyon.
    }
done-warrant =
    { $n ->
        [one] Naitala ang { $shown } mandamyento.
       *[other] Naitala ang { $shown } na mandamyento.
    }
done-warrant-checked =
    { $n ->
        [one] Naberipika o naitama ang { $shown } mandamyento.
       *[other] Naberipika o naitama ang { $shown } na mandamyento.
    }
done-judged =
    { $n ->
        [one] Naitala ang { $shown } pasiya.
       *[other] Naitala ang { $shown } na pasiya.
    }
done-imported =
    { $n ->
        [0] Walang bago sa file.
        [one] Na-import ang { $shown } hilera.
       *[other] Na-import ang { $shown } na hilera.
    }
done-import-undone =
    { $n ->
        [one] Hindi na ipinapakita ang { $shown } tala.
       *[other] Hindi na ipinapakita ang { $shown } na tala.
    }
done-released =
    { $n ->
        [one] Naibahagi ang { $shown } tala. Mababawi ito sa pahinang ito.
       *[other] Naibahagi ang { $shown } na tala. Mababawi ang mga ito sa pahinang ito.
    }
done-recalled =
    { $n ->
        [one] Nabawi ang { $shown } pagbabahagi; susunod ang mga patunay ng pagtanggap.
       *[other] Nabawi ang { $shown } na pagbabahagi; susunod ang mga patunay ng pagtanggap.
    }
done-synced =
    { $n ->
        [0] Naisabay sa lahat ng katuwang: walang dapat gawin.
        [one] Natanggap ang { $shown } tala.
       *[other] Natanggap ang { $shown } na tala.
    }
done-bundle =
    { $n ->
        [0] Walang bago sa bigkis ng datos.
        [one] Nakuha ang { $shown } tala mula sa bigkis ng datos.
       *[other] Nakuha ang { $shown } na tala mula sa bigkis ng datos.
    }
done-officer =
    { $n ->
        [one] Nairehistro ang { $shown } opisyal.
       *[other] Nairehistro ang { $shown } na opisyal.
    }
done-officer-changed =
    { $n ->
        [one] Nabago ang { $shown } opisyal.
       *[other] Nabago ang { $shown } na opisyal.
    }
done-graded =
    { $n ->
        [one] Naitala ang { $shown } pagtatasa.
       *[other] Naitala ang { $shown } na pagtatasa.
    }
done-attached =
    { $n ->
        [0] Nasa ulat na ang mga file na ito.
        [one] Naikabit ang { $shown } file.
       *[other] Naikabit ang { $shown } na file.
    }
done-passkey =
    { $n ->
        [one] Nairehistro ang { $shown } susi sa pagpasok.
       *[other] Nairehistro ang { $shown } na susi sa pagpasok.
    }
done-passkey-removed =
    { $n ->
        [one] Naalis ang { $shown } susi sa pagpasok.
       *[other] Naalis ang { $shown } na susi sa pagpasok.
    }
done-code-removed =
    { $n ->
        [one] Naalis ang { $shown } kodigo. Mula ngayon, kontrasenyas lamang ang hihingin.
       *[other] Naalis ang { $shown } na kodigo. Mula ngayon, kontrasenyas lamang ang hihingin.
    }
done-finding =
    { $n ->
        [0] Nagbago ang mga tala: patakbuhin muli ang pagsusuri.
        [one] Naitabi ang { $shown } natuklasan.
       *[other] Naitabi ang { $shown } na natuklasan.
    }
done-outcome =
    { $n ->
        [one] Naitala ang { $shown } resulta.
       *[other] Naitala ang { $shown } na resulta.
    }
done-request =
    { $n ->
        [one] Naitala ang { $shown } kahilingan.
       *[other] Naitala ang { $shown } na kahilingan.
    }
done-recorded =
    { $n ->
        [one] Naisulat ang { $shown } tala.
       *[other] Naisulat ang { $shown } na tala.
    }
done-search-saved = Naitago ang paghahanap. Sasabihin ng Mga dumating.
done-search-forgotten = Naalis ang itinagong paghahanap.
done-passages =
    { $n ->
        [one] { $shown } sipi ang naitago.
       *[other] { $shown } sipi ang naitago.
    }
