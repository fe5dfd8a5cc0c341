"""What a process that lasts keeps from one build to the next: no more with each."""

from __future__ import annotations

import gc
import shutil

from conftest import ROOT
from hscb_report.preview.desk import Desk

FEW = 500
"""Objects: of texts that were not seen before. A report that was kept would be 100,000."""


def test_what_is_saved_again_and_again_fills_no_memory(tmp_path):
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    file = content / "2017-18.yaml"
    said = file.read_text(encoding="utf-8")
    desk = Desk("2017-18", content)
    held = []
    for trained in range(701, 705):
        file.write_text(said.replace("value: 650", f"value: {trained}"), encoding="utf-8")
        desk.look()
        assert desk.view("board").seen
        gc.collect()
        held.append(len(gc.get_objects()))
    assert held[-1] - held[1] < FEW
