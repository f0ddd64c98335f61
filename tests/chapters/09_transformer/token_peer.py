"""Byte pairs once more, by their definition: cut, train, encode.

Reads lines "train HEX SIZE" and "encode HEX"; prints for each the merges as
"HEX+HEX …", and the tokens' bytes as "HEX …".
"""
import collections
import re
import sys
import unicodedata


def characters(condition):
    """The inside of a regular expression's [] for all characters of a kind."""
    chosen = filter(condition, map(chr, range(sys.maxunicode + 1)))
    runs = []
    for c in map(ord, chosen):
        if runs and runs[-1][1] == c - 1:
            runs[-1][1] = c
        else:
            runs.append([c, c])
    return "".join(f"\\U{a:08x}-\\U{b:08x}" for a, b in runs)


WHITE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
LETTERS = characters(lambda c: unicodedata.category(c)[0] == "L")
DIGITS = characters(lambda c: unicodedata.category(c)[0] == "N")
PATTERN = re.compile(
    r"'s|'t|'re|'ve|'m|'ll|'d| ?[L]+| ?[N]+| ?[^WLN]+|[W]+(?![^W])|[W]+"
    .replace("W", WHITE).replace("L", LETTERS).replace("N", DIGITS))


def pieces(text):
    return [piece.encode() for piece in PATTERN.findall(text)]


def joined(word, pair):
    out, i = [], 0
    while i < len(word):
        if tuple(word[i:i + 2]) == pair:
            out.append(pair[0] + pair[1])
            i += 2
        else:
            out.append(word[i])
            i += 1
    return out


def single(piece):
    return [bytes([b]) for b in piece]


def train(text, size):
    counts = collections.Counter(pieces(text))
    words = {piece: single(piece) for piece in counts}
    number = {bytes([b]): b for b in range(256)}
    merges = []
    while len(number) < size:
        seen = collections.Counter()
        for piece, word in words.items():
            for pair in zip(word, word[1:]):
                seen[pair] += counts[piece]
        if not seen or max(seen.values()) < 2:
            break
        best = min(seen, key=lambda p: (-seen[p], number[p[0]], number[p[1]]))
        number[best[0] + best[1]] = len(number)
        merges.append(best)
        words = {piece: joined(word, best) for piece, word in words.items()}
    return merges


def encode(text, merges):
    tokens = []
    for piece in pieces(text):
        word = single(piece)
        for pair in merges:
            word = joined(word, pair)
        tokens += word
    return tokens


learned = []
for line in sys.stdin:
    what, text, *size = line.split()
    text = bytes.fromhex(text).decode()
    if what == "train":
        learned = train(text, int(size[0]))
        print(*(left.hex() + "+" + right.hex() for left, right in learned))
    else:
        print(*(token.hex() for token in encode(text, learned)))
