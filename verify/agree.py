#!/usr/bin/env python3
"""Reads court files with the ledger's own findings from standard input and says where this verifier finds otherwise.

    cargo run -p lintas-ledger --example mutants -- COUNT SEED | python3 verify/agree.py [--keep FOLDER]

Exit code 0 only if both find the same codes in every file, and nothing in the sound one that comes first.
"""

import collections
import pathlib
import sys

from lintas_verify import Check


def main():
    keep = pathlib.Path(sys.argv[2]) if sys.argv[1:2] == ["--keep"] and len(sys.argv) == 3 else None
    files = sys.stdin.buffer
    roots = dict(root.split("=") for root in files.readline().decode().split())
    number, differ, seen = 0, 0, collections.Counter()
    while length := files.read(4):
        theirs = files.read(int.from_bytes(length, "big")).decode()
        data = files.read(int.from_bytes(files.read(4), "big"))
        ours = ",".join(sorted({code for code, _, _ in Check(roots).run(data)}))
        seen.update(theirs.split(",") if theirs else ["nothing"])
        if ours != theirs or (number == 0 and ours):
            differ += 1
            print(f"file {number}: the ledger finds {theirs or 'nothing'}, this verifier {ours or 'nothing'}")
            if keep:
                keep.mkdir(exist_ok=True)
                (keep / f"{number}.court").write_bytes(data)
        number += 1
    print(f"{number} files, {differ} on which the two disagree")
    print("found in: " + ", ".join(f"{code} {count}" for code, count in sorted(seen.items())))
    return 0 if number and not differ else 1


if __name__ == "__main__":
    sys.exit(main())
