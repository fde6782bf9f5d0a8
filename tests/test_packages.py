"""What is built and handed out: lists with hashes, the portable program, the SBOM, workflows."""

import errno
import importlib.util
import os
import re
import runpy
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "release"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LISTS = ("program.txt", "everything.txt", "tools.txt")

_ENTRY = re.compile(r"^([a-z0-9.-]+)==([0-9][^ ;\\]*)", re.MULTILINE)
_ASKED = re.compile(r"^(?P<name>[A-Za-z0-9.-]+)(?:\[[a-z,-]+\])?>=(?P<bound>[0-9.]+)")
_PINNED = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def loaded(name: str) -> ModuleType:
    """A script of the folder `release` as a module."""
    spec = importlib.util.spec_from_file_location(name, RELEASE / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def listed(name: str) -> dict[str, str]:
    """Library -> version of a list."""
    return dict(_ENTRY.findall((RELEASE / name).read_text(encoding="utf-8")))


def numbers(version: str) -> tuple[int, ...]:
    """(3, 0, 50) of '3.0.50'."""
    return tuple(int(each) for each in re.findall(r"\d+", version))


def asked(requirements: list[str]) -> Iterator[tuple[str, str]]:
    """Name and lower bound of each requirement that is not the program itself."""
    for each in requirements:
        if not each.startswith("infoshare-cli"):
            found = _ASKED.match(each)
            assert found, each
            yield found["name"].lower(), found["bound"]


def asked_by_list(name: str) -> list[tuple[str, str]]:
    """What pyproject.toml asks of the libraries in a list."""
    extras = PROJECT["project"]["optional-dependencies"]
    program = list(asked(PROJECT["project"]["dependencies"]))
    of_extras = [each for key in ("book", "pdf", "rules", "sign") for each in asked(extras[key])]
    tools = list(asked(PROJECT["dependency-groups"]["release"]))
    return {"program.txt": program, "everything.txt": program + of_extras, "tools.txt": tools}[name]


class TestLists:
    """The lists of exact versions."""

    @pytest.mark.parametrize("name", LISTS)
    def test_hold_what_pyproject_asks_for(self, name: str) -> None:
        """Whoever adds a library, or raises a bound, has to write the lists anew."""
        versions = listed(name)

        wrong = [
            (library, bound, versions.get(library))
            for library, bound in asked_by_list(name)
            if numbers(versions.get(library, "0")) < numbers(bound)
        ]

        assert wrong == [], "python release/lock.py"

    @pytest.mark.parametrize("name", LISTS)
    def test_every_entry_has_hashes(self, name: str) -> None:
        """One without would be installed from any file of that version; pip then refuses all."""
        text = (RELEASE / name).read_text(encoding="utf-8")

        entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]

        assert len(entries) == len(listed(name))
        assert [entry for entry in entries if "--hash=sha256:" not in entry] == []

    def test_extras_change_no_version(self) -> None:
        """Who takes the extras has the same program as who does not."""
        program, everything = listed("program.txt"), listed("everything.txt")

        assert program.items() <= everything.items()

    def test_all_is_every_extra(self) -> None:
        """`infoshare-cli[all]` leaves none out, and brings no tools of development."""
        extras = PROJECT["project"]["optional-dependencies"]

        named = ",".join(sorted(extras.keys() - {"all", "dev"}))

        assert extras["all"] == [f"infoshare-cli[{named}]"]

    def test_the_calls_that_write_them_ask_for_hashes(self) -> None:
        """The command in CONTRIBUTING.md makes lists of this kind, all three of them."""
        lock = loaded("lock")

        calls = [lock.compile_list(name, wanted) for name, wanted in lock.LISTS.items()]

        assert sorted(lock.LISTS) == sorted(LISTS)
        assert all({"--universal", "--generate-hashes"} <= {*call} for call in calls)


@pytest.fixture
def portable(tmp_path: Path) -> Path:
    """A portable program in a folder, with a stand-in for infoshare that says where it runs."""
    package = tmp_path / "portable" / "lib" / "infoshare_cli" / "cli"
    package.mkdir(parents=True)
    says = "import sys\ndef start() -> None:\n    sys.stdout.write(__file__)\n"
    (package / "main.py").write_text(says, encoding="utf-8")
    folder = tmp_path / "portable"
    for name in ("lib/infoshare_cli/__init__.py", "lib/infoshare_cli/cli/__init__.py"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "__main__.py").write_bytes((RELEASE / "start_here.py").read_bytes())
    (folder / "build.txt").write_text("0123456789abcdef\n", encoding="ascii")
    return folder


@pytest.fixture
def one_file(portable: Path, tmp_path: Path) -> Path:
    """The same in one file."""
    archive = tmp_path / "portable.pyz"
    loaded("portable").pack(portable, archive)
    return archive


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder for what can be made again."""
    folder = tmp_path / "caches"
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder / "infoshare" / "program"


def where_it_ran(program: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Start it as `python PROGRAM` does, and forget what was imported."""
    before, path = {*sys.modules}, [*sys.path]
    ours = {name: sys.modules.pop(name) for name in before if name.startswith("infoshare_cli")}
    try:
        runpy.run_path(str(program), run_name="__main__")
    finally:
        sys.path[:] = path
        for name in [name for name in sys.modules if name.startswith("infoshare_cli")]:
            del sys.modules[name]
        sys.modules.update(ours)
    return Path(capsys.readouterr().out)


class TestPortable:
    """The program where nothing may be installed."""

    def test_a_folder_runs_where_it_lies(
        self, portable: Path, caches: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Nothing is unpacked, so a folder that only IT can write stays the only copy."""
        assert where_it_ran(portable, capsys).is_relative_to(portable)
        assert not caches.exists()

    def test_one_file_is_unpacked_once(
        self, one_file: Path, caches: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The second start runs what the first one unpacked, and leaves nothing else behind."""
        first = where_it_ran(one_file, capsys)
        written = caches.stat().st_mtime_ns

        assert where_it_ran(one_file, capsys) == first
        assert caches.stat().st_mtime_ns == written, "something was put there, or taken away"
        assert [each.name for each in caches.iterdir()] == ["0123456789abcdef"]

    @pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
    def test_nobody_else_can_change_what_was_unpacked(
        self, one_file: Path, caches: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is the program that the person runs from then on."""
        where_it_ran(one_file, capsys)

        assert [path.stat().st_mode & 0o777 for path in caches.iterdir()] == [0o700]

    @pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
    def test_what_others_could_have_changed_is_not_run(
        self, one_file: Path, caches: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is unpacked for this one start, and goes at its end."""
        where_it_ran(one_file, capsys)
        (caches / "0123456789abcdef").chmod(0o777)

        ran = where_it_ran(one_file, capsys)

        assert not ran.is_relative_to(caches)
        assert not ran.exists()

    def test_it_starts_where_nothing_can_be_kept(
        self, one_file: Path, caches: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A home that cannot be written costs time at each start, and nothing else."""
        caches.parent.parent.write_text("a file in place of the folder", encoding="utf-8")

        assert not where_it_ran(one_file, capsys).exists()

    def test_who_comes_second_runs_what_the_first_unpacked(
        self, one_file: Path, caches: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Two starts at once: one of them moves its folder into place, and both run."""
        start_here = loaded("start_here")
        folder = caches / "0123456789abcdef"
        extract = start_here.extract

        def as_another_does_too(archive: Path, into: Path) -> None:
            extract(archive, into)
            folder.mkdir()
            (folder / "first").touch()

        monkeypatch.setattr(start_here, "extract", as_another_does_too)
        start_here.unpack(one_file, folder)

        assert [each.name for each in caches.iterdir()] == [folder.name]
        assert (folder / "first").exists()

    def test_what_cannot_be_unpacked_leaves_nothing(
        self, one_file: Path, caches: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A full disk, say; half a program would be taken for a whole one at the next start."""
        start_here = loaded("start_here")

        def fail(archive: Path, into: Path) -> None:
            (into / "__main__.py").touch()
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(start_here, "extract", fail)

        with pytest.raises(OSError, match="No space left"):
            start_here.unpack(one_file, caches / "0123456789abcdef")
        assert [*caches.iterdir()] == []

    def test_one_file_is_the_same_whenever_it_is_made(
        self, portable: Path, one_file: Path, tmp_path: Path
    ) -> None:
        """Whoever builds it from the same tag can compare the sum."""
        for path in portable.rglob("*"):
            os.utime(path, (0, 0))
        compiled = portable / "lib" / "__pycache__" / "main.pyc"
        compiled.parent.mkdir()
        compiled.write_bytes(b"whatever this Python makes of it")
        again = tmp_path / "again.pyz"
        loaded("portable").pack(portable, again)

        assert again.read_bytes() == one_file.read_bytes()
        assert "__main__.py" in ZipFile(again).namelist()

    def test_the_name_of_a_build_tells_builds_apart(self, portable: Path) -> None:
        """A changed rule must not leave the old one running out of what was unpacked before."""
        build_name = loaded("portable").build_name
        rule, names = portable / "lib" / "rule.yaml", [build_name(portable)]
        for text in ("1\n", "2\n"):
            rule.write_text(text, encoding="utf-8")
            names.append(build_name(portable))
        rule.rename(rule.with_name("other.yaml"))
        names.append(build_name(portable))

        assert len({*names}) == len(names)

    def test_libraries_that_differ_cannot_share_a_folder(self, tmp_path: Path) -> None:
        """A file that differs from one Python to another stops the build; none is chosen."""
        one, other, lib = (tmp_path / name for name in ("one", "other", "lib"))
        for folder, text in ((one, "a"), (other, "b")):
            (folder / "x.dist-info").mkdir(parents=True)
            (folder / "x.dist-info" / "WHEEL").write_text(text, encoding="utf-8")
        loaded("portable").add(one, lib)
        loaded("portable").add(other, lib)
        (one / "x.py").write_text("a", encoding="utf-8")
        (other / "x.py").write_text("b", encoding="utf-8")
        loaded("portable").add(one, lib)

        with pytest.raises(ValueError, match=r"x\.py differs"):
            loaded("portable").add(other, lib)


class TestSbom:
    """The list of what the program consists of."""

    def test_every_locked_library_has_its_hashes(self) -> None:
        """Each is found by its name and version, with as many hashes as the list has."""
        text = (RELEASE / "everything.txt").read_text(encoding="utf-8")

        hashes = loaded("sbom").locked_hashes(text)

        assert hashes.keys() == listed("everything.txt").items()
        assert sum(map(len, hashes.values())) == text.count("--hash=sha256:")

    def test_hashes_are_told_under_whatever_name_a_library_has(self) -> None:
        """Underscores, dots and capitals are all one in a name."""
        component: dict[str, Any] = {"name": "Ruamel.Yaml_clib", "version": "1.0"}

        loaded("sbom").add_hashes([component], {("ruamel-yaml-clib", "1.0"): ["0" * 64]})

        assert component["externalReferences"][0]["hashes"] == [
            {"alg": "SHA-256", "content": "0" * 64}
        ]

    def test_another_version_gets_no_hash(self) -> None:
        """A hash of something else would be worse than none."""
        component: dict[str, Any] = {"name": "rich", "version": "2"}

        loaded("sbom").add_hashes([component], {("rich", "1"): ["0" * 64]})

        assert "externalReferences" not in component

    def test_what_only_installs_is_no_part_of_the_program(self) -> None:
        """A fault of the pip in somebody's environment would else be told as one of ours."""
        parts = [
            {"bom-ref": f"{name}==1", "name": name, "version": "1"}
            for name in ("pip", "setuptools", "wheel", "Rich")
        ]
        document = {"components": parts, "dependencies": [{"ref": p["bom-ref"]} for p in parts]}
        hashes = {("rich", "1"): ["0" * 64], ("wheel", "1"): ["1" * 64]}

        loaded("sbom").leave_out_installers(document, hashes)

        assert [each["name"] for each in document["components"]] == ["wheel", "Rich"]
        assert [each["ref"] for each in document["dependencies"]] == ["wheel==1", "Rich==1"]

    @pytest.mark.parametrize(("name", "version"), [("other", "1"), ("rich", "2")])
    def test_an_environment_that_is_not_of_the_list_is_refused(
        self, name: str, version: str
    ) -> None:
        """An SBOM of whatever lay around would say something untrue of the program."""
        component = {"bom-ref": "x", "name": name, "version": version}
        document = {"components": [component], "dependencies": [{"ref": "x"}]}

        with pytest.raises(ValueError, match=f"{name} {version} is not in release/everything"):
            loaded("sbom").leave_out_installers(document, {("rich", "1"): ["0" * 64]})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
class TestWorkflows:
    """What runs elsewhere, with care for what it may do there."""

    def test_may_read_and_no_more(self, path: Path) -> None:
        """Only the job that drafts a release may write, and what it may write is said there."""
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))

        writing = {
            name: job["permissions"]
            for name, job in workflow["jobs"].items()
            if "permissions" in job
        }

        assert workflow["permissions"] == {"contents": "read"}
        assert path.name == "release.yml" or not writing
        assert {*writing} <= {"draft"}

    def test_every_action_is_one_commit(self, path: Path) -> None:
        """A tag can be moved to other code; a full hash cannot. The version stands behind it."""
        text = path.read_text(encoding="utf-8")

        used = [line.partition("uses: ")[2] for line in text.splitlines() if "uses: " in line]

        assert used
        assert [each for each in used if not _PINNED.fullmatch(each)] == []

    def test_every_job_ends_and_only_one_runs_at_a_time(self, path: Path) -> None:
        """A hung job costs minutes, not hours."""
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))

        assert "concurrency" in workflow
        assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())

    def test_no_text_of_others_becomes_a_command(self, path: Path) -> None:
        """In a script, expressions of GitHub are put in as they are; variables are not."""
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))

        scripts = [
            step["run"]
            for job in workflow["jobs"].values()
            for step in job["steps"]
            if "run" in step
        ]

        assert scripts
        assert [each for each in scripts if "${{" in each] == []
        assert "secrets." not in path.read_text(encoding="utf-8")


def test_the_workflow_runs_what_we_run() -> None:
    """On each system, and with each Python that the package names."""
    text = (ROOT / ".github" / "workflows" / "tests.yml").read_text(encoding="utf-8")
    (job,) = yaml.safe_load(text)["jobs"].values()
    named = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))

    assert job["strategy"]["matrix"]["python"] == named == [*loaded("portable").PYTHONS]
    assert {each.split("-")[0] for each in job["strategy"]["matrix"]["system"]} == {
        "ubuntu",
        "macos",
        "windows",
    }
    assert job["steps"][-1]["run"] == "bash .ci/run"
