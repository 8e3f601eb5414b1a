"""Numbered steps from each schema to the next, forward only. Each is frozen: none imports the models."""
