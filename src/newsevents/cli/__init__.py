"""The `newsevents` command. Work is imported inside the commands: `--help` is quick."""

from newsevents.cli.app import app, main

__all__ = ["app", "main"]
