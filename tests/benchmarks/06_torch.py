"""PyTorch's side of chapter 6's race: the same training steps from the same weights, two threads."""
import json
import math
import statistics
import time

import torch
from numpy.random import RandomState
from torch.nn.functional import cross_entropy, one_hot

torch.set_num_threads(2)
SYMBOLS, HIDDEN, LAYERS, SEQUENCES, STEPS, CHUNKS = 65, 128, 2, 50, 50, 8
COMPARED_STEPS, TIMED_STEPS = 3, 15
# our gates i, f, o, g in PyTorch's order i, f, g, o
CELLS = {"Elman": (torch.nn.RNN, [0]), "GRU": (torch.nn.GRU, [0, 1, 2]), "LSTM": (torch.nn.LSTM, [0, 1, 3, 2])}

text = torch.from_numpy(RandomState(43).randint(SYMBOLS, size=SEQUENCES * STEPS * CHUNKS + 1))


def chunk(number):
    """Symbols of a chunk, steps x sequences, and what follows each."""
    places = torch.arange(SEQUENCES) * STEPS * CHUNKS + number % CHUNKS * STEPS
    at = torch.arange(STEPS).unsqueeze(1) + places
    return one_hot(text[at], SYMBOLS).float(), text[at + 1].flatten()


def load_weights(rnn, readout, order):
    bound = 1 / math.sqrt(HIDDEN)
    random = RandomState(42)
    draw = lambda rows, columns: torch.from_numpy(
        random.uniform(-bound, bound, size=(columns, rows))).float().T.contiguous()
    by_gate = lambda W: torch.cat([W[g * HIDDEN:(g + 1) * HIDDEN] for g in order])
    sums = len(order) * HIDDEN
    with torch.no_grad():
        for layer in range(LAYERS):
            for name, columns in [("ih", SYMBOLS if layer == 0 else HIDDEN), ("hh", HIDDEN)]:
                getattr(rnn, f"weight_{name}_l{layer}").copy_(by_gate(draw(sums, columns)))
                getattr(rnn, f"bias_{name}_l{layer}").zero_()
            draw(sums, 1)
            getattr(rnn, f"bias_hh_l{layer}").requires_grad_(False)  # one bias is enough
        readout.weight.copy_(draw(SYMBOLS, HIDDEN))
        readout.bias.zero_()


def steps(cell):
    """Yields the loss of one training step after the other."""
    make, order = CELLS[cell]
    rnn, readout = make(SYMBOLS, HIDDEN, LAYERS), torch.nn.Linear(HIDDEN, SYMBOLS)
    load_weights(rnn, readout, order)
    parameters = [p for p in [*rnn.parameters(), *readout.parameters()] if p.requires_grad]
    optimizer = torch.optim.Adam(parameters, lr=0.001)
    state, chunks = None, [chunk(number) for number in range(CHUNKS)]
    for number in range(COMPARED_STEPS + TIMED_STEPS):
        symbols, right = chunks[number % CHUNKS]
        optimizer.zero_grad()
        H, state = rnn(symbols, state)
        state = tuple(s.detach() for s in state) if cell == "LSTM" else state.detach()
        loss = cross_entropy(readout(H).flatten(0, 1), right)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 0.25)
        optimizer.step()
        yield loss.item()


def measure(cell):
    run = steps(cell)
    losses = [next(run) for _ in range(COMPARED_STEPS)]
    times = []
    for _ in range(TIMED_STEPS):
        start = time.perf_counter()
        next(run)
        times.append(time.perf_counter() - start)
    values = {f"value_{i}": loss for i, loss in enumerate(losses)}
    return {"name": f"{cell}, training step", "real_time": 1000 * statistics.median(times), **values}


if __name__ == "__main__":
    print(json.dumps({"benchmarks": [measure(cell) for cell in CELLS]}))
