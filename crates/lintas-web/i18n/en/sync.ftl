### Partners and sync.

sync-now = Meet all partners now
sync-idle = nothing to do · { $when }
sync-behind =
    { $n ->
        [one] one record waits
       *[other] { $shown } records wait
    }
sync-refused = refused by policy
sync-failed = failed
sync-failed-retry = failed, retry at { $when }
sync-by-file = by file only
sync-by-file-since = waiting for file · last { $when }
sync-never = never met
sync-feeds = Feeds
feeds-none = We hold no feed of this partner.
sync-unreadable = Unreadable
sync-refused-records = Refused
sync-bytes = Bytes
sync-writer = Written by
sync-taken = Acknowledged
partner-cut-off = cut off
sync-received = Received
sync-sent = Sent
sync-acknowledged = Last receipt for ours
sync-root = Root key
sync-bundle = Bundle as file
sync-file = Bundle
sync-file-title = By file
sync-file-hint = A bundle that a partner made for this node.
sync-file-do = Take in
sync-same-bytes = The same bytes as over the wire: signed by the partner, sealed to this node.
contradictions = Kept as evidence
contradictions-none = Nothing was refused that had to be kept.
sync-cosigned = Records of its log cosigned here
log-other = It shows another log than the one cosigned here: { $shown } records that do not continue our { $before }. New records are taken, but its log is not cosigned.
log-hint = After a restore from a backup this is to be expected; it can also be a past that was rewritten. Ask the partner in person or by a number that you know, never by the same line.
log-reason = What the partner answered
log-reason-hint = Who was asked, how, and what happened there.
log-propose = Propose to accept its new log
log-proposed = { $who } proposes to accept the new log:
log-accept = Accept as the second officer
log-waits = Another officer must accept it.
record-new-log = decision on a partner’s new log
done-log-proposed =
    { $n ->
        [one] Proposed. Another officer must accept it.
       *[other] { $shown } proposed. Another officer must accept them.
    }
done-log-accepted =
    { $n ->
        [one] The new log is accepted and cosigned. Both notes are kept.
       *[other] { $shown } new logs are accepted and cosigned. Both notes are kept.
    }
sync-clocks = Its clock showed { $theirs } when ours showed { $ours }. Set the one that is wrong: records are dated and material expires by it.
sign-password = Your password, to sign
sign-hint = This act carries your own signature. Your password opens your key for it and nothing else.
record-officer-key = key of an officer
