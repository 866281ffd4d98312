"""A language model behind an OpenAI-compatible endpoint, every word of which is looked up in the report."""
