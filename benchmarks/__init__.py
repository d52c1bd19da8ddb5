"""Accuracy and speed, one command each; each prints what its figures must hold."""
