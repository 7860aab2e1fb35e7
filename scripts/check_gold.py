"""Compare what `clean` makes of a dump with a hand-made gold, field by field.

    python scripts/check_gold.py DUMP.txt GOLD.json

The gold has `segments` (start, end, kind, role, language or null), `character_edits` and `metadata`. Prints what
differs; exit code 1 where anything does.
"""

import json
import sys
from pathlib import Path

import syndclean


def differences(raw: str, gold: dict) -> list[str]:  # type: ignore[type-arg]
    document = syndclean.clean(raw)
    out = []
    want = [(s["start"], s["end"], s["kind"], s["role"]) for s in gold["segments"]]
    have = [(s.start, s.end, s.kind, s.role) for s in document.segments]
    out += [f"segment missing: {one}" for one in want if one not in have]
    out += [f"segment too many: {one}" for one in have if one not in want]
    for s, g in zip(document.segments, gold["segments"], strict=False):
        if g["language"] and s.language != g["language"]:
            out.append(f"language of {s.text[:40]!r} is {s.language}, not {g['language']}")
    edits = [(e["start"], e["end"], e["text"]) for e in gold["character_edits"]]
    if edits != [(e.start, e.end, e.text) for e in document.edits]:
        out.append(f"edits are {document.edits}, not {edits}")
    said = json.loads(document.metadata.model_dump_json())
    for name, value in gold["metadata"].items():
        if said[name] != value:
            out.append(f"{name} is {said[name]!r}, not {value!r}")
    if said["captured_on"] != gold.get("boilerplate_date"):
        out.append(f"captured_on is {said['captured_on']!r}, not {gold.get('boilerplate_date')!r}")
    if document.language != gold["language"]:
        out.append(f"the document's language is {document.language}, not {gold['language']}")
    return out


if __name__ == "__main__":
    dump, gold_file = map(Path, sys.argv[1:3])
    found = differences(dump.read_text(encoding="utf-8"), json.loads(gold_file.read_text(encoding="utf-8")))
    print("\n".join(found) or "everything as in the gold")
    sys.exit(bool(found))
