"""The scripts that come along; they are tried in the shells themselves in tests/cli."""

import pytest

from infoshare_cli.files.shell_scripts import shell_script


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_there_is_one_for_each_shell(shell: str) -> None:
    """Each asks the program in the same way, and ends in a line feed."""
    script = shell_script(shell)
    assert "_INFOSHARE_COMPLETE" in script
    assert script.endswith("\n")
    assert "\r" not in script
