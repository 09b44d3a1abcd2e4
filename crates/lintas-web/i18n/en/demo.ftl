### The demo's home.

demo-title = Region at a glance
demo-explain = Eight agencies and a steward on this machine, each with its own records and keys. Be one of them.
demo-steward = Programme
demo-be = Be the { $role }

tour-title = Tour of the demo
tour-offer = Six steps, about four minutes, on the real pages: a case, a phone that several agencies know, a question to partners, what a partner would see, and the results.
tour-start = Start the tour as a case lead
tour-step = Step { $n } of { $all }
tour-before = Back
tour-after = Next step
tour-end = End the tour
tour-region = Eight agencies of eight countries, each with its own node, records and keys. No one in the middle can read them. Go on: you will be a case lead.
tour-case = A joint case. Every line says which agency wrote it, how sure it is and who may see it; the first card says what to do next.
tour-phone = A phone in this case. If several agencies speak of it, their statements stand side by side, each with source and grade: nobody had to copy anything.
tour-ask = Partners were asked whether they know something too. They did not learn what was asked, and answered only hit or no hit. A hit is a reason to ask, never a judgement.
tour-preview = Here one chooses records, fields, purpose and an end date. Before anything leaves, the next page shows exactly what the partner will see; a release can be recalled.
tour-results = What the round achieved, counted once across all agencies from the records of their nodes, without case data; small numbers are kept back. That was the tour.
