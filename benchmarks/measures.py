"""The programs that are measured, and what they are told."""

import sys
from pathlib import Path

_HERE = Path(__file__).parent

OURS = (sys.executable, "-m", "infoshare_cli")
BARE_PYTHON = (sys.executable, "-c", "pass")
BARE = (sys.executable, str(_HERE / "bare_typer.py"))
BARE_IMPORTS = (sys.executable, str(_HERE / "bare_imports.py"))
BARE_QUESTION = (sys.executable, str(_HERE / "bare_questionary.py"))

CASE = """\
answers:
  immediate_danger: no
  concern: child-significant-harm
  recipient: safeguarding
record:
  case_ref: T-0
  area: luton
  practitioner: A Tester
  role: Family support worker
  agency: A children's centre
  recipient_name: The front door
  purpose: To have the child seen and made safe this week.
  information: >-
    What was seen on three visits in November, the dates of them, and what the older child said
    about the evenings. The names of both children and of the grown-ups who live with them.
  withheld: The grandmother's state of health.
  decision: share
  reason: >-
    What was seen points to serious harm, and waiting for consent would leave the child at risk.
  told_subject: no
  not_told: Telling them before could put the child at more risk.
  method: By telephone, and then in writing by secure e-mail.
"""
"""A made-up case: a worry about serious harm, told to the front door, the shortest of the common
cases. Its record has 55 fields and about 15 KB."""
