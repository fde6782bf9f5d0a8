"""The scripts that teach a shell to complete calls of infoshare, as they come along."""

from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "shells"
# pwsh is the other name of PowerShell.
_FILES = {
    "bash": "infoshare.bash",
    "zsh": "infoshare.zsh",
    "fish": "infoshare.fish",
    "powershell": "infoshare.ps1",
    "pwsh": "infoshare.ps1",
}


def shell_script(shell: str) -> str:
    """The script for bash, zsh, fish, powershell or pwsh; its first lines say how to use it."""
    return (_FOLDER / _FILES[shell]).read_text(encoding="utf-8")
