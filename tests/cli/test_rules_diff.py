"""`infoshare rules diff`: what a change of the rules does, told by the command."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from infoshare_cli.files.locations import shipped_rules
from tests.cli.conftest import Infoshare
from tests.files.small_pack import SMALL_PACK, write_pack

DECISION, ACTIONS = SMALL_PACK["decision.yaml"], SMALL_PACK["actions.yaml"]
HARSHER = DECISION.replace("outcome: emergency", "outcome: do-not-share")
"""Danger no longer leads to the emergency call."""
KEYS = {
    *("old", "new", "same_outcomes", "cases", "changed", "groups", "advice", "reworded"),
    *("actions", "asked", "parts", "log", "grows", "faults"),
}

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git program")


def folder(path: Path, **changed: str) -> Path:
    """The small pack in a folder, with some files changed: decision='...'."""
    path.mkdir(parents=True, exist_ok=True)
    return write_pack(path, {f"{name}.yaml": text for name, text in changed.items()})


def git(at: Path, *arguments: str) -> None:
    """Run git as somebody who is nobody."""
    settings = ("user.name=T", "user.email=t@example.org", "commit.gpgsign=false")
    command = ["git", *(word for each in settings for word in ("-c", each)), *arguments]
    subprocess.run(command, cwd=at, check=True, capture_output=True)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The small pack as it is."""
    return folder(tmp_path / "old")


def test_equal_rules_differ_in_nothing(infoshare: Infoshare, old: Path) -> None:
    """Exit 0."""
    run = infoshare("rules", "diff", old, old)
    assert (run.code, run.err) == (0, "")
    assert "No case changes its outcome." in run.out
    assert run.out.endswith("Nothing differs.\n")


def test_a_changed_outcome_is_told_with_its_cases(
    infoshare: Infoshare, old: Path, tmp_path: Path
) -> None:
    """Exit 1: what becomes what, when, in how many cases."""
    run = infoshare("rules", "diff", old, folder(tmp_path / "new", decision=HARSHER))
    assert run.code == 1
    assert '"Ring 999" becomes "Do not share": 1 case' in run.out
    assert '- When danger is "Yes" (1 case)' in run.out


def test_the_shipped_rules_are_told_in_their_own_words(
    infoshare: Infoshare, tmp_path: Path
) -> None:
    """A not-sure that is sent to do-not-share shows up as one sentence or two."""
    new = shutil.copytree(shipped_rules(), tmp_path / "new")
    path = new / "decision.yaml"
    before, found, after = path.read_text(encoding="utf-8").partition("  - id: purpose-not-sure\n")
    after = after.replace("outcome: seek-advice", "outcome: do-not-share", 1)
    path.write_text(before + found + after, encoding="utf-8")
    run = infoshare("rules", "diff", shipped_rules(), new)
    assert run.code == 1
    told = " ".join(run.out.split())
    assert "The outcome changes in 846 of" in told
    assert "Take advice becomes do not share: 846 cases" in told
    assert "the purpose is not sure" in told


def test_only_words_and_actions_leave_the_outcomes_as_they_are(
    infoshare: Infoshare, old: Path, tmp_path: Path
) -> None:
    """Exit 0, and told side by side."""
    words = DECISION.replace("Danger comes first.", "Danger is first.")
    actions = ACTIONS.replace("outcome: [emergency]", "outcome: [do-not-share]", 1)
    run = infoshare("rules", "diff", old, folder(tmp_path / "new", decision=words, actions=actions))
    assert run.code == 0
    assert "was: Danger comes first.\n  is: Danger is first." in run.out
    assert "Action ring: its condition was changed." in run.out
    assert '- When the outcome is "Do not share"' in run.out


def test_json_has_every_key_whatever_differs(
    infoshare: Infoshare, old: Path, tmp_path: Path
) -> None:
    """One document; the conditions both as words and as tests."""
    assert set(infoshare("rules", "diff", old, old, "--json").json) == KEYS
    run = infoshare("rules", "diff", old, folder(tmp_path / "new", decision=HARSHER), "--json")
    assert set(run.json) == KEYS
    assert (run.code, run.json["same_outcomes"], run.json["log"]) == (1, False, None)
    [group] = run.json["groups"]
    assert group["old"] == {"outcome": "emergency", "consent_from": None}
    assert group["cases"] == {
        "count": 1,
        "when": [
            {
                "text": 'danger is "Yes"',
                "tests": [{"question": "danger", "test": "any", "options": ["yes"]}],
                "cases": 1,
            }
        ],
        "not_described": 0,
    }
    assert (group["old_rules"], group["new_rules"]) == (["danger-now"], ["danger-now"])


def test_rules_with_faults_fail_the_check(infoshare: Infoshare, old: Path, tmp_path: Path) -> None:
    """Exit 1 with the faults of both, each in its file."""
    one = folder(tmp_path / "one", decision=DECISION.replace("outcome: emergency", "outcome: x"))
    two = folder(tmp_path / "two", outcomes="- [")
    run = infoshare("rules", "diff", one, two)
    assert run.code == 1
    assert f"{one / 'decision.yaml'}:" in run.out.replace("\n  ", "")
    run = infoshare("rules", "diff", one, two, "--json")
    assert set(run.json) == KEYS
    named = {Path(fault["file"]).parent.name for fault in run.json["faults"]}
    assert (run.code, run.json["cases"], named) == (1, None, {"one", "two"})


@pytest.mark.parametrize("wrong", ["none", "", "-", "HEAD~1", "old/decision.yaml", "a:b"])
def test_what_is_not_there_is_a_wrong_call(
    infoshare: Infoshare, old: Path, tmp_path: Path, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2, with and without JSON; so are one argument and a folder without rules."""
    monkeypatch.chdir(tmp_path)
    assert infoshare("rules", "diff", wrong, old).code == 2
    run = infoshare("rules", "diff", old, wrong, "--json")
    assert (run.code, run.json["status"]) == (2, "error")
    assert infoshare("rules", "diff", old).code == 2
    assert infoshare("rules", "diff", old, tmp_path).code == 2


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the rules below its top: as they were first (v1.0), and changed."""
    top = tmp_path / "repository"
    folder(top / "some rules" / "small")
    git(tmp_path, "init", "-q", str(top))
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "As they were")
    git(top, "tag", "v1.0")
    folder(top / "some rules" / "small", decision=HARSHER)
    git(top, "commit", "-q", "-a", "-m", "Changed")
    return top


@needs_git
@pytest.mark.parametrize("revision", ["HEAD~1", "v1.0", "v1.0:some rules/small", "HEAD^{/As they}"])
def test_rules_are_compared_with_an_earlier_revision(
    infoshare: Infoshare, repository: Path, revision: str
) -> None:
    """Of the same folder, or of a path in its repository; the other way round as well."""
    rules = repository / "some rules" / "small"
    run = infoshare("rules", "diff", revision, rules)
    assert (run.code, run.err) == (1, "")
    assert '"Ring 999" becomes "Do not share": 1 case' in run.out
    assert '"Do not share" becomes "Ring 999"' in infoshare("rules", "diff", rules, revision).out
    assert infoshare("rules", "diff", "HEAD", rules).code == 0


@needs_git
def test_two_revisions_are_those_of_the_rules_in_use(
    infoshare: Infoshare, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or, with a path, of the repository where the person stands."""
    rules = repository / "some rules" / "small"
    assert infoshare("--rules", rules, "rules", "diff", "v1.0", "HEAD").code == 1
    monkeypatch.chdir(repository)
    path = "some rules/small"
    assert infoshare("rules", "diff", f"v1.0:{path}", f"HEAD:{path}").code == 1


@needs_git
@pytest.mark.parametrize(
    "wrong", ["HEAD~7", "v2.0", "HEAD:nothing", "HEAD:../x", "HEAD:/etc", "HEAD:", ":x", "--all"]
)
def test_a_revision_without_rules_is_a_wrong_call(
    infoshare: Infoshare, repository: Path, wrong: str
) -> None:
    """Exit 2, and no option of git gets through."""
    run = infoshare("rules", "diff", "--", wrong, repository / "some rules" / "small")
    assert (run.code, run.out) == (2, "")


@needs_git
def test_faults_of_a_revision_are_told_by_its_name(infoshare: Infoshare, repository: Path) -> None:
    """Not by that of a folder that is gone by then."""
    rules = repository / "some rules" / "small"
    folder(rules, decision=DECISION.replace("outcome: emergency", "outcome: x"))
    git(repository, "commit", "-q", "-a", "-m", "Broken")
    folder(rules)
    run = infoshare("rules", "diff", "HEAD", rules, "--json")
    assert run.code == 1
    assert {each["file"] for each in run.json["faults"]} == {"HEAD:some rules/small/decision.yaml"}


@needs_git
def test_a_pack_of_a_revision_may_build_on_one_beside_it(
    infoshare: Infoshare, repository: Path
) -> None:
    """The folders beside it come along."""
    other = repository / "some rules" / "other"
    other.mkdir()
    (other / "pack.yaml").write_text(
        'extends: ../small\npack:\n  id: other\n  version: "1"\n  title: Ours\n  guide: None\n',
        encoding="utf-8",
    )
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "Ours")
    run = infoshare("rules", "diff", "HEAD", other)
    assert (run.code, run.out.splitlines()[-1]) == (0, "Nothing differs.")


def test_without_git_a_revision_says_so(
    infoshare: Infoshare, old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit 2; folders are still compared."""
    monkeypatch.setenv("PATH", str(tmp_path))
    run = infoshare("rules", "diff", "HEAD", old)
    assert run.code == 2
    assert "needs the git program" in run.err
    assert infoshare("rules", "diff", old, old).code == 0


CASE = {
    "answers": {"immediate_danger": "yes"},
    "record": {"case_ref": "T-1", "area": "luton", "decision": "share", "reason": "A test."},
}


@pytest.fixture
def logged(infoshare: Infoshare, tmp_path: Path) -> Path:
    """A new version of the shipped rules; one decision under the old ones is in the log."""
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASE), encoding="utf-8")
    assert infoshare("assess", "--answers", path, "--no-input").code == 0
    new = shutil.copytree(shipped_rules(), tmp_path / "new")
    rules = (new / "decision.yaml").read_text(encoding="utf-8")
    changed = rules.replace("outcome: emergency", "outcome: share-elsewhere")
    (new / "decision.yaml").write_text(changed, encoding="utf-8")
    return new


def test_logged_decisions_that_would_differ_are_named(infoshare: Infoshare, logged: Path) -> None:
    """By number and id, never by what the case was called."""
    run = infoshare("rules", "diff", shipped_rules(), logged, "--log")
    assert run.code == 1
    assert "Would come out differently: 1. As before: 0." in run.out
    assert "Record 1 (" in run.out
    assert "T-1" not in run.out
    told = infoshare("rules", "diff", shipped_rules(), logged, "--log", "--json").json["log"]
    assert (told["same"], told["erased"], told["not_answered"]) == (0, 0, 0)
    [change] = told["changed"]
    assert set(change) == {"seq", "id", "old", "new"}
    assert change["new"] == {"outcome": "share-elsewhere", "consent_from": None, "needs": None}
    same = infoshare("rules", "diff", logged, logged, "--log")
    assert (same.code, "As before: 1." in same.out) == (0, True)


def test_no_log_yet_is_an_empty_one(infoshare: Infoshare, old: Path) -> None:
    """Nothing would come out differently."""
    run = infoshare("rules", "diff", old, old, "--log", "--json")
    assert (run.code, run.json["log"]["changed"], run.json["log"]["same"]) == (0, [], 0)


def test_a_log_that_cannot_be_read_ends_the_comparison(
    infoshare: Infoshare, old: Path, log: Path
) -> None:
    """Exit 4."""
    log.mkdir(parents=True)
    run = infoshare("rules", "diff", old, old, "--log", "--json")
    assert (run.code, run.json["status"]) == (4, "error")


def test_a_broken_log_is_told_after_what_can_be_read(
    infoshare: Infoshare, logged: Path, log: Path
) -> None:
    """Exit 1, also where no outcome differs."""
    log.write_bytes(log.read_bytes() + b"{}\n")
    run = infoshare("rules", "diff", logged, logged, "--log")
    assert run.code == 1
    assert "As before: 1." in run.out
    assert "The log is broken." in run.err


def test_a_logged_answer_that_is_no_longer_taken_is_a_difference(
    infoshare: Infoshare, logged: Path
) -> None:
    """Exit 1, though no case that both packs know comes out differently."""
    for name, found, instead in (
        ("decision", "immediate_danger: yes", "immediate_danger: now"),
        ("questions", "- {id: yes, short: possible", "- {id: now, short: possible"),
    ):
        text = (shipped_rules() / f"{name}.yaml").read_text(encoding="utf-8")
        changed = text.replace(found, instead, 1)
        (logged / f"{name}.yaml").write_text(changed, encoding="utf-8")
    (logged / "properties.yaml").unlink()
    run = infoshare("rules", "diff", shipped_rules(), logged, "--log", "--json")
    assert (run.code, run.json["faults"], run.json["same_outcomes"]) == (1, [], True)
    [change] = run.json["log"]["changed"]
    assert change["new"]["needs"] == "immediate_danger"


def test_changed_properties_are_told(infoshare: Infoshare, tmp_path: Path) -> None:
    """What must hold of every case has a part of its own: gone, new, or with other words."""
    new = shutil.copytree(shipped_rules(), tmp_path / "new")
    path = new / "properties.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = (text.index(f"  - id: {name}") for name in ("danger-means", "only-danger"))
    path.write_text(
        text[:start] + text[end:].replace("is to ring 999 only", "is 999 only"), "utf-8"
    )
    run = infoshare("rules", "diff", shipped_rules(), new)

    assert run.code == 0
    assert "- Property danger-means-999 is gone." in run.out
    assert "- Property only-danger-means-999, says" in run.out
    assert "prove the rules again" in run.out
