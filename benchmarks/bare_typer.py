"""The smallest program with one command that Typer makes: what ours is compared with."""

import typer

app = typer.Typer(add_completion=False)


@app.command()
def hello(name: str = "you") -> None:
    """Say hello."""
    print(f"Hello {name}.")


if __name__ == "__main__":
    app()
