"""PyTorch's transformer, there and back, and steps of AdamW, as lines of hexadecimal numbers: what, then its numbers.

Weights and tokens are drawn as the test draws them.
"""
import sys
from pathlib import Path

import torch
from numpy.random import RandomState
from torch.nn.functional import cross_entropy

sys.path.append(str(Path(__file__).parents[2] / "support"))
from torch_transformer import Shape, Transformer, adamw, as_the_book, drawn

SHAPE = Shape(vocabulary=11, context=16, layers=3, heads=4, width=32)
SEQUENCES, STEPS = 3, 13
torch.set_num_threads(1)


def given(dtype):
    """The weights, and a function of the loss."""
    random = RandomState(42)
    weights = drawn(SHAPE, random, 0.5, dtype)
    tokens, right = (torch.from_numpy(random.randint(SHAPE.vocabulary, size=(SEQUENCES, STEPS))) for _ in range(2))
    model = Transformer(SHAPE, weights)
    loss = lambda: cross_entropy(model.logits(tokens).flatten(0, 1), right.flatten(), label_smoothing=0.1)
    return weights, loss


def tell(what, numbers):
    print(what, *(x.hex() for x in numbers.detach().flatten().tolist()))


for dtype, precision in [(torch.float32, "float"), (torch.float64, "double")]:
    weights, loss_of = given(dtype)
    loss = loss_of()
    loss.backward()
    tell(f"{precision}-loss", loss)
    for name, tensor in weights.items():
        tell(f"{precision}-{name}", as_the_book(name, tensor.grad))

weights, loss_of = given(torch.float32)
optimizer = adamw(weights, rate=0.01, epsilon=1e-3)
for step in range(3):
    optimizer.zero_grad()
    loss_of().backward()
    optimizer.step()
for name, tensor in weights.items():
    tell(f"trained-{name}", as_the_book(name, tensor))
