"""PyTorch's side of chapter 9's race: training steps of the public small setting, two threads; and a text that is read
anew for each of its tokens, as without a cache."""
import json
import os
import resource
import statistics
import sys
import time
from pathlib import Path

import torch
from numpy.random import RandomState
from torch.nn.functional import cross_entropy

sys.path.append(str(Path(__file__).parents[1] / "support"))
from torch_transformer import Shape, Transformer, adamw, drawn

torch.set_num_threads(2)
SHAPE = Shape(vocabulary=65, context=64, layers=4, heads=4, width=128)
SEQUENCES, COMPARED_STEPS, WARM_STEPS, TIMED_STEPS = 12, 3, 3, 20


def begun():
    """The model, its weights, tokens, and those that follow."""
    random = RandomState(42)
    weights = drawn(SHAPE, random, 0.05)
    with torch.no_grad():
        for name, tensor in weights.items():
            if name.endswith("gain"):
                tensor += 1
    size = (SEQUENCES, SHAPE.context)
    tokens, right = (torch.from_numpy(random.randint(SHAPE.vocabulary, size=size)) for _ in range(2))
    return Transformer(SHAPE, weights), weights, tokens, right


def training():
    """A function that does a step, and gives its loss."""
    model, weights, tokens, right = begun()
    optimizer = adamw(weights, rate=1e-3, epsilon=1e-8)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = cross_entropy(model.logits(tokens).flatten(0, 1), right.flatten())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(weights.values(), 1.0)
        optimizer.step()
        return loss.item()

    return step


def peak():
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def memory():
    """The bytes by which the peak of a new process grows."""
    ours, childs = os.pipe()
    if os.fork() == 0:
        before = peak()
        step = training()
        for _ in range(3):
            step()
        os.write(childs, str(peak() - before).encode())
        os._exit(0)
    os.wait()
    return int(os.read(ours, 100))


def milliseconds(work):
    times = []
    for _ in range(WARM_STEPS + TIMED_STEPS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times[WARM_STEPS:])


def measure_training(bytes_taken):
    step = training()
    values = {f"value_{i}": step() for i in range(COMPARED_STEPS)}
    return {"name": "training step", "real_time": milliseconds(step), "memory": bytes_taken, **values}


@torch.no_grad()
def measure_writing():
    model, _, tokens, _ = begun()

    def write():
        for length in range(1, SHAPE.context + 1):
            scores = model.logits(tokens[:1, :length])[0, -1]
        return scores

    return {"name": "writing 64 tokens", "real_time": milliseconds(write), "value": write().max().item()}


if __name__ == "__main__":
    taken = memory()  # before this process has threads, which would not come along
    print(json.dumps({"benchmarks": [measure_training(taken), measure_writing()]}))
