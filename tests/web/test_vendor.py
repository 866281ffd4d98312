"""Files of others that come with the desk: each is listed with its licence, and is what its maker released."""

from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import yaml

VENDOR = Path(str(files("reportedly.web") / "vendor"))
LISTED = yaml.safe_load((VENDOR / "files.yaml").read_text(encoding="utf-8"))


def test_every_file_is_listed_with_its_hash() -> None:
    listed = {f"{package}/{one['name']}": one["sha256"] for package, told in LISTED.items() for one in told["files"]}
    there = {path for path in VENDOR.rglob("*") if path.is_file() and path.name != "files.yaml"}
    assert {path.relative_to(VENDOR).as_posix(): sha256(path.read_bytes()).hexdigest() for path in there} == listed


def test_every_package_says_its_version_and_brings_its_licence() -> None:
    for package, told in LISTED.items():
        assert told["version"]
        assert told["licence"]
        assert told["home"].startswith("https://")
        assert any(one["name"].startswith("LICENSE") for one in told["files"]), package
