"""From a report to the mentions and claims it makes: sentences, voices, stances, incidents."""
