### Reports that a device keeps until there is a link.

unsent-title = Reports on this device
unsent-send = Send now
unsent-waiting = waiting to be sent
unsent-sent = sent and saved on the node
unsent-refused = refused:
unsent-sign-in = waiting: sign in to send it
unsent-other = waiting: only the officer who set up this device can send it
unsent-delete = Delete
unsent-delete-sure = This report has not been sent. Delete it for good?
unsent-mend = Open and correct
unsent-open = Open the report
unsent-remove-sure = Reports that have not been sent are deleted with it. Remove everything?
unsent-failed = The node answered with
device-title = Write reports without a link
device-explain = The empty form can be kept on this device, so that it opens where there is no link. What you write there is sealed at once: nobody can read it on the device, not even you, and it is sent when you are signed in again. Do this only on a device that is yours alone, never on a shared one.
device-kept = This device opens the form without a link. Signing out does not delete reports that wait; only you can send them.
device-other = This device is set up for another officer: what is written on it without a link is theirs to send. Set it up for yourself only if it is now yours.
device-keep = Keep the empty form on this device
device-remove = Remove it from this device
empty-title = Report without a link
empty-note = The node cannot be reached. Write your report: it is sealed on this device for the officer who set it up, and sent when that officer is back and signed in. The case is chosen then.
empty-again = Try the usual form
empty-unset = This device is not set up to keep reports. What you write here stays in this window only: keep it open until the node can be reached.
empty-save = Seal and send later
done-kept = The link dropped on the way. The report is sealed on this device and sent from here.
