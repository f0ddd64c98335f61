"""PyTorch's side of chapter 3's race: the same work on the same numbers, two threads."""
import json
import statistics
import time

import torch
from numpy.random import RandomState
from torch.nn.functional import binary_cross_entropy_with_logits, softplus

torch.set_num_threads(2)
MANY, INPUTS, EXAMPLES = 10_000_000, 100, 200_000

z = torch.from_numpy(RandomState(42).randn(MANY)).float()
y = torch.from_numpy(RandomState(43).rand(MANY) < 0.5).float()
p = torch.empty_like(z)
X = torch.from_numpy(RandomState(44).randn(EXAMPLES, INPUTS)).float()
first_is_above = (X[:, 0] > X[:, 1]).float().unsqueeze(1)


def mean_loss_by_softplus():
    """The fastest we found: the sum of log(1 + e^z) - y z over two kernels."""
    return (softplus(z).sum() - torch.dot(y, z)) / MANY


def epoch(batch):
    model = torch.nn.Linear(INPUTS, 1)
    torch.nn.init.zeros_(model.weight)
    torch.nn.init.zeros_(model.bias)
    loss = torch.nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for at in range(0, EXAMPLES, batch):
        optimizer.zero_grad()
        loss(model(X[at:at + batch]), first_is_above[at:at + batch]).backward()
        optimizer.step()
    return torch.cat([model.weight[0], model.bias]).detach()


WORK = {
    "sigmoid, 10 million": lambda: torch.sigmoid(z, out=p),
    "sigmoid, a new array": lambda: torch.sigmoid(z),
    "log loss, 10 million": lambda: binary_cross_entropy_with_logits(z, y),
    "log loss by softplus": mean_loss_by_softplus,
    "logistic, batches of 256": lambda: epoch(256),
    "logistic, one batch": lambda: epoch(EXAMPLES),
}


def values_of(result):
    if result.numel() == INPUTS + 1:
        return {f"value_{i}": value for i, value in enumerate(result.tolist())}
    return {"value": result.double().mean().item()}


def measure(work):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        result = work()
        times.append(time.perf_counter() - start)
    return {"real_time": 1000 * statistics.median(times), **values_of(result)}


print(json.dumps({"benchmarks": [{"name": name, **measure(work)} for name, work in WORK.items()]}))
