"""How the repetitions of a set follow each other: durations, and what comes between."""
import numpy as np

from gestures.body import Actor
from gestures.surroundings import scratch, sip

FEWEST_WITH_PAUSE = 6
HOLD_SPREAD = 0.15


def durations(actor: Actor, count: int, shortest: float, longest: float) -> np.ndarray:
    """Seconds for each of so many repetitions: a person's own tempo, which drifts and scatters."""
    scatter = actor.between(0.03, 0.10)
    drift = actor.between(-0.08, 0.25)
    usual = actor.between(1.05 * shortest, 0.86 * longest)
    drifted = usual * (1 + drift * np.linspace(-0.35, 0.65, count))
    scattered = drifted * np.exp(actor.random.normal(0, scatter, count))
    return np.clip(scattered, 0.93 * shortest, 1.07 * longest)


def hold_length(actor: Actor, usual: float) -> float:
    """Seconds of one hold of a person who keeps about a length of their own."""
    return usual * actor.between(1 - HOLD_SPREAD, 1 + HOLD_SPREAD)


def pauses(actor: Actor, count: int, probability: float) -> dict[int, str]:
    """Before which repetition (from 0) a pause comes, if any, and what the person does in it."""
    if count < FEWEST_WITH_PAUSE or not actor.happens(probability):
        return {}
    before = actor.count(2, count - 2)
    return {before: str(actor.random.choice(["still", "scratch", "sip", "still"]))}


def pause(actor: Actor, what: str) -> None:
    """Takes a pause within a set."""
    actor.wait(actor.between(0.4, 1.2))
    if what == "scratch":
        scratch(actor)
    elif what == "sip":
        sip(actor)
    else:
        actor.wait(actor.between(2, 6))
    actor.wait(actor.between(0.4, 1.5))
