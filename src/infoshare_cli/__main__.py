"""`python -m infoshare_cli` is the command `infoshare`."""

from infoshare_cli.cli.main import start

start()
