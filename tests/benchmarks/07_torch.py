"""PyTorch's side of chapter 7's race: causal attention of 32 heads by its formula, there and back, two threads."""
import json
import math
import os
import resource
import statistics
import time

import torch
from numpy.random import RandomState

torch.set_num_threads(2)
HEADS, D = 32, 32
ROUNDS = {64: 30, 256: 10, 1024: 3, 2048: 1}  # the first of each only warms up


def drawn(T):
    """Q, K, V and dO: heads x tokens x d, so that a token is a row."""
    random = RandomState(42)
    return [torch.from_numpy(random.uniform(-2, 2, size=(HEADS, T, D))).float() for _ in range(4)]


def work(Q, K, V, dO):
    mask = torch.full((Q.shape[1], Q.shape[1]), -math.inf).triu(1)
    for X in (Q, K, V):
        X.grad = None
        X.requires_grad_()
    O = torch.softmax(Q @ K.transpose(1, 2) / math.sqrt(D) + mask, dim=-1) @ V
    O.backward(dO)
    return [O.detach(), Q.grad, K.grad, V.grad]


def values(results):
    for X in results:
        numbers = X.flatten()
        yield numbers.double().square().mean().sqrt().item()
        step = len(numbers) // 64 + 33
        yield from (numbers[i * step % len(numbers)].item() for i in range(64))


def peak():
    return 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def memory(T):
    """The bytes by which the peak of a new process grows."""
    ours, childs = os.pipe()
    if os.fork() == 0:
        given = drawn(T)
        before = peak()
        work(*given)
        os.write(childs, str(peak() - before).encode())
        os._exit(0)
    os.wait()
    return int(os.read(ours, 100))


def measure(T, bytes_taken):
    given, times = drawn(T), []
    results = work(*given)
    for _ in range(ROUNDS[T]):
        start = time.perf_counter()
        results = work(*given)
        times.append(time.perf_counter() - start)
    return {"name": f"attention, T = {T}", "real_time": 1000 * statistics.median(times), "memory": bytes_taken,
            **{f"value_{i}": x for i, x in enumerate(values(results))}}


if __name__ == "__main__":
    taken = {T: memory(T) for T in ROUNDS}  # before this process has threads, which would not come along
    print(json.dumps({"benchmarks": [measure(T, taken[T]) for T in ROUNDS]}))
