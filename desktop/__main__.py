"""`python -m desktop` is `ayumi`."""

import sys

from ayumi import main

if __name__ == "__main__":
    sys.exit(main())
