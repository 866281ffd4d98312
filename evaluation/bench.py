"""How fast Reportedly is, as ratios taken in one run, and how much it holds.

    python -m evaluation.bench [--rounds 3] [--json] [--only relevant irrelevant memory verbs growth joining]

Processes that are started may import this module anew: it imports nothing for them.
"""

import sys

if __name__ == "__main__":
    from evaluation.bench_parts import main

    sys.exit(main())
