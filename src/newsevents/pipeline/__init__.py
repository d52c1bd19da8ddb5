"""spaCy components: what they find stands on the `Doc` as span groups."""
