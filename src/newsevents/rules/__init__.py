"""Linguistic knowledge as data: YAML files, and the models that check them."""
