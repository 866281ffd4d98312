"""Who reads a report: the rules, a language model behind an endpoint, or an extractor of the user's own."""
