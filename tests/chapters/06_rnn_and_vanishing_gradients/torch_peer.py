"""PyTorch's losses of the first training steps of chapter 6's race, as hexadecimal numbers."""
import importlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
race = importlib.import_module("06_torch")

race.torch.set_num_threads(1)
for cell in race.CELLS:
    losses = race.steps(cell)
    print(cell, *(next(losses).hex() for _ in range(race.COMPARED_STEPS)))
