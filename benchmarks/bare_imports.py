"""The smallest Typer program that imports at its top what friendly ones use: a usual beginning."""

import questionary
import rich
import typer
import yaml

app = typer.Typer(add_completion=False)


@app.command()
def hello(name: str = "you") -> None:
    """Say hello."""
    print(f"Hello {name}.")


if __name__ == "__main__":
    assert questionary, (rich, yaml)
    app()
