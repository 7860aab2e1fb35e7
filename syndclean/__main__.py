"""``python -m syndclean``."""

import sys

from syndclean.cli import main

sys.exit(main())
