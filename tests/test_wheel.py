"""What is published: a wheel that is complete, clean, and works by itself, offline.

The wheel is installed into an environment of its own, outside the checkout. Its
dependencies are lent by the environment that runs the tests, so that nothing is
fetched; newsevents itself comes from the wheel, which is checked first.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

MEGABYTE = 1_000_000
SEED = ROOT / "seeds" / "000_5d8bdbb9938c1935.txt"
#: Whatever asks for the network in Python gets an error, on every system.
NO_NETWORK = """
import socket

connect = socket.socket.connect

def only_here(self, address):
    if self.family != getattr(socket, "AF_UNIX", None):
        raise OSError("the network is off")
    connect(self, address)

socket.socket.connect = only_here
"""

pytestmark = pytest.mark.slow

Run = Callable[..., str]


def run_checked(*command: str | Path, cwd: Path) -> str:
    """What a command prints; fails with all of it where the command fails."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "120", "PYTHONDONTWRITEBYTECODE": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source archive and the wheel made from it."""
    output = tmp_path_factory.mktemp("dist")
    run_checked(sys.executable, "-m", "build", "--no-isolation", "--outdir", output, cwd=ROOT)
    return output


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    """The wheel."""
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment with the wheel in it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    run_checked(
        sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python,
        "install", "--no-deps", "--no-index", wheel, cwd=home,
    )  # fmt: skip
    site = Path(
        run_checked(python, "-c", "import site; print(site.getsitepackages()[0])", cwd=home).strip()
    )
    # A folder named in a .pth file is only searched: .pth files in it, such as
    # the one of an editable install, are not read.
    site.joinpath("lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    site.joinpath("sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    return python


@pytest.fixture
def run_installed(python: Path, tmp_path: Path) -> Run:
    """Run the environment's Python in an empty folder, with the network off."""
    unshared = ["unshare", "--map-root-user", "--net"]
    try:
        subprocess.run([*unshared, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        unshared = []  # Not on this system; `NO_NETWORK` still holds.

    def run(*arguments: str | Path, cwd: Path = tmp_path) -> str:
        return run_checked(*unshared, python, *arguments, cwd=cwd)

    return run


def test_metadata_is_clean(built):
    """The package index would take both archives as they are."""
    printed = run_checked(
        sys.executable, "-m", "twine", "check", "--strict", *built.iterdir(), cwd=ROOT
    )
    assert printed.count("PASSED") == 2


def test_wheel_is_small(wheel):
    """The wheel stays below 60 MB."""
    assert wheel.stat().st_size < 60 * MEGABYTE


def test_wheel_holds_what_is_needed(wheel):
    """Code, rules, the model, the mark of a typed package, and the licences."""
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    expected = {
        path.relative_to(source).as_posix()
        for path in (source / "newsevents").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    found = {name for name in names if ".dist-info/" not in name}
    assert found == expected
    assert "newsevents/py.typed" in found
    assert any(name.endswith(".onnx") for name in found), "no model in the wheel"
    licences = {Path(name).name for name in names if "/licenses/" in name}
    assert licences == {"LICENSE", "LICENSE-WEIGHTS", "NOTICE"}


def test_source_archive_is_complete(built):
    """From the source archive one can test and document what it holds."""
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for name in ("Makefile", "README.md", "tests/conftest.py", "docs/index.md", SEED.name):
        assert any(found.endswith(name) for found in names), name
    assert not any(part in name for name in names for part in ("__pycache__", ".venv", "runs/"))


def test_import_comes_from_the_wheel(run_installed, python):
    """What is tested below is the wheel, not the checkout."""
    where = run_installed("-c", "import newsevents; print(newsevents.__file__)").strip()
    assert Path(where).resolve().is_relative_to(python.parent.parent.resolve())


def test_command_works_offline(run_installed, python, tmp_path):
    """`newsevents show` needs nothing but the wheel: no network, no file of the checkout."""
    shutil.copy(SEED, tmp_path)
    printed = run_installed(python.parent / "newsevents", "show", SEED.name)
    assert "Chris Hipkins" in printed
    assert "Stoltenberg" in printed


def test_tests_pass_against_the_wheel(run_installed, built, tmp_path):
    """What the tests say of the checkout is true of the wheel, in a tree without its source."""
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as files:
        files.extractall(tmp_path, filter="data")
    tree = tmp_path / archive.name.removesuffix(".tar.gz")
    shutil.rmtree(tree / "src")
    printed = run_installed("-m", "pytest", "-q", "-m", "not slow", tree / "tests", cwd=tree)
    assert " passed" in printed
