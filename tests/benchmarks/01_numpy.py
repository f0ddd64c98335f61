"""NumPy's side of chapter 1's race: the same work, the same values, the same CRC-32."""
import json
import statistics
import time
import zlib

from numpy.random import RandomState

WORK = {
    "rand, 10 million": lambda: RandomState(42).rand(10_000_000),
    "rand, a new array": lambda: RandomState(42).rand(10_000_000),
    "randn, 10 million": lambda: RandomState(42).randn(10_000_000),
    "permutation, 1 million": lambda: RandomState(42).permutation(1_000_000),
}


def measure(work):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        values = work()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times), zlib.crc32(values)


results = [(name, *measure(work)) for name, work in WORK.items()]
print(json.dumps({"benchmarks": [
    {"name": name, "real_time": milliseconds, "crc": crc}
    for name, milliseconds, crc in results
]}))
