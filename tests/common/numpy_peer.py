"""Replays a script of calls on NumPy's RandomState; prints each result's bits."""
import struct
import sys

import numpy as np


def bits(values):
    for value in np.asarray(values).ravel():
        if isinstance(value, np.floating):
            yield struct.pack(">d", value).hex()
        else:
            yield str(int(value))


def shuffled(rng, array):
    rng.shuffle(array)
    return array


def p_of(n):
    weights = np.arange(1.0, n + 1)
    return weights / weights.sum()


rng = None
for line in sys.stdin:
    call, *words = line.split()
    numbers = [int(word) for word in words]
    if call == "seed":
        rng = np.random.RandomState(numbers[0])
        continue
    result = {
        "rand": lambda n: rng.rand(n),
        "randn": lambda n: rng.randn(n),
        "uniform": lambda low, high, n: rng.uniform(low, high, n),
        "randint": lambda low, high, n: rng.randint(low, high, n, dtype=np.int64),
        "permutation": lambda n: rng.permutation(n),
        "shuffle": lambda n: shuffled(rng, np.arange(n, dtype=np.float64)),
        "shuffle_rows": lambda n: shuffled(rng, np.arange(2.0 * n).reshape(n, 2)),
        "choice": lambda n, size: rng.choice(n, size, p=p_of(n)),
    }[call](*numbers)
    print(line.strip(), *bits(result))
