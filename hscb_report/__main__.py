"""``python -m hscb_report``: the command line, for a machine whose PATH lacks the script.

``run.py`` names this file instead, so that Python looks for no code in the folder it is called in.
"""

import os
import sys

if not __package__:
    sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120
    sys.argv[0] = "run.py"

from hscb_report.cli import main

if __name__ == "__main__":
    main()
