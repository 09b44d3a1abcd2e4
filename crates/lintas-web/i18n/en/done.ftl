### What was done, with a count.

done-report-added =
    { $n ->
        [one] One report saved on this node.
       *[other] { $shown } reports saved on this node.
    }
done-case-opened =
    { $n ->
        [one] One case opened.
       *[other] { $shown } cases opened.
    }
done-case-joined =
    { $n ->
        [one] One agency works the case.
       *[other] { $shown } agencies work the case.
    }
done-step =
    { $n ->
        [one] One step recorded.
       *[other] { $shown } steps recorded.
    }
done-note =
    { $n ->
        [one] One note written.
       *[other] { $shown } notes written.
    }
done-task-set =
    { $n ->
        [one] One task set.
       *[other] { $shown } tasks set.
    }
done-operation =
    { $n ->
        [one] One operation planned.
       *[other] { $shown } operations planned.
    }
done-warrant =
    { $n ->
        [one] One warrant recorded.
       *[other] { $shown } warrants recorded.
    }
done-warrant-checked =
    { $n ->
        [one] One warrant verified or corrected.
       *[other] { $shown } warrants verified or corrected.
    }
done-judged =
    { $n ->
        [one] One judgement recorded.
       *[other] { $shown } judgements recorded.
    }
done-imported =
    { $n ->
        [0] Nothing new in the file.
        [one] One row imported.
       *[other] { $shown } rows imported.
    }
done-import-undone =
    { $n ->
        [one] One record left the views.
       *[other] { $shown } records left the views.
    }
done-released =
    { $n ->
        [one] One record released. It can be recalled on this page.
       *[other] { $shown } records released. They can be recalled on this page.
    }
done-recalled =
    { $n ->
        [one] One release recalled; receipts will follow.
       *[other] { $shown } releases recalled; receipts will follow.
    }
done-synced =
    { $n ->
        [0] All partners met: nothing to do.
        [one] One record received.
       *[other] { $shown } records received.
    }
done-bundle =
    { $n ->
        [0] The bundle held nothing new.
        [one] One record taken from the bundle.
       *[other] { $shown } records taken from the bundle.
    }
done-officer =
    { $n ->
        [one] One officer enrolled.
       *[other] { $shown } officers enrolled.
    }
done-officer-changed =
    { $n ->
        [one] One officer changed.
       *[other] { $shown } officers changed.
    }
done-graded =
    { $n ->
        [one] One grade recorded.
       *[other] { $shown } grades recorded.
    }
done-attached =
    { $n ->
        [0] The report has these files already.
        [one] One file attached.
       *[other] { $shown } files attached.
    }
done-passkey =
    { $n ->
        [one] One passkey registered.
       *[other] { $shown } passkeys registered.
    }
done-passkey-removed =
    { $n ->
        [one] One passkey removed.
       *[other] { $shown } passkeys removed.
    }
done-code-removed =
    { $n ->
        [one] One code taken away. From now on the password alone is asked for.
       *[other] { $shown } codes taken away.
    }
done-finding =
    { $n ->
        [0] The records have changed: run the analysis again.
        [one] One finding kept.
       *[other] { $shown } findings kept.
    }
done-outcome =
    { $n ->
        [one] One result recorded.
       *[other] { $shown } results recorded.
    }
done-request =
    { $n ->
        [one] One request recorded.
       *[other] { $shown } requests recorded.
    }
done-recorded =
    { $n ->
        [one] One record written.
       *[other] { $shown } records written.
    }
done-search-saved = Search saved. The inbox will tell you.
done-search-forgotten = Saved search removed.
done-passages =
    { $n ->
        [one] One passage kept.
       *[other] { $shown } passages kept.
    }
