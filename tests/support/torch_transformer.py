"""The book's transformer in PyTorch's own functions. A token is a row; a matrix W has the shape that PyTorch's linear()
takes, and lies in memory as its transpose does in the book.
"""
from typing import NamedTuple

import torch
from torch.nn.functional import embedding, gelu, layer_norm, linear


class Shape(NamedTuple):
    vocabulary: int
    context: int
    layers: int
    heads: int
    width: int


def tensors(shape):
    """Of each tensor its name, and rows and columns as the book has them, in the book's order."""
    width = shape.width
    yield from [("token_vectors", width, shape.vocabulary), ("position_vectors", width, shape.context)]
    for i in range(shape.layers):
        for name, rows, columns in [
                ("norm_1.gain", width, 1), ("norm_1.bias", width, 1),
                ("attention.W_QKV", 3 * width, width), ("attention.b_QKV", 3 * width, 1),
                ("attention.W_O", width, width), ("attention.b_O", width, 1),
                ("norm_2.gain", width, 1), ("norm_2.bias", width, 1),
                ("feed_forward.W_1", 4 * width, width), ("feed_forward.b_1", 4 * width, 1),
                ("feed_forward.W_2", width, 4 * width), ("feed_forward.b_2", width, 1)]:
            yield f"block.{i}.{name}", rows, columns
    yield from [("norm.gain", width, 1), ("norm.bias", width, 1)]


def drawn(shape, random, bound, dtype=torch.float32):
    """Uniform numbers from NumPy's RandomState, one tensor after the other, floats exact in dtype."""
    weights = {}
    for name, rows, columns in tensors(shape):
        numbers = torch.from_numpy(random.uniform(-bound, bound, size=(columns, rows))).float().to(dtype)
        # vectors of tokens and places are rows here, other matrices rows x columns
        tensor = numbers if name.endswith("_vectors") else numbers.T if columns > 1 else numbers[0]
        weights[name] = tensor.contiguous().requires_grad_()
    return weights


def as_the_book(name, tensor):
    """The numbers in the book's order, column by column."""
    return tensor if tensor.dim() == 1 or name.endswith("_vectors") else tensor.T


def adamw(weights, rate, epsilon):
    """Matrices decay, vectors do not."""
    by_dim = lambda decays: [t for t in weights.values() if (t.dim() > 1) == decays]
    return torch.optim.AdamW([{"params": by_dim(True), "weight_decay": 0.1}, {"params": by_dim(False), "weight_decay": 0.0}],
                             lr=rate, betas=(0.9, 0.99), eps=epsilon)


class Transformer:
    def __init__(self, shape, weights):
        self.shape, self.W = shape, weights
        dtype = weights["norm.gain"].dtype
        self.mask = torch.full((shape.context, shape.context), float("-inf"), dtype=dtype).triu(1)

    def norm(self, X, name):
        return layer_norm(X, (self.shape.width,), self.W[name + "gain"], self.W[name + "bias"])

    def attention(self, X, name):
        B, T, width = X.shape
        heads, d = self.shape.heads, width // self.shape.heads
        split = lambda M: M.view(B, T, heads, d).transpose(1, 2)
        Q, K, V = map(split, linear(X, self.W[name + "W_QKV"], self.W[name + "b_QKV"]).split(width, -1))
        A = torch.softmax(Q @ K.transpose(2, 3) / d ** 0.5 + self.mask[:T, :T], dim=-1)
        return linear((A @ V).transpose(1, 2).reshape(B, T, width), self.W[name + "W_O"], self.W[name + "b_O"])

    def feed_forward(self, X, name):
        hidden = gelu(linear(X, self.W[name + "W_1"], self.W[name + "b_1"]), approximate="tanh")
        return linear(hidden, self.W[name + "W_2"], self.W[name + "b_2"])

    def logits(self, tokens):
        """From sequences x steps to sequences x steps x vocabulary."""
        X = embedding(tokens, self.W["token_vectors"]) + self.W["position_vectors"][:tokens.shape[1]]
        for i in range(self.shape.layers):
            X = X + self.attention(self.norm(X, f"block.{i}.norm_1."), f"block.{i}.attention.")
            X = X + self.feed_forward(self.norm(X, f"block.{i}.norm_2."), f"block.{i}.feed_forward.")
        return linear(self.norm(X, "norm."), self.W["token_vectors"])
