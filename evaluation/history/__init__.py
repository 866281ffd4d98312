"""How well lists of others are joined: CNS with CSIS by day, SIPRI with Oklahoma row by row."""
