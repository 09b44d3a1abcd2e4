#!/usr/bin/env python3
"""Checks a Lintas court file without Lintas. Written from docs/format.md; needs Python 3.9 and `cryptography`.

    python3 lintas_verify.py FILE --root KH-CIB=WORDS [--root ...] [--show]

Every finding is one line on standard output. Exit code 0: nothing was found. 1: findings. 2: wrong usage.
"""

import argparse
import base64
import hashlib
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

MAX_HEADER, MAX_BODY, MAX_FIELDS, MAX_NAME, MAX_KIND, MAX_LEGAL_BASIS = 4096, 4 << 20, 256, 64, 40, 1024
MAX_ENTRY, MAX_CHUNK, MAX_DEPTH, MAX_PATH, MAX_ABOUT = MAX_HEADER + MAX_BODY + 160, 16 << 20, 16, 63, 1024
STATEMENT, CHUNK, END, PROOFS = 0, 1, 2, 3
FRAME_LIMIT = {STATEMENT: 4 << 20, CHUNK: 16 << 20, END: 256, PROOFS: 4 << 20}


class Refused(Exception):
    """Bytes are not what the format allows."""


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


# ---------------------------------------------------------------- 1. Deterministic CBOR


class Cbor:
    """Reads the one allowed encoding; see section 1 of the format."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, length):
        if length > len(self.data) - self.at:
            raise Refused("the bytes end too early")
        self.at += length
        return self.data[self.at - length:self.at]

    def head(self):
        first = self.take(1)[0]
        major, short = first >> 5, first & 31
        if major == 6 or (major == 7 and short not in (20, 21, 22)):
            raise Refused("a float, a tag or a reserved value")
        if short < 24:
            return major, short
        if short > 27:
            raise Refused("an indefinite or reserved length")
        argument = int.from_bytes(self.take(1 << (short - 24)), "big")
        if argument < (24, 0x100, 0x10000, 0x100000000)[short - 24]:
            raise Refused("a number is not in its shortest form")
        if major == 1 and argument > 2**63 - 1:
            raise Refused("a number is out of range")
        return major, argument

    def expect(self, major):
        found, argument = self.head()
        if found != major:
            raise Refused("another kind of item was expected")
        return argument

    def uint(self, limit=2**64 - 1):
        number = self.expect(0)
        if number > limit:
            raise Refused("a number is out of range")
        return number

    def int(self):
        major, argument = self.head()
        if major > 1 or argument > 2**63 - 1:
            raise Refused("another number was expected")
        return argument if major == 0 else -1 - argument

    def bytes(self, exactly=None):
        length = self.expect(2)
        if exactly is not None and length != exactly:
            raise Refused("a byte string has the wrong length")
        return self.take(length)

    def text(self, limit=None):
        data = self.take(self.expect(3))
        if limit is not None and len(data) > limit:
            raise Refused("a text is too long")
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            raise Refused("text is not UTF-8") from None

    def array(self, exactly=None):
        count = self.expect(4)
        if count > len(self.data) - self.at or (exactly is not None and count != exactly):
            raise Refused("an array has the wrong length")
        return count

    def map(self, exactly=None):
        count = self.expect(5)
        if count * 2 > len(self.data) - self.at or (exactly is not None and count != exactly):
            raise Refused("a map has the wrong length")
        return count

    def is_null(self):
        null = self.data[self.at:self.at + 1] == b"\xf6"
        self.at += null
        return null

    def skip(self, depth=MAX_DEPTH):
        """Checks one value of any kind and answers its bytes."""
        start = self.at
        major, argument = self.head()
        if major in (2, 3):
            data = self.take(argument)
            if major == 3:
                try:
                    data.decode("utf-8")
                except UnicodeDecodeError:
                    raise Refused("text is not UTF-8") from None
        elif major in (4, 5):
            if depth == 0 or argument * (major - 3) > len(self.data) - self.at:
                raise Refused("nested too deep, or too many items")
            last = None
            for _ in range(argument):
                if major == 5:
                    key = self.skip(depth - 1)
                    if last is not None and key <= last:
                        raise Refused("a key stands twice or out of order")
                    last = key
                self.skip(depth - 1)
        return self.data[start:self.at]

    def finish(self):
        if self.at != len(self.data):
            raise Refused("bytes follow the end")


# ---------------------------------------------------------------- 2. Keys and signatures

P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P
EIGHT = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
EIGHT_NEGATED = bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")
SMALL_ORDER = {
    point[:31] + bytes([point[31] | sign])
    for point in (bytes([1]) + bytes(31), bytes([0xEC]) + b"\xff" * 30 + b"\x7f", bytes(32), EIGHT, EIGHT_NEGATED)
    for sign in (0, 0x80)
} - {bytes([1]) + bytes(30) + b"\x80", bytes([0xEC]) + b"\xff" * 31}


def read_key(text):
    """A public key from 64 hexadecimal digits: canonical, on the curve, not of small order."""
    if len(text) != 64 or any(c not in "0123456789abcdefABCDEF" for c in text):
        raise Refused("a key is 64 hexadecimal digits")
    key = bytes.fromhex(text)
    y = int.from_bytes(key, "little") & (2**255 - 1)
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x2 = u * pow(v, P - 2, P) % P
    # An x of nothing belongs to two points of small order only, whatever its sign.
    on_curve = x2 != 0 and pow(x2, (P - 1) // 2, P) == 1
    if y >= P or not on_curve or key in SMALL_ORDER:
        raise Refused("this is no sound point of the curve")
    return key


def verify(key, message, signature):
    """Ed25519 (RFC 8032), strict: R not of small order; S in range and R canonical as the library checks."""
    if len(signature) != 64 or signature[:32] in SMALL_ORDER:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        return True
    except (InvalidSignature, ValueError):
        return False


def words_of(public_key):
    """The fingerprint of a key in eight words (proquints), and in hexadecimal digits."""
    first = sha256(public_key)[:16]
    words = []
    for at in range(0, 16, 2):
        group = int.from_bytes(first[at:at + 2], "big")
        c, v = (lambda s: "bdfghjklmnprstvz"[group >> s & 15]), (lambda s: "aiou"[group >> s & 3])
        words.append(c(12) + v(10) + c(6) + v(4) + c(0))
    return "-".join(words), first.hex()


def matches(public_key, typed):
    words, digits = words_of(public_key)
    plain = "".join(c for c in typed if c.isascii() and c.isalnum()).lower()
    return plain in (words.replace("-", ""), digits)


def is_agency(text):
    return (2 <= len(text) <= 16 and "A" <= text[0] <= "Z"
            and all("A" <= c <= "Z" or "0" <= c <= "9" or c == "-" for c in text))


def read_agency(cbor):
    code = cbor.text()
    if not is_agency(code):
        raise Refused("this is no code of an agency")
    return code


def read_manifest(cbor):
    """Agency, the text of root and node key, the bytes signed and the signature."""
    cbor.array(2)
    signed, signature = cbor.bytes(), cbor.bytes(64)
    fields, found = Cbor(signed), {}
    fields.map(6)
    for name in ("agency", "node_key", "root_key", "valid_from", "sealing_key", "tls_key_sha256"):
        if fields.text() != name:
            raise Refused("a key manifest has other fields")
        found[name] = fields.int() if name == "valid_from" else fields.text()
    fields.finish()
    if not is_agency(found["agency"]):
        raise Refused("this is no code of an agency")
    return dict(found, signed=signed, signature=signature)


# ---------------------------------------------------------------- 3. Entries

SCHEMES = (("123", "ABCDE"), ("ABCDE", "12345"), ("ABCX", "1234"), ("ABCDEF", "123456"))


def read_header(data):
    header, unknown = {}, 0
    cbor = Cbor(data)

    def number(table):
        nonlocal unknown
        found = cbor.uint()
        unknown += found >= table
        return found

    def grade():
        nonlocal unknown
        cbor.array(3)
        scheme = number(4)
        source, information = cbor.text(), cbor.text()
        if len(source) != 1 or len(information) != 1:
            raise Refused("a grade is two signs")
        if scheme < 4 and (source not in SCHEMES[scheme][0] or information not in SCHEMES[scheme][1]):
            unknown += 1

    def numbers(table):
        last, count = -1, cbor.array()
        if not 1 <= count <= 64:
            raise Refused("a set is empty or too large")
        for _ in range(count):
            found = number(table)
            if found <= last:
                raise Refused("a set is out of order")
            last = found

    def true():
        if cbor.head() != (7, 21):
            raise Refused("only true may stand here")

    def handling():
        read_map({1: lambda: numbers(4), 2: lambda: number(5), 3: lambda: numbers(6), 4: lambda: number(3),
                  5: lambda: number(3), 6: lambda: number(4), 7: true, 8: cbor.int}, {1, 3, 7, 8})

    def read_map(readers, optional):
        """Ascending whole-number keys; those above the known ones come from a newer program."""
        nonlocal unknown
        found, last = {}, -1
        for _ in range(cbor.map()):
            key = cbor.uint()
            if key <= last:
                raise Refused("a key stands twice or out of order")
            last = key
            if key in readers:
                found[key] = readers[key]()
            elif key > max(readers):
                if unknown >= 32:
                    raise Refused("too much that is not known")
                cbor.skip()
                unknown += 1
            else:
                raise Refused("an unknown key stands among the known ones")
        if set(readers) - optional - set(found):
            raise Refused("something is missing")
        return found

    def exactly(expected):
        if cbor.uint() != expected:
            raise Refused("this is another version of the format")

    def uuid():
        return cbor.bytes(16)

    def hash32():
        return cbor.bytes(32)

    found = read_map({
        1: lambda: exactly(1), 2: lambda: exactly(1), 3: lambda: read_agency(cbor), 4: uuid,
        5: lambda: cbor.uint(2**32 - 1), 6: lambda: cbor.uint(2**63 - 1), 7: hash32, 8: uuid, 9: uuid,
        10: lambda: cbor.text(MAX_KIND), 11: lambda: cbor.uint(2**16 - 1), 12: uuid, 13: lambda: cbor.bytes(8),
        14: cbor.int, 15: grade, 16: handling, 17: lambda: number(6), 18: lambda: cbor.text(MAX_LEGAL_BASIS),
        19: uuid, 20: uuid, 21: hash32, 22: lambda: cbor.uint(2**16 - 1), 23: lambda: cbor.bytes(16),
    }, {15, 18, 19, 20})
    cbor.finish()
    names = {3: "agency", 4: "audience", 5: "generation", 6: "sequence", 7: "previous", 8: "record", 10: "kind",
             12: "author", 13: "node_key", 14: "at", 21: "commitments", 22: "fields"}
    header.update({name: found[key] for key, name in names.items()})
    return header


def read_entry(data):
    """Header, hash, both signatures and the body's bytes; raises for what is no entry."""
    if len(data) > MAX_ENTRY:
        raise Refused("the entry is too large")
    cbor = Cbor(data)
    cbor.array(4)
    header = cbor.bytes()
    if len(header) > MAX_HEADER:
        raise Refused("the header is too large")
    node = cbor.bytes(64)
    officer = b"" if cbor.is_null() else cbor.bytes(64)
    body = None if cbor.is_null() else cbor.bytes()
    if body is not None and len(body) > MAX_BODY:
        raise Refused("the body is too large")
    cbor.finish()
    entry = read_header(header)
    return dict(entry, hash=sha256(b"\0", header), node=node, officer=officer, body=body)


def read_body(body):
    """The commitments of a body in their order, and its readable fields by name."""
    cbor, commitments, fields = Cbor(body), [], {}
    count = cbor.array()
    if count > MAX_FIELDS:
        raise Refused("too many fields")
    for _ in range(count):
        if body[cbor.at:cbor.at + 1] and body[cbor.at] >> 5 == 2:
            commitments.append(cbor.bytes(32))
            continue
        cbor.array(3)
        salt, start = cbor.bytes(32), cbor.at
        name = cbor.text(MAX_NAME)
        value = cbor.skip()
        if name in fields:
            raise Refused("a field stands twice")
        fields[name] = value
        commitments.append(sha256(b"lintas/field/v1\0", salt, body[start:cbor.at]))
    cbor.finish()
    return commitments, fields


# ---------------------------------------------------------------- 4. Checkpoints and the log

# What is_control and White_Space mean in Unicode.
CONTROL = {chr(c) for c in (*range(32), *range(127, 160))}
SPACE = CONTROL | set(" \u00a0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}


def is_name(name):
    return name != "" and not any(c in SPACE or c == "+" for c in name)


def base64_bytes(text):
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, UnicodeEncodeError):
        raise Refused("this is not base64") from None
    if base64.b64encode(data).decode() != text:
        raise Refused("this is another spelling of base64")
    return data


def read_checkpoint(note):
    """A signed note (C2SP signed-note) with a checkpoint in it (C2SP tlog-checkpoint)."""
    if len(note.encode()) > 1 << 16 or "\n\n" not in note or not note.endswith("\n"):
        raise Refused("this is no signed note")
    text, _, lines = note.rpartition("\n\n")
    text += "\n"
    if lines == "" or any(c in CONTROL and c != "\n" for c in text):
        raise Refused("this is no signed note")
    signatures = []
    for line in lines[:-1].split("\n"):
        if not line.startswith("\u2014 ") or " " not in line[2:]:
            raise Refused("a signature line is malformed")
        name, encoded = line[2:].split(" ", 1)
        data = base64_bytes(encoded)
        if not is_name(name) or len(data) < 5:
            raise Refused("a signature line is malformed")
        signatures.append((name, data[:4], data[4:]))
    if len(signatures) > 100:
        raise Refused("too many signatures")
    origin, *rest = text[:-1].split("\n")
    size, root = (rest + ["", ""])[:2]
    if not origin.startswith("lintas/") or not is_agency(origin[7:]):
        raise Refused("the origin is malformed")
    if not size.isascii() or not size.isdigit() or len(size) > 20 or str(int(size)) != size or int(size) >= 2**64:
        raise Refused("the size is malformed")
    root = base64_bytes(root)
    if len(root) != 32 or "" in rest[2:]:
        raise Refused("the checkpoint is malformed")
    return dict(agency=origin[7:], size=int(size), root=root, text=text.encode(), signatures=signatures)


def signed_note(checkpoint, name, key, kind, check):
    """Whether the key signed under the name: None when there is no such line, False when one does not verify."""
    key_id = sha256(name.encode(), b"\n", bytes([kind]), key)[:4]
    lines = [data for found, known, data in checkpoint["signatures"] if found == name and known == key_id]
    return all(check(key, data) for data in lines) if lines else None


def is_note_signature(text):
    return lambda key, data: verify(key, text, data)


def is_cosignature(text):
    def check(key, data):
        seconds = int.from_bytes(data[:8], "big")
        return len(data) == 72 and verify(key, b"cosignature/v1\ntime %d\n" % seconds + text, data[8:])
    return check


def is_in_log(leaf, index, size, path, root):
    """RFC 9162, 2.1.3.2."""
    if index >= size:
        return False
    node, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = sha256(b"\1", sibling, found)
            while node and not node & 1:
                node, last = node >> 1, last >> 1
        else:
            found = sha256(b"\1", found, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


# ---------------------------------------------------------------- 5. The court file


def read_statement(data):
    cbor = Cbor(data)

    def at(key, read):
        if cbor.uint() != key:
            raise Refused("a key of the statement is missing")
        return read()

    def each(read):
        return [read() for _ in range(cbor.array())]

    def run():
        cbor.array(5)
        return read_agency(cbor), cbor.bytes(16), cbor.uint(2**32 - 1), cbor.uint(), cbor.uint()

    cbor.map(6)
    statement = dict(agency=at(1, lambda: read_agency(cbor)), created_at=at(2, cbor.int),
                     about=at(3, lambda: cbor.text(MAX_ABOUT)), keys=at(4, lambda: each(lambda: read_manifest(cbor))),
                     runs=at(5, lambda: each(run)), checkpoints=at(6, lambda: each(cbor.text)))
    cbor.finish()
    return statement


def read_chunk(data):
    first = b"lintas chunk v1\n"
    if not data.startswith(first) or len(data) == len(first):
        raise Refused("this is no chunk")
    at, entries = len(first), []
    while at < len(data):
        length = int.from_bytes(data[at:at + 4], "big")
        if len(data) - at < 4 or length > MAX_ENTRY or at + 4 + length > len(data) or len(entries) == 256:
            raise Refused("the chunk is malformed")
        entries.append(data[at + 4:at + 4 + length])
        at += 4 + length
    return entries


def read_proofs(data):
    cbor, proofs = Cbor(data), []
    for _ in range(cbor.array()):
        if cbor.is_null():
            proofs.append(None)
            continue
        cbor.array(2)
        index, length = cbor.uint(), cbor.array()
        if length > MAX_PATH:
            raise Refused("a path is too long")
        proofs.append((index, [cbor.bytes(32) for _ in range(length)]))
    cbor.finish()
    return proofs


class Check:
    """Goes through a court file and collects findings; section 6 of the format gives the steps."""

    def __init__(self, roots):
        self.roots, self.keys, self.findings = roots, {}, []
        self.statement, self.entries, self.in_log, self.asserted, self.witnesses = None, [], 0, 0, {}

    def found(self, code, place, problem):
        self.findings.append((code, place, problem))

    def frame(self):
        if len(self.rest) < 5:
            raise Refused("it was cut off")
        kind, length = self.rest[0], int.from_bytes(self.rest[1:5], "big")
        if kind not in FRAME_LIMIT or length > FRAME_LIMIT[kind] or len(self.rest) < 5 + length:
            raise Refused("a part is unknown, too large or cut off")
        content, self.rest = bytes(self.rest[5:5 + length]), self.rest[5 + length:]
        return kind, content

    def run(self, data):
        try:
            first = b"lintas court v1\n"
            if not data.startswith(first):
                raise Refused("it does not begin as a court file")
            self.rest = memoryview(data)[len(first):]
            kind, content = self.frame()
            if kind != STATEMENT:
                raise Refused("it does not begin with its statement")
            cbor = Cbor(content)
            cbor.array(2)
            statement, signature = cbor.bytes(), cbor.bytes(64)
            cbor.finish()
            self.statement = read_statement(statement)
        except Refused as why:
            self.found("LE-023", "court file", why)
            return self.findings
        self.ring()
        maker = self.statement["agency"]
        if not self.signed(maker, b"lintas/court/v1\0" + sha256(statement), signature):
            self.found("LE-023", "court file", f"no key of {maker} signed its statement")
        try:
            self.chunks(sha256(statement), maker)
        except Refused as why:
            self.found("LE-023", "court file", why)
        checkpoints = self.checkpoints()
        self.runs()
        self.log(checkpoints)
        self.releases()
        return self.findings

    def signed(self, agency, message, signature):
        return any(verify(key, message, signature) for key in self.keys.get(agency, ()))

    def ring(self):
        for manifest in self.statement["keys"]:
            agency = manifest["agency"]
            try:
                root, node = read_key(manifest["root_key"]), read_key(manifest["node_key"])
                if not verify(root, b"lintas/manifest/v1\0" + manifest["signed"], manifest["signature"]):
                    raise Refused("its root did not sign it")
                sealing = manifest["sealing_key"]
                if len(sealing) != 2432 or any(c not in "0123456789abcdefABCDEF" for c in sealing):
                    raise Refused("its sealing key does not read")
            except Refused as why:
                self.found("LE-019", f"keys of {agency}", why)
                continue
            if agency not in self.roots or not matches(root, self.roots[agency]):
                self.found("LE-020", f"keys of {agency}", f"nobody has confirmed its root {words_of(root)[0]}")
            self.keys.setdefault(agency, [])
            if node not in self.keys[agency]:
                self.keys[agency].append(node)

    def chunks(self, statement, maker):
        n_chunks, chain = 0, bytes(32)
        while True:
            kind, content = self.frame()
            if kind == CHUNK:
                entries = read_chunk(content)
                kind, proofs = self.frame()
                proofs = read_proofs(proofs) if kind == PROOFS else None
                if proofs is None or len(proofs) != len(entries):
                    raise Refused("a chunk has not one proof for each entry")
                self.entries += zip(entries, proofs)
                n_chunks, chain = n_chunks + 1, sha256(chain, sha256(content))
            elif kind == END:
                cbor = Cbor(content)
                cbor.array(3)
                named, signature = (cbor.uint(), cbor.bytes(32)), cbor.bytes(64)
                cbor.finish()
                if named != (n_chunks, chain) or len(self.rest):
                    raise Refused("its end names other chunks than it holds, or something follows")
                message = b"lintas/court-end/v1\0" + statement + n_chunks.to_bytes(8, "big") + chain
                if not self.signed(maker, message, signature):
                    raise Refused(f"no key of {maker} signed its end")
                return
            else:
                raise Refused("no such part belongs here")

    def checkpoints(self):
        largest, roots = {}, {}
        for number, note in enumerate(self.statement["checkpoints"]):
            try:
                checkpoint = read_checkpoint(note)
                agency, size = checkpoint["agency"], checkpoint["size"]
                text, origin = checkpoint["text"], f"lintas/{agency}"
                if not any(signed_note(checkpoint, origin, key, 1, is_note_signature(text))
                           for key in self.keys.get(agency, ())):
                    raise Refused(f"no key of {agency} signed it")
            except Refused as why:
                self.found("LE-013", f"checkpoint {number}", why)
                continue
            place = f"checkpoint {agency} {size}"
            if roots.setdefault((agency, size), checkpoint["root"]) != checkpoint["root"]:
                self.found("LE-014", place, "another checkpoint of the same size states another root")
            for witness in sorted({manifest["agency"] for manifest in self.statement["keys"]}):
                seen = [signed_note(checkpoint, f"lintas/{witness}", key, 4, is_cosignature(text))
                        for key in self.keys.get(witness, ())]
                if False in seen:
                    self.found("LE-022", place, f"a cosignature of {witness} does not verify")
                if True in seen:
                    self.witnesses[witness] = self.witnesses.get(witness, 0) + 1
            if agency not in largest or largest[agency]["size"] < size:
                largest[agency] = checkpoint
        return largest

    def look_at(self, data):
        """One entry by itself: its signature and its body. Answers the entry and whether it is signed."""
        entry = read_entry(data)
        place = self.place(entry)
        known = [k for k in self.keys.get(entry["agency"], ()) if sha256(k)[:8] == entry["node_key"]]
        message = b"lintas/record/v1\0" + entry["hash"] + entry["officer"]
        signed = bool(known) and verify(known[0], message, entry["node"])
        if not known:
            self.found("LE-006", place, f"its key is no known key of {entry['agency']}")
        elif not signed:
            self.found("LE-007", place, "the signature of its node does not verify")
        if entry["body"] is not None:
            self.body(entry, place)
        return entry, signed

    def body(self, entry, place):
        try:
            cbor = Cbor(entry["body"])
            count = cbor.array()
            if count > MAX_FIELDS:
                raise Refused("too many fields")
            if count != entry["fields"]:
                return self.found("LE-009", place, "its body has another number of fields than was signed")
            commitments, _ = read_body(entry["body"])
        except Refused as why:
            return self.found("LE-010", place, why)
        if any(a >= b for a, b in zip(commitments, commitments[1:])):
            self.found("LE-009", place, "the fields of its body are not in order")
        elif sha256(b"lintas/fields/v1\0", *commitments) != entry["commitments"]:
            self.found("LE-009", place, "its body is not the one that was signed")

    @staticmethod
    def place(entry):
        a = entry["audience"].hex()
        uuid = "-".join((a[:8], a[8:12], a[12:16], a[16:20], a[20:]))
        return f"{entry['agency']}/{uuid} {entry['generation']}:{entry['sequence']}"

    def runs(self):
        rest = self.entries
        for run in self.statement["runs"]:
            wanted = max(0, run[4] - run[3])
            here, rest = rest[:wanted], rest[wanted:]
            self.follow(run, [data for data, _ in here])
            if len(here) < wanted:
                self.found("LE-018", "court file", f"{wanted - len(here)} entries of a run are not in it")
        if rest:
            self.found("LE-018", "court file", f"{len(rest)} entries in it are not named in its statement")

    def follow(self, run, entries):
        """The chain of one run; after a finding it goes on from what was found."""
        agency, audience, generation, expected, _ = run
        previous, linked, officers = bytes(32), expected == 0, {}
        top = 2**64 - 1
        for data in entries:
            place = f"{agency} {generation}:{expected}"
            before = len(self.findings)
            try:
                entry, signed = self.look_at(data)
            except Refused as why:
                self.found("LE-001", place, why)
                expected, linked = min(expected + 1, top), False
                continue
            sound = len(self.findings) == before
            feed, number = (entry["agency"], entry["audience"]), entry["sequence"]
            here = feed == (agency, audience) and entry["generation"] == generation and number == expected
            if not signed and not here:
                self.found("LE-004", place, "an unsigned entry that says it stands elsewhere stands here")
                expected, linked = min(expected + 1, top), False
            elif feed != (agency, audience):
                self.found("LE-002", self.place(entry), "it belongs to another feed")
            elif entry["generation"] != generation:
                self.found("LE-003", self.place(entry), "it belongs to another generation")
            elif number < expected:
                self.found("LE-004", self.place(entry), "it comes again")
            else:
                if number > expected:
                    self.found("LE-004", self.place(entry), f"{number - expected} entries before it are missing")
                    linked = False
                if linked and entry["previous"] != previous:
                    self.found("LE-005", self.place(entry), "it does not follow from the entry before it")
                if number == 0 and entry["kind"] != "audience":
                    self.found("LE-011", self.place(entry), "the feed does not begin with its audience")
                expected, previous, linked = number + 1, entry["hash"], True
                if sound:
                    self.officer(entry, officers)

    def officer(self, entry, officers):
        """What an officer signs: the keys stated so far in this run, and what they bind to."""

        def by(key):
            return entry["officer"] != b"" and verify(key, b"lintas/officer/v1\0" + entry["hash"], entry["officer"])

        if entry["kind"] == "officer_key":
            fields = read_body(entry["body"])[1] if entry["body"] is not None else {}
            if "key" not in fields:
                return
            try:
                key = read_key(Cbor(fields["key"]).text())
                if not by(key):
                    raise Refused("it is not signed with the officer's key that it states")
            except Refused as why:
                return self.found("LE-012", self.place(entry), why)
            officers[entry["author"]] = key
            self.asserted += 1
        elif entry["officer"] != b"":
            key = officers.get(entry["author"])
            if key is not None and not by(key):
                self.found("LE-012", self.place(entry), "it is not signed with the key that its officer has stated")
            self.asserted += key is not None and by(key)
        elif entry["kind"] == "release" and officers:
            self.found("LE-012", self.place(entry), "no officer signed this release, in a feed in which officers sign")

    def readable(self):
        for data, proof in self.entries:
            try:
                yield read_entry(data), proof
            except Refused:
                continue

    def log(self, checkpoints):
        for entry, proof in self.readable():
            checkpoint = checkpoints.get(entry["agency"])
            if checkpoint is None and proof is None:
                continue
            if checkpoint and proof and is_in_log(entry["hash"], proof[0], checkpoint["size"], proof[1],
                                                  checkpoint["root"]):
                self.in_log += 1
            else:
                self.found("LE-016", self.place(entry), "it is not proved to stand in the log of its agency")

    def releases(self):
        for entry, _ in self.readable():
            if entry["kind"] != "release" or entry["body"] is None:
                continue
            try:
                _, fields = read_body(entry["body"])
            except Refused:
                continue
            if "disclosed" in fields:
                self.disclosed(entry, fields["disclosed"])

    def disclosed(self, holder, value):
        place, originals = self.place(holder), []
        try:
            cbor = Cbor(value)
            for _ in range(cbor.array()):
                found = None
                for _ in range(cbor.map()):
                    if cbor.text() == "entry":
                        found = cbor.bytes()
                    else:
                        cbor.skip()
                if found is None:
                    raise Refused("an original without its bytes")
                originals.append(found)
            cbor.finish()
        except Refused as why:
            return self.found("LE-021", place, why)
        for data in originals:
            try:
                entry, _ = self.look_at(data)
                if entry["agency"] != holder["agency"]:
                    self.found("LE-021", place, f"it discloses a record of {entry['agency']}")
            except Refused as why:
                self.found("LE-021", place, why)

    def show(self, out):
        """What the records say, as far as it is disclosed: field names with their values as CBOR diagnostic text."""
        for entry, _ in self.readable():
            print(f"{self.place(entry)} {entry['kind']}", file=out)
            if entry["body"] is None:
                print("    erased", file=out)
                continue
            try:
                commitments, fields = read_body(entry["body"])
            except Refused:
                continue
            for name in sorted(fields):
                print(f"    {name}: {plain(Cbor(fields[name]))}", file=out)
            if len(commitments) > len(fields):
                print(f"    {len(commitments) - len(fields)} fields are withheld", file=out)


def plain(cbor):
    """A value as text for people."""
    major, argument = cbor.head()
    if major in (0, 1):
        return str(argument if major == 0 else -1 - argument)
    if major == 2:
        data = cbor.take(argument)
        return "h'" + (data.hex() if len(data) <= 64 else f"{data[:16].hex()}… ({len(data)} bytes)") + "'"
    if major == 3:
        return '"' + cbor.take(argument).decode("utf-8") + '"'
    if major == 4:
        return "[" + ", ".join(plain(cbor) for _ in range(argument)) + "]"
    if major == 5:
        return "{" + ", ".join(f"{plain(cbor)}: {plain(cbor)}" for _ in range(argument)) + "}"
    return {20: "false", 21: "true", 22: "null"}[argument]


def main():
    parser = argparse.ArgumentParser(description="Checks a Lintas court file.")
    parser.add_argument("file")
    parser.add_argument("--root", action="append", default=[], metavar="CODE=WORDS",
                        help="the fingerprint of an agency's root key, as the agency itself gave it")
    parser.add_argument("--show", action="store_true", help="print what the records say")
    arguments = parser.parse_args()
    roots = {}
    for root in arguments.root:
        code, separator, words = root.partition("=")
        if not separator or not is_agency(code):
            parser.error(f"`{root}` is not CODE=WORDS")
        roots[code] = words
    try:
        with open(arguments.file, "rb") as file:
            data = file.read()
    except OSError as why:
        parser.error(f"could not read `{arguments.file}`: {why.strerror}")
    check = Check(roots)
    findings = check.run(data)
    for code, place, problem in findings:
        print(f"{code} {place}: {problem}")
    if check.statement:
        witnesses = ", ".join(f"{agency} {count}" for agency, count in sorted(check.witnesses.items())) or "none"
        print(f"from {check.statement['agency']}, about: {check.statement['about']}")
        print(f"{len(check.entries)} records, {check.in_log} proved to stand in a log, cosigned by: {witnesses}")
        print(f"{check.asserted} signed by officers with keys that the file holds")
    print(f"{len(findings)} findings")
    if arguments.show:
        check.show(sys.stdout)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
