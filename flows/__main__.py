"""`python -m copydesk.flows` is the command `copydesk`, for where scripts are not on the path."""

import sys

from copydesk.flows.cli import main

if __name__ == "__main__":
    sys.exit(main())
