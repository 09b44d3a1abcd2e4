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
