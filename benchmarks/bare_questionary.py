"""The smallest program with one command that asks one question from a list."""

import questionary
import typer

app = typer.Typer(add_completion=False)


@app.command()
def ask() -> None:
    """Ask one question."""
    choices = ["Yes, or I cannot rule it out", "No, I am confident", "Not sure"]
    print(questionary.select("Is anyone in danger now?", choices=choices).ask())


if __name__ == "__main__":
    app()
