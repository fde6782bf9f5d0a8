"""The scripts for shells, each tried in the shell itself where it is here."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from infoshare_cli.cli.completion import Shell
from infoshare_cli.files.shell_scripts import shell_script
from tests.cli.conftest import Infoshare

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these shells are elsewhere")


def environment(folder: Path) -> dict[str, str]:
    """One in which `infoshare` is this program, with an empty log."""
    program = folder / "infoshare"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m infoshare_cli "$@"\n', "utf-8")
    program.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "INFOSHARE_LOG": str(folder / "log"),
        "HOME": str(folder),
    }


def said(shell: str, line: str, folder: Path) -> list[str]:
    """What a shell prints when it runs a line, after it has read our script."""
    program = which(shell)
    if program is None:
        pytest.skip(f"there is no {shell} here")
    script = folder / "script"
    script.write_text(shell_script(shell), encoding="utf-8")
    done = subprocess.run(
        [program, "-c", f"source {shlex.quote(str(script))}\n{line}"],
        env=environment(folder),
        cwd=folder,
        check=True,
        text=True,
        capture_output=True,
    )
    assert not done.stderr
    return done.stdout.splitlines()


def in_bash(folder: Path, *words: str, key: int = 9) -> list[str]:
    """What bash would put in place of the last word; 63 is what lists, after a second Tab."""
    line = (
        f"COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1}; COMP_TYPE={key}\n"
        '_infoshare_completion infoshare\nprintf "%s\\n" "${COMPREPLY[@]}"'
    )
    return [line for line in said("bash", line, folder) if line]


def test_bash_completes_words(tmp_path: Path) -> None:
    """Only the word goes into the line, whatever explains it."""
    assert in_bash(tmp_path, "infoshare", "contacts", "lu") == ["luton"]
    assert in_bash(tmp_path, "infoshare", "contacts", "") == [
        "bedford",
        "central-bedfordshire",
        "luton",
        "check",
    ]


def test_bash_lists_words_with_what_explains_them(tmp_path: Path) -> None:
    """After a second Tab; where one word fits, it would go into the line, so it stays bare."""
    listed = in_bash(tmp_path, "infoshare", "contacts", "", key=63)
    assert listed[2].split() == ["luton", "(Luton)"]
    assert in_bash(tmp_path, "infoshare", "contacts", "lu", key=63) == ["luton"]


def test_bash_completes_files_where_nothing_fits(tmp_path: Path) -> None:
    """An empty answer, in place of which bash offers names of files."""
    line = (
        "COMP_WORDS=(infoshare --rules x); COMP_CWORD=2\n"
        '_infoshare_completion infoshare\necho "${#COMPREPLY[@]}"'
    )
    assert said("bash", line, tmp_path) == ["0"]


def test_bash_completes_in_the_middle_of_a_line(tmp_path: Path) -> None:
    """What stands after the cursor does not count."""
    line = (
        "COMP_WORDS=(infoshare '' luton); COMP_CWORD=1; COMP_TYPE=9\n"
        '_infoshare_completion infoshare\nprintf "%s\\n" "${COMPREPLY[@]}"'
    )
    assert "contacts" in said("bash", line, tmp_path)


def test_bash_knows_the_script_and_leaves_nothing_behind(tmp_path: Path) -> None:
    """The function is registered, and no variable of it stays."""
    lines = said("bash", "complete -p infoshare; env | grep COMP || true", tmp_path)
    assert len(lines) == 1
    assert "_infoshare_completion" in lines[0]


def test_bash_at_a_terminal(tmp_path: Path) -> None:
    """Typed with the Tab key, the line is completed and runs."""
    pexpect = pytest.importorskip("pexpect")
    if which("bash") is None:
        pytest.skip("there is no bash here")
    start = tmp_path / "start"
    start.write_text(f"PS1='ready> '\n{shell_script('bash')}", encoding="utf-8")
    bash = pexpect.spawn(
        "bash",
        ["--noprofile", "--rcfile", str(start), "-i"],
        env={**environment(tmp_path), "TERM": "dumb"},
        encoding="utf-8",
        timeout=60,
    )
    bash.expect("ready> ")
    bash.send("infoshare contacts lut\t")
    bash.expect("luton ")
    bash.send("\r")
    bash.expect("01582 547 653")
    bash.close(force=True)


def test_fish_completes_words_and_says_what_they_are(tmp_path: Path) -> None:
    """It shows both, and offers files where no word fits."""
    assert said("fish", "complete -C 'infoshare contacts lu'", tmp_path) == ["luton\tLuton"]
    (tmp_path / "rules-of-ours").mkdir()
    assert "rules-of-ours/" in said("fish", "complete -C 'infoshare --rules rul'", tmp_path)


def test_zsh_completes_words_at_a_terminal(tmp_path: Path) -> None:
    """It completes at a terminal only, so it is given one."""
    pexpect = pytest.importorskip("pexpect")
    if which("zsh") is None:
        pytest.skip("there is no zsh here")
    (tmp_path / ".zshrc").write_text(f"PS1='ready> '\n{shell_script('zsh')}", encoding="utf-8")
    zsh = pexpect.spawn(
        "zsh",
        ["-i"],
        env={**environment(tmp_path), "TERM": "dumb", "ZDOTDIR": str(tmp_path)},
        encoding="utf-8",
        timeout=60,
    )
    zsh.expect("ready> ")
    zsh.send("infoshare contacts lut\t")
    zsh.expect("luton ")
    zsh.send("\r")
    zsh.expect("01582 547 653")
    zsh.close(force=True)


def test_powershell_leaves_nothing_behind_and_needs_no_rights() -> None:
    """No PowerShell is here to try it, so what would do harm is looked for in the script."""
    script = shell_script("powershell")
    assert script == shell_script("pwsh")
    assert script.isascii()
    for name in ("_INFOSHARE_COMPLETE", "COMP_WORDS", "COMP_CWORD"):
        assert f"$env:{name} = $null" in script.partition("} finally {")[2]
    # What a computer that is locked down refuses stands behind the question whether it is.
    before, _, after = script.partition("-eq 'FullLanguage'")
    assert "::new(" not in before
    assert "::new(" in after
    for changes in ("Set-PSReadLine", "Set-ExecutionPolicy", "Import-Module", "Out-File"):
        assert changes not in script


@pytest.mark.parametrize("shell", Shell)
def test_each_script_is_printed_and_says_how_to_use_it(infoshare: Infoshare, shell: Shell) -> None:
    """Nothing is written anywhere: the script goes to standard output, and its head tells."""
    run = infoshare("completion", shell.value)
    assert (run.code, run.err) == (0, "")
    assert run.out == shell_script(shell.value)
    head = run.out.partition("\n\n")[0]
    assert "To try it in this window:" in head
    assert "To keep it" in head


def test_without_a_shell_it_says_what_to_type(infoshare: Infoshare) -> None:
    """One line for each, to copy."""
    run = infoshare("completion")
    assert run.code == 0
    assert "source <(infoshare completion bash)" in run.out
    assert "infoshare completion powershell | Out-String | Invoke-Expression" in run.out
    assert infoshare("completion", "tcsh").code == 2
