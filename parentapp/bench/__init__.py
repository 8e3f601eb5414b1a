"""Measures the app against its budgets, in an instance of its own with invented people. Nothing fails on a time."""

from parentapp.bench.running import run

__all__ = ["run"]
