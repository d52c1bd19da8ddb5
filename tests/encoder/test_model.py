"""Model folders: checked on opening, opened once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from newsevents.encoder.model import load_model
from newsevents.errors import ModelError

FILES = ["encoder.onnx", "labels.npz", "tokenizer.json", "lemmas.json", "meta.json"]


@pytest.fixture
def folder(tiny_model: Path, tmp_path: Path) -> Path:
    """A copy of the tiny model that a test may break."""
    return Path(shutil.copytree(tiny_model, tmp_path / "model"))


def test_opened_once(tiny_model: Path) -> None:
    """Two pipelines of a process share one session."""
    assert load_model(tiny_model) is load_model(tiny_model)


@pytest.mark.parametrize("name", FILES)
def test_missing_file(folder: Path, name: str) -> None:
    """The error names the missing file and says what to do."""
    (folder / name).unlink()
    with pytest.raises(ModelError, match=rf"{name} is missing.*Reinstall"):
        load_model(folder)


@pytest.mark.parametrize("name", FILES)
def test_damaged_file(folder: Path, name: str) -> None:
    """One changed byte is noticed, whatever the file."""
    content = bytearray((folder / name).read_bytes())
    content[0] ^= 1
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{name} is damaged.*Reinstall"):
        load_model(folder)


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json"])
def test_wrong_file_with_right_digest(folder: Path, name: str) -> None:
    """A file that is not what its name says is damaged, too."""
    (folder / name).write_bytes(b"{}")
    change(
        folder, digests={name: "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}
    )
    with pytest.raises(ModelError, match=rf"{name} is damaged"):
        load_model(folder)


def test_folder_missing(tmp_path: Path) -> None:
    """A folder that is not there is told like a missing file."""
    with pytest.raises(ModelError, match=r"meta\.json is missing"):
        load_model(tmp_path / "nowhere")


def test_other_format(folder: Path) -> None:
    """A model of another version is not read."""
    change(folder, format=99)
    with pytest.raises(ModelError, match=r"format 99.*Install"):
        load_model(folder)


def test_labels_missing(folder: Path) -> None:
    """Every head's labels must be there."""
    change(folder, labels={})
    with pytest.raises(ModelError, match="no labels for attribution, deprel, event, lemma"):
        load_model(folder)


def test_scores_of_the_first_words(tiny_model: Path) -> None:
    """What is kept of a window has the scores it had in the window."""
    model = load_model(tiny_model)
    ids = np.arange(5, 12)
    scores = model.score(ids, np.ones_like(ids), np.array([1, 3, 4]))
    first = scores.first(2)
    assert first.arc.shape == (2, 3)
    assert first.label_head.shape[0] == 3
    assert np.array_equal(first.ner, scores.ner[:2])


def change(folder: Path, **values: object) -> None:
    """Change what a model says about itself; dictionaries are updated."""
    path = folder / "meta.json"
    meta = json.loads(path.read_bytes())
    for name, value in values.items():
        meta[name] = {**meta[name], **value} if isinstance(value, dict) and value else value
    path.write_text(json.dumps(meta), encoding="utf-8")
