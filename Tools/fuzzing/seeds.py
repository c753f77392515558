#!/usr/bin/env python3
"""Small valid inputs from which the fuzzer of a reader begins.

usage: seeds.py TARGET FOLDER PROGRAM
"""

import gzip
import io
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile

import ways

ROOT = pathlib.Path(__file__).resolve().parents[2]
PIECE_BYTES = b"\x20"
LARGEST = 5000


def recordings():
    """The beginnings of recordings of many formats."""
    folders = [ROOT / "Recordings", ROOT.parent / "shared" / "cases"]
    for path in (path for folder in folders if folder.is_dir() for path in sorted(folder.iterdir())):
        if path.suffix in (".csv", ".txt", ".gcsv", ".evemu") and ".labels" not in path.name:
            yield path.name, b"".join(path.read_bytes()[:LARGEST].splitlines(keepends=True)[:60])


def json_records():
    """The same rows as JSON: on lines, in a list, in a wrapper, with axes inside."""
    rows = [{"t": row / 50, "acc": {"x": 0.1, "y": row % 5, "z": 9.8}} for row in range(30)]
    plain = [{"t": row / 50, "ax": 0.1, "ay": row % 5, "az": 9.8, "note": "a,\n{"} for row in range(30)]
    return ["\n".join(map(json.dumps, rows)).encode(), json.dumps(plain).encode(),
            json.dumps({"device": "x", "rows": plain}, indent=1).encode()]


def json_columns():
    """The same as a list for each column, as pandas writes tables, and as rows without names."""
    columns = {"t": [row / 50 for row in range(30)], "ax": [0.1] * 30, "ay": [row % 5 for row in range(30)], "az": [9.8] * 30}
    rows = [list(row) for row in zip(*columns.values())]
    by_row = {name: {str(row): value for row, value in enumerate(values)} for name, values in columns.items()}
    tables = [columns, by_row, {"columns": list(columns), "index": list(range(30)), "data": rows}, rows,
              {"t": columns["t"], "acc": [row[1:] for row in rows]}]
    return [json.dumps(table).encode() for table in tables]


def plotter_lines():
    """Every line names its values, below what a board says first."""
    lines = [f"t:{row / 50} ax:0.1 ay:{row % 5} az:9.8" for row in range(30)]
    return ["\n".join(["ready", *lines]).encode(), ", ".join(lines[:1]).replace(":", " = ").encode()]


def read(_):
    texts = [data for _, data in recordings()] + json_records() + json_columns() + plotter_lines()
    return [PIECE_BYTES + data for data in texts]


def archives(_):
    packed = []
    for name, data in list(recordings())[:12]:
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            archive.writestr(name, data[:3000])
            archive.writestr("Gyroscope.csv", data[:500])
        packed += [target.getvalue(), gzip.compress(data[:3000])]
    return packed


def programs(program):
    shown = subprocess.run([program, "programs", "show", "upper-back"], capture_output=True, check=True).stdout
    return [shown, shown + b"  - exercise: my-own\n    kind: hold\n    reps: 2\n    hold: 5\n"]


def sensor_logger(_):
    def entry(name, time, **values):
        return {"name": name, "time": time, "values": values}

    lines = []
    for number in range(4):
        time = 1_700_000_000_000_000_000 + number * 20_000_000
        payload = [
            entry("accelerometer", time, x=0.1, y=0.2, z=0.3), entry("gravity", time, x=0, y=0.2, z=9.8),
            entry("gyroscope", time, x=0.1, y=0.2, z=0.3), entry("totalacceleration", time, x=0, y=0.2, z=9.8),
            entry("wristmotion", time, gravityX=0, gravityY=0, gravityZ=1, accelerationX=0, accelerationY=0,
                  accelerationZ=0, rotationRateX=0, rotationRateY=0, rotationRateZ=1)]
        lines.append(json.dumps({"messageId": number, "sessionId": "a", "deviceId": "d", "payload": payload}))
    return ["\n".join(lines).encode()]


def sensor_server(_):
    lines = [
        json.dumps({"type": f"android.sensor.{kind}", "timestamp": number * 20_000_000, "values": [0.1, 0.2, 9.8]})
        for number in range(20) for kind in ("accelerometer", "gyroscope")]
    return ["\n".join(lines).encode()]


def phyphox(_):
    names = ["acc_time", "accX", "accY", "accZ", "gyr_time", "gyrX", "gyrY", "gyrZ"]
    lines = [json.dumps({"buffers": [{"name": name} for name in names]})]
    for number in range(4):
        buffers = {name: {"updateMode": "partial", "buffer": [number + 0.1, number + 0.2]} for name in names}
        lines.append(json.dumps({"buffer": buffers, "status": {"session": "s", "measuring": True}}))
    return ["\n".join(lines).encode()]


def web_socket(_):
    message = b'{"type":"android.sensor.accelerometer","timestamp":1,"values":[0.1,0.2,9.8]}'
    return [b"".join(bytes([len(message) + 2, 0x81, len(message)]) + message for _ in range(5))]


def dsu(_):
    packets = b""
    for number in range(4):
        packet = bytearray(100)
        packet[16:20] = struct.pack("<I", 0x100002)
        packet[21], packet[31] = 2, 1
        packet[32:36] = struct.pack("<I", number + 1)
        packet[76:92] = struct.pack("<ffff", 0, 0, 1, number)
        packets += bytes([len(packet)]) + packet
    return [packets]


def wit_motion(_):
    return [b"".join(bytes([11, 0x55, 0x51 + number % 2, number, 1, 2, 3, 4, 5, 6, 7, 8]) for number in range(20))]


def history(program):
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        (place / "rows.csv").write_bytes((ROOT / "Recordings" / "bent-over-row.csv").read_bytes())
        return [ways.history(program, place)]


SEEDS = {
    "recording": read, "rows": read, "archive": archives, "program": programs,
    "parameters": lambda _: [ways.PARAMETERS], "labels": lambda _: [ways.LABELS],
    "manifest": lambda _: [ways.MANIFEST], "sensor-logger": sensor_logger, "sensor-server": sensor_server,
    "phyphox": phyphox, "web-socket": web_socket, "dsu": dsu, "wit-motion": wit_motion, "history": history,
}

if __name__ == "__main__":
    target, folder, program = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    for number, seed in enumerate(SEEDS.get(target, lambda _: [])(program)):
        (folder / f"seed-{number}").write_bytes(seed)
