### When something did not work.

problem-code = Code
problem-home = To the inbox
problem-denied = Refused by policy
problem-denied-next = If you need it for your work, ask your lead or the officer who administers the rules, and give the code.
problem-missing = There is no such page or record here
problem-missing-next = It may have been recalled, or you may not know of it. Go back or search.
problem-invalid = That could not be accepted
problem-invalid-next = Go back, mend it and send it again.
problem-origin = The form did not come from a page of this node
problem-origin-next = Open the page again here and send the form from there.
problem-busy = Too many attempts
problem-busy-next = Wait a minute, then try again.
problem-large = The file or form is too large
problem-large-next = Split the file, or import it on the node with lintas import.
problem-closed = The sealed space is closed
problem-closed-next = Put the stick or folder with its key file in place. If it is, tell the administrator of the sealed space, and give the code.
problem-broken = Something went wrong at this node
problem-broken-next = Nothing was lost. Try again; if it stays, give the code to whoever runs the node.
