"""Rotations as matrices (n x 3 x 3), which multiply faster than scipy's objects."""
import numpy as np
from scipy.spatial.transform import Rotation


def turned(axis: str, degrees: np.ndarray) -> np.ndarray:
    """Rotations (n x 3 x 3) by angles (n) about the axis x, y or z."""
    axis_index = "xyz".index(axis)
    first, second = (axis_index + 1) % 3, (axis_index + 2) % 3
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    matrices = np.zeros((len(degrees), 3, 3))
    matrices[:, axis_index, axis_index] = 1
    matrices[:, first, first] = matrices[:, second, second] = cosine
    matrices[:, second, first], matrices[:, first, second] = sine, -sine
    return matrices


def from_vectors(vectors_degrees: np.ndarray) -> np.ndarray:
    """Rotations (n x 3 x 3) by rotation vectors (n x 3)."""
    return Rotation.from_rotvec(vectors_degrees, degrees=True).as_matrix()


def to_vectors(matrices: np.ndarray) -> np.ndarray:
    """Rotation vectors (n x 3, degrees) of rotations (n x 3 x 3)."""
    return Rotation.from_matrix(matrices).as_rotvec(degrees=True)


def inverse(matrices: np.ndarray) -> np.ndarray:
    """The rotations (n x 3 x 3) back."""
    return np.swapaxes(matrices, -1, -2)


def rotated(matrices: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Vectors (n x 3, or one for all) after rotations (n x 3 x 3)."""
    return (matrices @ np.asarray(vectors, float)[..., None])[..., 0]
