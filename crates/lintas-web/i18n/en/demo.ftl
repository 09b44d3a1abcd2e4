### The demo's home.

demo-title = Region at a glance
demo-explain = Eight agencies and a steward on this machine, each with its own records and keys. Be one of them.
demo-steward = Programme
demo-be = Be the { $role }
