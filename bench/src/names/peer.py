# Open matchers of names on the lists of a task; prints one line of JSON per list and matcher.
import json
import sys
import time

task = json.load(open(sys.argv[1], encoding="utf-8"))


def icu_jaro_winkler():
    import icu
    from rapidfuzz.distance import JaroWinkler

    latin = icu.Transliterator.createInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC; Latin-ASCII; Lower")
    known = {}

    def read(text):
        found = known.get(text)
        if found is None:
            found = known[text] = " ".join(sorted(latin.transliterate(text).split()))
        return found

    return lambda left, right: JaroWinkler.similarity(read(left), read(right))


def jaro_winkler_alone():
    from anyascii import anyascii
    from rapidfuzz.distance import JaroWinkler

    known = {}

    def read(text):
        found = known.get(text)
        if found is None:
            found = known[text] = " ".join(sorted(anyascii(text).lower().split()))
        return found

    return lambda left, right: JaroWinkler.similarity(read(left), read(right))


def logic_v2():
    from followthemoney import model
    from nomenklatura.matching import LogicV2

    known = {}

    def read(text):
        found = known.get(text)
        if found is None:
            found = known[text] = model.get_proxy(
                {"id": text, "schema": "Person", "properties": {"name": [text]}}, cleaned=False
            )
        return found

    config = LogicV2.default_config() if hasattr(LogicV2, "default_config") else None

    def score(left, right):
        if config is None:
            return LogicV2.compare(read(left), read(right)).score
        return LogicV2.compare(read(left), read(right), config).score

    return score


matchers = []
for name, make, most in (
    ("Jaro-Winkler on ICU", icu_jaro_winkler, 10**9),
    ("Jaro-Winkler on anyascii", jaro_winkler_alone, 10**9),
    ("logic-v2", logic_v2, 20_000),
):
    try:
        score = make()
        score("Anna Lim", "Lim Anna")
        matchers.append((name, score, most))
    except Exception as error:
        print(f"{name} is left out: {error!r}", file=sys.stderr)
if any(name.endswith("ICU") for name, _, _ in matchers):
    matchers = [one for one in matchers if not one[0].endswith("anyascii")]

for part in task:
    for name, score, most in matchers:
        began = time.perf_counter()
        scores = [score(left, right) for left, right, _ in part["pairs"]]
        seconds = time.perf_counter() - began
        hits, n_queries = 0.0, 0
        for query, owner in part["queries"]:
            if (n_queries + 1) * len(part["candidates"]) > most:
                break
            n_queries += 1
            best, owners = -1.0, []
            for text, of in part["candidates"]:
                if text == query:
                    continue
                found = score(query, text)
                if found > best:
                    best, owners = found, [of]
                elif found == best:
                    owners.append(of)
            hits += owners.count(owner) / len(owners) if owners else 0.0
        print(
            json.dumps(
                {
                    "list": part["list"],
                    "matcher": name,
                    "scores": scores,
                    "seconds": seconds,
                    "hits": hits,
                    "queries": n_queries,
                }
            ),
            flush=True,
        )
