"""One file a kind of value: find it in a sentence, normalise, compare, fold and show it."""
