"""A wheel built from the checkout and installed elsewhere builds, explains and serves on its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = Path(pytest.__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of what git would take along, built away from the checkout so that nothing is left in it."""
    folder = tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (folder / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / "tree" / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(folder / "tree")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The command in an empty environment elsewhere, and the variables to call it with.

    Its dependencies are taken from this environment's packages, by a path that runs no .pth file: the checkout stays unseen.
    """
    folder = tmp_path_factory.mktemp("elsewhere")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "env")], check=True)
    uv = Path(sys.executable).with_name("uv")
    command = [
        str(uv),
        "pip",
        "install",
        "--quiet",
        "--offline",
        "--no-deps",
        "--python",
        str(folder / "env" / "bin" / "python"),
        str(wheel),
    ]
    subprocess.run(command, check=True)
    variables = {**os.environ, "PYTHONPATH": str(PACKAGES)}
    return folder / "env" / "bin" / "tradeprose", variables


def run(installed: tuple[Path, dict[str, str]], *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command, variables = installed
    done = subprocess.run([command, *map(str, arguments)], env=variables, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_the_wheel_holds_code_and_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"parsers", "dashboard"}
    code = {path.relative_to(ROOT).as_posix() for room in ("parsers", "dashboard") for path in (ROOT / room).rglob("*.py")}
    assert {name for name in code if not name.startswith("parsers/training/")} <= set(names)
    lists = {path.relative_to(ROOT).as_posix() for path in (ROOT / "data" / "codelists").rglob("*.csv")}
    assert {f"parsers/{name}" for name in lists} <= set(names)
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "parsers" / "languages").glob("*.*")} <= set(names)
    assert "parsers/data/observations.csv" in names
    assets = {path.relative_to(ROOT).as_posix() for path in (ROOT / "dashboard" / "assets").rglob("*") if path.is_file()}
    assert assets <= set(names)


def test_it_is_its_own_code_that_runs(installed: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    command, variables = installed
    code = "import parsers, dashboard; print(parsers.__file__, dashboard.__file__)"
    done = subprocess.run(
        [command.with_name("python"), "-c", code], env=variables, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(ROOT) not in done.stdout


def test_it_builds_and_explains(installed: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    sentence = "In 2012 trade between Belarus and Kursk Oblast reached $73 million."
    (tmp_path / "one.txt").write_text(sentence)
    run(installed, "build", "one.txt", "--output", "t.csv", cwd=tmp_path)
    assert "RU-KRS" in (tmp_path / "t.csv").read_text()
    found = json.loads(run(installed, "explain", sentence, "--json", cwd=tmp_path).stdout)
    assert found["rows"][0]["obs_value"] == 73e6


def test_it_serves_its_bundled_table(installed: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    command, variables = installed
    arguments = [command, "serve", "--port", "0"]
    with subprocess.Popen(arguments, env=variables, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            found = re.search(r"http://\S+", server.stdout.readline())
            assert found
            with urllib.request.urlopen(f"{found[0]}/_dash-layout", timeout=60) as answer:
                assert "Kursk" in answer.read().decode()
            with urllib.request.urlopen(found[0], timeout=60) as answer:
                page = answer.read().decode()
            (css, *_) = re.findall(r'href="([^"]+\.css[^"]*)"', page)
            with urllib.request.urlopen(found[0] + css, timeout=60) as answer:
                assert answer.status == 200
        finally:
            server.send_signal(signal.SIGINT)
            assert server.wait(20) == 0
