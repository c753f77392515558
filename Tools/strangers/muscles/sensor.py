"""What a sensor measures on its way: its strap, its filter, its clock and its errors."""
import numpy as np
from scipy.spatial.transform import Rotation

from common.rotations import inverse, turned
from common.signals import GRAVITY, sampled, specific_force
from muscles.body import Body, Signals
from muscles.dynamics import RATE_HERTZ, following, noise, smoothed, strapped

# As far as bulging muscles turn a sensor.
BULGE_DEGREES = 1.8
# Of recordings in which the strap slips.
SLIPPING_SHARE = 0.08
RING_SECONDS = 0.35
# Degrees per second for each m/s^2 of a knock.
RING_TURN = 3.4
# The skin and a strap of cloth let a sensor shake at about these frequencies.
STRAP_HERTZ = (8, 15)
TURNING_EXTRA_DAMPING = 0.15

# As products offer them; the repeated ones are more usual.
SAMPLE_RATES_HERTZ = (20, 25, 25, 32, 40, 50, 50, 50, 52, 60, 64, 100, 100, 100, 104, 125, 200)
RANGES_GRAVITIES = (2, 4, 4, 8, 8, 16)
STEPS_PER_GRAVITY = (16384, 8192, 4096, 2048, 1000, 256, 113)
STEP_SHARES = (0.22, 0.22, 0.18, 0.12, 0.12, 0.08, 0.06)
STEPS_PER_DEGREE_PER_SECOND = (1024, 131, 65.5, 32.8, 16.4)
CLOCK_DEVIATIONS_PER_SAMPLE = (0, 0.02, 0.08, 0.2)
# Files keep four decimals of seconds.
LEAST_INTERVAL_SECONDS = 0.00015


def worn(random: np.random.Generator, limb: np.ndarray, effort: np.ndarray) -> np.ndarray:
    """How a sensor is turned (n x 3 x 3) on a limb (n x 3 x 3): it is put on any way round, muscles
    that bulge turn it, and sometimes the strap slips."""
    turn = random.uniform(-BULGE_DEGREES, BULGE_DEGREES) * smoothed(effort, 4)
    if random.random() < SLIPPING_SHARE:
        seconds = np.arange(len(limb)) / RATE_HERTZ
        slip = random.choice([-1, 1]) * random.uniform(2, 7)
        elapsed = (seconds - random.uniform(3, seconds[-1] - 3)) / random.uniform(0.1, 2)
        turn = turn + slip / (1 + np.exp(-np.clip(elapsed, -50, 50)))
    axis, mounting = any_rotation(random), any_rotation(random)
    return limb @ axis @ turned("z", turn) @ (axis.T @ mounting)


def any_rotation(random: np.random.Generator) -> np.ndarray:
    """One rotation (3 x 3) out of all, each as likely as another."""
    return Rotation.random(random_state=random).as_matrix()


def measured(random: np.random.Generator, body: Body, signals: Signals, positions: np.ndarray,
             rotations: np.ndarray) -> np.ndarray:
    """The samples (m x 7: seconds, m/s^2, degrees per second) of a sensor on its way (n)."""
    force, rate = specific_force(positions, rotations, RATE_HERTZ), angular_rate(rotations)
    for time, size in body.knocks:
        ring(random, force, rate, time, size)
    for axis in range(3):
        force[:, axis] += signals["vibration"] * noise(random, len(force), 9, 22)
    force, rate = shaken(random, force, 0), shaken(random, rate, TURNING_EXTRA_DAMPING)
    rate_hertz = float(random.choice(SAMPLE_RATES_HERTZ)) * random.uniform(0.988, 1.012)
    if random.random() < 0.75:
        cutoff_hertz = min(0.42 * rate_hertz, 90)
        force, rate = (np.stack([following(column, cutoff_hertz, 0.75) for column in values.T],
                                axis=1) for values in (force, rate))
    taken, stamped, arrive = clock(random, (len(force) - 1) / RATE_HERTZ, rate_hertz)
    return np.column_stack([stamped, with_force_errors(random, sampled(force, RATE_HERTZ, taken)),
                            with_rate_errors(random, sampled(rate, RATE_HERTZ, taken))])[arrive]


def angular_rate(rotations: np.ndarray) -> np.ndarray:
    """What an ideal gyroscope feels (n x 3, degrees per second)."""
    turn = inverse(rotations[:-1]) @ rotations[1:]
    # Between two samples the angle is so small that its sine is as good.
    sine = np.stack([turn[:, 2, 1] - turn[:, 1, 2], turn[:, 0, 2] - turn[:, 2, 0],
                     turn[:, 1, 0] - turn[:, 0, 1]], axis=1) / 2
    return np.degrees(np.vstack([sine, sine[-1:]])) * RATE_HERTZ


def ring(random: np.random.Generator, force: np.ndarray, rate: np.ndarray, time: float,
         size: float) -> None:
    """Adds a knock that rings off, in any direction."""
    first = int(time * RATE_HERTZ)
    last = min(len(force), first + int(RING_SECONDS * RATE_HERTZ))
    seconds = np.arange(max(0, last - first))[:, None] / RATE_HERTZ
    direction = random.normal(size=3)
    direction /= np.linalg.norm(direction)
    ringing = (np.exp(-seconds * random.uniform(14, 30))
               * np.sin(2 * np.pi * random.uniform(9, 24) * seconds))
    turning = np.exp(-20 * seconds) * np.sin(2 * np.pi * random.uniform(9, 18) * seconds)
    force[first:last] += size * direction * ringing
    rate[first:last] += RING_TURN * size * random.normal(size=3) * turning


def shaken(random: np.random.Generator, values: np.ndarray, extra_damping: float) -> np.ndarray:
    """What a soft strap leaves of a motion (n x 3) and adds to it."""
    return np.stack([strapped(column, random.uniform(*STRAP_HERTZ),
                              random.uniform(0.18, 0.5) + extra_damping)
                     for column in values.T], axis=1)


def clock(random: np.random.Generator, duration: float,
          rate_hertz: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """When samples are taken, when they are said to be (seconds), and which of them arrive."""
    count = int((duration - 0.05) * rate_hertz)
    nominal = np.arange(count) / rate_hertz
    deviation = random.choice(CLOCK_DEVIATIONS_PER_SAMPLE) / rate_hertz
    taken = np.clip(nominal + deviation * random.normal(size=count), 0, duration)
    taken = np.maximum.accumulate(taken)
    taken[0] = 0.0
    # Many devices stamp what they should have done.
    stamped = taken if random.random() < 0.7 else nominal
    loss = random.uniform(0.001, 0.02) if random.random() < 0.25 else 0.0
    arrive = random.random(count) >= loss
    arrive[0] = True
    arrive[1:] &= np.diff(stamped) > LEAST_INTERVAL_SECONDS
    return taken, stamped, arrive


def with_force_errors(random: np.random.Generator, force: np.ndarray) -> np.ndarray:
    """Scale, bias, noise, steps and range of an accelerometer."""
    deviation = np.exp(random.uniform(np.log(0.008), np.log(0.06)))
    wrong = force * random.normal(1, 0.01, 3) + random.normal(0, 0.08, 3)
    wrong += deviation * random.normal(size=force.shape)
    step = GRAVITY / random.choice(STEPS_PER_GRAVITY, p=STEP_SHARES)
    limit = GRAVITY * random.choice(RANGES_GRAVITIES)
    return np.clip(np.round(wrong / step) * step, -limit, limit)


def with_rate_errors(random: np.random.Generator, rate: np.ndarray) -> np.ndarray:
    """Scale, bias, drift, noise and steps of a gyroscope."""
    deviation = np.exp(random.uniform(np.log(0.06), np.log(0.7)))
    bias = random.choice([0.12, 0.46, 1.15]) * random.normal(size=3)
    drift = 0.12 * np.cumsum(random.normal(size=rate.shape), axis=0) / np.sqrt(len(rate))
    wrong = rate * random.normal(1, 0.01, 3) + bias + drift
    wrong += deviation * random.normal(size=rate.shape)
    step = 1 / random.choice(STEPS_PER_DEGREE_PER_SECOND)
    return np.round(wrong / step) * step
