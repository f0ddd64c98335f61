"""GPT-2 in PyTorch, with files as Hugging Face writes them.

    gpt2_peer.py write FOLDER    random weights, byte pairs learned from texts.txt
    gpt2_peer.py read FOLDER     the weights and byte pairs that are there

For each line of FOLDER/texts.txt prints its tokens, and the scores after each of
them as hexadecimal numbers.
"""
import json
import pathlib
import struct
import sys

import numpy as np
import torch
from torch.nn.functional import gelu, layer_norm, softmax

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import token_peer  # its own input is empty

CONTEXT, WIDTH, HEADS, LAYERS = 40, 24, 3, 2


def characters_of_bytes():
    """GPT-2's spelling: a printable character for each byte."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    return {**{b: chr(b) for b in printable}, **{b: chr(256 + i) for i, b in enumerate(others)}}


SPELLED = characters_of_bytes()
BYTE = {character: byte for byte, character in SPELLED.items()}


def spelled(some):
    return "".join(SPELLED[byte] for byte in some)


def unspelled(text):
    return bytes(BYTE[character] for character in text)


def save_safetensors(path, tensors):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in tensors.items():
        kind = {torch.float32: "F32", torch.uint8: "U8"}[tensor.dtype]
        some = tensor.contiguous().numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape),
                        "data_offsets": [len(data), len(data) + len(some)]}
        data += some
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def load_safetensors(path):
    whole = path.read_bytes()
    size, = struct.unpack("<Q", whole[:8])
    header, data = json.loads(whole[8:8 + size]), whole[8 + size:]
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        if name.endswith(".attn.bias"):
            continue
        assert entry["dtype"] == "F32", name
        begin, end = entry["data_offsets"]
        numbers = np.frombuffer(data[begin:end], dtype="<f4").reshape(entry["shape"])
        tensors[name] = torch.from_numpy(numbers.copy())
    return metadata, tensors


def random_weights(vocabulary):
    torch.manual_seed(970)

    def some(*shape):
        return torch.randn(*shape) * 0.3

    weights = {"wte.weight": some(vocabulary, WIDTH), "wpe.weight": some(CONTEXT, WIDTH)}
    for h in range(LAYERS):
        parts = {"ln_1": (WIDTH,), "attn.c_attn": (WIDTH, 3 * WIDTH), "attn.c_proj": (WIDTH, WIDTH),
                 "ln_2": (WIDTH,), "mlp.c_fc": (WIDTH, 4 * WIDTH), "mlp.c_proj": (4 * WIDTH, WIDTH)}
        for part, shape in parts.items():
            weights[f"h.{h}.{part}.weight"] = some(*shape)
            weights[f"h.{h}.{part}.bias"] = some(shape[-1])
    weights["ln_f.weight"], weights["ln_f.bias"] = some(WIDTH), some(WIDTH)
    return weights


def scores(weights, heads, tokens):
    """One row a token, as GPT-2 has it: x W + b."""
    def norm(x, name):
        return layer_norm(x, x.shape[-1:], weights[name + ".weight"], weights[name + ".bias"], 1e-5)

    def linear(x, name):
        return x @ weights[name + ".weight"] + weights[name + ".bias"]

    n = len(tokens)
    x = weights["wte.weight"][tokens] + weights["wpe.weight"][:n]
    unseen = torch.triu(torch.ones(n, n, dtype=torch.bool), diagonal=1)
    h = 0
    while f"h.{h}.ln_1.weight" in weights:
        q, k, v = linear(norm(x, f"h.{h}.ln_1"), f"h.{h}.attn.c_attn").chunk(3, dim=-1)
        q, k, v = (m.reshape(n, heads, -1).transpose(0, 1) for m in (q, k, v))
        seen = (q @ k.transpose(1, 2) / q.shape[-1] ** 0.5).masked_fill(unseen, -torch.inf)
        mixed = (softmax(seen, dim=-1) @ v).transpose(0, 1).reshape(n, -1)
        x = x + linear(mixed, f"h.{h}.attn.c_proj")
        inner = gelu(linear(norm(x, f"h.{h}.ln_2"), f"h.{h}.mlp.c_fc"), approximate="tanh")
        x = x + linear(inner, f"h.{h}.mlp.c_proj")
        h += 1
    return norm(x, "ln_f") @ weights["wte.weight"].T


def write(folder, texts):
    merges = token_peer.train("\n".join(texts), 300)
    tokens = [bytes([b]) for b in range(256)] + [left + right for left, right in merges]
    order = np.random.default_rng(971).permutation(len(tokens))  # any number will do
    numbers = {spelled(token): int(order[i]) for i, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(numbers))
    lines = [f"{spelled(left)} {spelled(right)}\n" for left, right in merges]
    (folder / "merges.txt").write_text("#version: 0.2\n" + "".join(lines))
    (folder / "config.json").write_text(json.dumps({
        "activation_function": "gelu_new", "layer_norm_epsilon": 1e-05, "n_head": HEADS}))
    weights = random_weights(len(tokens))
    masks = {f"h.{h}.attn.bias": torch.ones(1, 1, CONTEXT, CONTEXT, dtype=torch.uint8).tril()
             for h in range(LAYERS)}
    stored = {"transformer." + name: tensor for name, tensor in {**weights, **masks}.items()}
    stored["lm_head.weight"] = weights["wte.weight"]
    save_safetensors(folder / "model.safetensors", stored)


def tokens_of(text, folder):
    numbers = json.loads((folder / "vocab.json").read_text())
    lines = (folder / "merges.txt").read_text().splitlines()[1:]
    merges = [tuple(unspelled(part) for part in line.split(" ")) for line in lines]
    return [numbers[spelled(token)] for token in token_peer.encode(text, merges)]


def read(folder, texts):
    metadata, weights = load_safetensors(folder / "model.safetensors")
    config = folder / "config.json"
    heads = json.loads(config.read_text())["n_head"] if config.exists() else int(metadata["n_head"])
    weights = {name.removeprefix("transformer."): tensor for name, tensor in weights.items()}
    torch.set_num_threads(1)
    for text in texts:
        tokens = tokens_of(text, folder)
        print(*tokens)
        print(*(x.hex() for x in scores(weights, heads, tokens).flatten().tolist()))


def main():
    mode, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    texts = (folder / "texts.txt").read_text().splitlines()
    if mode == "write":
        write(folder, texts)
    read(folder, texts)


main()
