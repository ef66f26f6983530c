"""What the training of the small networks has in common: their layers in jax, Adam, how weights are stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

Weights = dict[str, Any]
_LARGE = 1000


def normal(x: Any) -> Any:
    """The layer of `nets.normal`."""
    return (x - x.mean(-1, keepdims=True)) / jnp.sqrt(x.var(-1, keepdims=True) + 1e-5)


def convolved(x: Any, weights: Any) -> Any:
    """The layer of `nets.convolved`, over a batch."""
    width = x.shape[-1]
    before = jnp.pad(x[:, :-1], ((0, 0), (1, 0), (0, 0)))
    after = jnp.pad(x[:, 1:], ((0, 0), (0, 1), (0, 0)))
    return x @ weights[width : 2 * width] + before @ weights[:width] + after @ weights[2 * width :]


def dropped(x: Any, key: Any, share: float) -> Any:
    """Set a share of the numbers to 0, and the others higher."""
    return x * jax.random.bernoulli(key, 1 - share, x.shape) / (1 - share)


def adam(loss: Callable[..., Any], memory: float) -> Callable[..., Any]:
    """Return one step of Adam, gradients cut at a norm of 1; `memory` is that of their squares.

    It takes weights, both means, the step's number, the rate, and what `loss` takes behind the weights; it
    returns weights, both means and the loss.
    """

    @partial(jax.jit, donate_argnums=(0, 1, 2))
    def step(w: Weights, m: Weights, v: Weights, at: Any, rate: Any, *given: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(w, *given)
        size = jnp.sqrt(sum((part**2).sum() for part in jax.tree.leaves(slope)))
        slope = jax.tree.map(lambda part: part * jnp.minimum(1, 1 / size), slope)
        m = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, m, slope)
        v = jax.tree.map(lambda old, new: memory * old + (1 - memory) * new * new, v, slope)
        moved = jax.tree.map(lambda a, b: a / (1 - 0.9**at) / (jnp.sqrt(b / (1 - memory**at)) + 1e-7), m, v)
        return jax.tree.map(lambda old, by: old - rate * by, w, moved), m, v, value

    return step


def save(weights: Weights, as_stored: dict[str, np.ndarray], path: Path) -> None:
    """Store for `nets.read_weights`: large tables as bytes with a scale a column, others in half precision."""
    arrays = dict(as_stored)
    for name, array in weights.items():
        if array.ndim == 2 and len(array) > _LARGE:
            scale = (np.abs(array).max(0) / 127).astype(np.float32)
            arrays[name], arrays[f"{name}_scale"] = np.round(array / scale).astype(np.int8), scale
        else:
            arrays[name] = array.astype(np.float16)
    np.savez_compressed(path, **arrays)
