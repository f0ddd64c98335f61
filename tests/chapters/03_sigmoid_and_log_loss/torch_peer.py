"""PyTorch's answers to the questions of torch_test.cpp, from the same random numbers."""
import torch
import torch.nn.functional as F
from numpy.random import RandomState

rng = RandomState(2024)


def randn(*shape):
    return torch.from_numpy(rng.randn(*shape))


def labels(n, classes=2):
    return torch.from_numpy(rng.randint(0, classes, n))


def show(name, values):
    print(name, *(value.hex() for value in values.detach().flatten().tolist()))


logits, answers = 10 * randn(1000), labels(1000).double()
show("sigmoid", torch.sigmoid(logits))
show("softplus", F.softplus(logits, threshold=1e9))
show("mean_log_loss", F.binary_cross_entropy_with_logits(logits, answers))

scores = (5 * randn(20)).requires_grad_()
loss = F.cross_entropy(scores[None], torch.tensor([7]))
loss.backward()
show("softmax", torch.softmax(scores, 0))
show("cross_entropy", loss)
show("cross_entropy_grad", scores.grad)

# The mini network: 6 inputs, 4 hidden neurons, 12 examples, one a column.
X, y = randn(12, 6).T, labels(12).double()
start = randn(4 * 6 + 4 + 4 + 1)


def mini_loss(parameters):
    W1 = parameters[:24].reshape(6, 4).T
    b1, W2, b2 = parameters[24:28], parameters[28:32], parameters[32]
    z = W2 @ torch.sigmoid(W1 @ X + b1[:, None]) + b2
    return F.binary_cross_entropy_with_logits(z, y)


def train(make_optimizer):
    parameters = start.clone().requires_grad_()
    optimizer = make_optimizer([parameters])
    for _ in range(50):
        optimizer.zero_grad()
        mini_loss(parameters).backward()
        optimizer.step()
    return parameters


first = start.clone().requires_grad_()
mini_loss(first).backward()
show("mini_loss", mini_loss(first))
show("mini_gradient", first.grad)
show("descent", train(lambda p: torch.optim.SGD(p, lr=0.5)))
show("momentum", train(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)))
show("adam", train(lambda p: torch.optim.Adam(p, lr=0.05)))
