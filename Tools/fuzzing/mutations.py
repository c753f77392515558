"""Valid input made wrong, in the ways of broken files, broken apps and people with bad intent."""

import io
import random
import re
import zipfile

NUMBERS = (
    "nan", "inf", "-inf", "-0", "0", "1e308", "-1e308", "1e999", "1e-320", "1e19", "0x7f", "1_000",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615",
    "4294967295", "2147483648", "253402300800", "1700000000000000000", "99999999999999999999999999",
    "0." + "0" * 400 + "1", "1" * 400, "", " ", "--1", "1,5", "+", ".", "e", "١٢",
)
WORDS = (
    "\x1b[2J", "\x1b]0;owned\x07", "\u009b31m", "\u202egpj.exe", "\x00", "\x07", "\r", "\x7f",
    "\u2028", "\ufeff", "A" * 5000, "é" * 300, "../../etc/passwd", "%s%n%x", "'\"<script>", "# ",
    "- &a [*a]", "{{{{", "*a", "!!binary x", "|", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
    "# marker 1e300 set-start nowhere left", "# marker nan pain 99", "# device: \x1b[31m", "# target: -1",
    "# exercise: \u202e", "# program: {", "# recorded: 99999-99-99", "t,ax,ay,az", "time;x;y;z",
)
NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def mutated(seed: bytes, dice: random.Random) -> bytes:
    """The seed after one to five changes."""
    for _ in range(dice.choice((1, 1, 1, 2, 3, 5))):
        seed = dice.choice(CHANGES)(seed, dice)
    return seed


def _place(data, dice):
    return dice.randrange(len(data) + 1)


def _span(data, dice):
    start = _place(data, dice)
    return start, min(len(data), start + int(dice.expovariate(1 / 60)))


def flip_bits(data, dice):
    changed = bytearray(data)
    for _ in range(dice.choice((1, 1, 4, 40))):
        if changed:
            changed[dice.randrange(len(changed))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def truncate(data, dice):
    return data[: _place(data, dice)]


def behead(data, dice):
    return data[_place(data, dice) :]


def remove(data, dice):
    start, end = _span(data, dice)
    return data[:start] + data[end:]


def repeat(data, dice):
    start, end = _span(data, dice)
    return data[:end] + data[start:end] * dice.choice((1, 3, 200)) + data[end:]


def insert_noise(data, dice):
    place = _place(data, dice)
    return data[:place] + dice.randbytes(dice.choice((1, 3, 50, 3000))) + data[place:]


def insert_word(data, dice):
    place = _place(data, dice)
    return data[:place] + dice.choice(WORDS).encode("utf-8", "replace") + data[place:]


def insert_line(data, dice):
    lines = data.split(b"\n")
    lines.insert(dice.randrange(len(lines) + 1), dice.choice(WORDS).encode("utf-8", "replace"))
    return b"\n".join(lines)


def replace_numbers(data, dice):
    count = sum(1 for _ in NUMBER.finditer(data))
    if not count:
        return data
    chosen = set(dice.sample(range(count), min(count, dice.choice((1, 1, 3, 100)))))
    number = dice.choice(NUMBERS).encode()
    places = iter(range(count))
    return NUMBER.sub(lambda found: number if next(places) in chosen else found[0], data)


def replace_column(data, dice):
    """One column of every row becomes the same."""
    column, number = dice.randrange(8), dice.choice(NUMBERS).encode()
    rows = [row.split(b",") for row in data.split(b"\n")]
    for row in rows[dice.choice((0, 1)) :]:
        if len(row) > column:
            row[column] = number
    return b"\n".join(b",".join(row) for row in rows)


def move_lines(data, dice):
    lines = data.split(b"\n")
    start, end = sorted((_place(lines, dice), _place(lines, dice)))
    part = lines[start:end]
    dice.choice((dice.shuffle, lambda some: some.reverse(), lambda some: some.extend(some[:300])))(part)
    return b"\n".join(lines[:start] + part + lines[end:])


def encode(data, dice):
    text = data.decode("utf-8", "replace")
    return dice.choice((
        lambda: text.encode("utf-16"),
        lambda: text.encode("utf-16-be"),
        lambda: text.encode("latin-1", "replace"),
        lambda: data.replace(b"\n", b"\r\n"),
        lambda: data.replace(b"\n", b"\r"),
        lambda: data.replace(b"\n", b""),
        lambda: data.replace(b",", dice.choice((b";", b"\t", b" ", b",,", b"|"))),
        lambda: data.replace(b".", b","),
    ))()


def pack(data, dice):
    """Into an archive, at times with a name that nobody gives, twice, nested or as a bomb."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        name = dice.choice(("a.csv", "\x1b[2J.csv", "../up.csv", "/abs.csv", "x" * 300, "Accelerometer.csv"))
        for number in range(dice.choice((1, 1, 2, 300))):
            archive.writestr(f"{number}/{name}" if number else name, data[: 1 << 14 if number else None])
        if dice.random() < 0.05:
            archive.writestr("bomb.csv", data + b"0" * (30 << 20))
    return target.getvalue()


CHANGES = (
    flip_bits, truncate, behead, remove, repeat, insert_noise, insert_word, insert_line,
    replace_numbers, replace_numbers, replace_numbers, replace_column, move_lines, encode,
)
