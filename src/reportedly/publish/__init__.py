"""What leaves the program: the output contract, its schema, JSON lines and tables."""
