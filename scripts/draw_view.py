"""Draw ``docs/view.png``, the README's picture, from a sample: ``python scripts/draw_view.py``.

Needs Chromium (``apt-get install chromium``) and Pillow (``pip install pillow``), which makes the file small.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

import syndclean
from syndclean.view.page import page as view

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "fr-glued.txt"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1120,1330",
)  # fmt: skip


def main() -> None:
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder) / "page.html", Path(folder) / "view.png"
        page.write_text(view(syndclean.clean(SAMPLE.read_bytes()), name=SAMPLE.name), encoding="utf-8")
        profile = f"--user-data-dir={folder}/profile"
        command = [browser, *FLAGS, profile, f"--screenshot={picture}", page.as_uri()]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        (ROOT / "docs").mkdir(exist_ok=True)
        Image.open(picture).convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE).save(
            ROOT / "docs" / "view.png", optimize=True
        )


if __name__ == "__main__":
    main()
