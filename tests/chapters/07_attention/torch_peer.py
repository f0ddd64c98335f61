"""PyTorch's multi-head attention, there and back, as lines of hexadecimal numbers: what, then its numbers.

Weights, X and dY are drawn as the test draws them. In memory a token's numbers lie side by side on both sides,
and W is drawn column by column.
"""
import torch
from numpy.random import RandomState

WIDTH, HEADS, SEQUENCES, STEPS = 32, 4, 3, 70
torch.set_num_threads(1)


def there_and_back(dtype, causal):
    random = RandomState(42)
    draw = lambda *shape: torch.from_numpy(random.uniform(-0.5, 0.5, size=shape)).float().to(dtype)
    layer = torch.nn.MultiheadAttention(WIDTH, HEADS, batch_first=True, dtype=dtype)
    with torch.no_grad():
        layer.in_proj_weight.copy_(draw(WIDTH, 3 * WIDTH).T)
        layer.in_proj_bias.copy_(draw(3 * WIDTH))
        layer.out_proj.weight.copy_(draw(WIDTH, WIDTH).T)
        layer.out_proj.bias.copy_(draw(WIDTH))
    X, dY = 4 * draw(SEQUENCES, STEPS, WIDTH), draw(SEQUENCES, STEPS, WIDTH)
    X.requires_grad_()
    mask = torch.ones(STEPS, STEPS, dtype=torch.bool).triu(1) if causal else None
    Y, _ = layer(X, X, X, need_weights=False, attn_mask=mask)
    Y.backward(dY)
    return {"Y": Y, "dX": X.grad, "W_QKV": layer.in_proj_weight.grad.T, "b_QKV": layer.in_proj_bias.grad,
            "W_O": layer.out_proj.weight.grad.T, "b_O": layer.out_proj.bias.grad}


for dtype, name in [(torch.float32, "float"), (torch.float64, "double")]:
    for causal in (False, True):
        for what, numbers in there_and_back(dtype, causal).items():
            print(f"{name}-{'causal' if causal else 'all'}-{what}", *(x.hex() for x in numbers.flatten().tolist()))
