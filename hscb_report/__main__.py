"""``python -m hscb_report``: the command line, for a machine whose PATH lacks the script."""

from hscb_report.cli import main

if __name__ == "__main__":
    main()
