"""Which recordings a folder or an object store's prefix holds, and how their bytes come near."""

import dataclasses
import pathlib
import posixpath
import tempfile

from pyarrow import fs

ENDINGS = (".csv", ".tsv", ".txt", ".zip", ".gz", ".xz", ".zst", ".7z", ".tar", ".gcsv", ".evemu", ".yml")
BIDS_MOTION = "_motion.tsv"
# What belongs to a recording of the BIDS motion layout besides its table.
BIDS_PARTS = ("_motion.tsv", "_motion.json", "_channels.tsv")
NO_RECORDINGS = (".labels.csv", "index.csv", "manifest.csv", "participants.tsv")


@dataclasses.dataclass(frozen=True, order=True)
class Recording:
    """A recording by its name below the folder, with what tells whether it changed."""

    name: str
    size: int
    modified: int
    parts: tuple = ()


class Store:
    """A folder of this machine, or a prefix such as s3://bucket/study."""

    def __init__(self, place):
        self.place = place
        if "://" in place:
            self.files, self.root = fs.FileSystem.from_uri(place)
        else:
            self.files, self.root = fs.LocalFileSystem(), str(pathlib.Path(place).resolve())

    @property
    def is_local(self):
        return isinstance(self.files, fs.LocalFileSystem)

    def recordings(self):
        """All of them in order. In a BIDS layout, marked by its description, only motion is one."""
        found = self.files.get_file_info(fs.FileSelector(self.root, recursive=True))
        infos = {posixpath.relpath(info.path, self.root): info for info in found if info.is_file}
        is_bids = "dataset_description.json" in infos
        names = (name for name in infos if self._is_recording(name, is_bids))
        return sorted(self._recording(name, infos) for name in names)

    @staticmethod
    def _is_recording(name, is_bids):
        if is_bids:
            return name.endswith(BIDS_MOTION)
        return name.endswith(ENDINGS) and not name.endswith(NO_RECORDINGS)

    @staticmethod
    def _recording(name, infos):
        stem = name.removesuffix(BIDS_MOTION)
        parts = tuple(stem + ending for ending in BIDS_PARTS if stem + ending in infos)
        info = infos[name]
        return Recording(name, info.size, info.mtime_ns or 0, parts if name.endswith(BIDS_MOTION) else (name,))

    def near(self, recordings):
        """A folder of this machine that holds them under their names, as a context."""
        if self.is_local:
            return _Given(self.root)
        folder = tempfile.TemporaryDirectory(prefix="motioncheck-study-")
        for part in {part for recording in recordings for part in recording.parts}:
            target = pathlib.Path(folder.name, part)
            target.parent.mkdir(parents=True, exist_ok=True)
            with self.files.open_input_stream(posixpath.join(self.root, part)) as source:
                target.write_bytes(source.read())
        return folder

    def has(self, name):
        return self.files.get_file_info(posixpath.join(self.root, name)).is_file

    def write(self, name, data):
        """Whole or not at all."""
        path = posixpath.join(self.root, name)
        self.files.create_dir(posixpath.dirname(path), recursive=True)
        with self.files.open_output_stream(path + ".partial") as target:
            target.write(data)
        self.files.move(path + ".partial", path)


class _Given:
    """A folder that is there already."""

    def __init__(self, path):
        self.name = path

    def __enter__(self):
        return self.name

    def __exit__(self, *_):
        return None
