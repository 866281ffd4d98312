"""How fast Reportedly is, as ratios taken in one run, and how much it holds.

    python -m evaluation.bench [--rounds 3] [--json] [--only relevant irrelevant memory verbs growth joining]

Processes that are started import this module anew. It imports nothing for them, so that the base starts without our
program, and our program without the base's parser.
"""

import sys

if __name__ == "__main__":
    from evaluation.bench_parts import main

    sys.exit(main())
