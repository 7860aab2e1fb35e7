"""Golden dumps: what a dump is cleaned to, written beside it, and what has changed since, so that one can judge it.

The file holds one segment a line, one edit a line, one fact a line, in UTF-8, with invisible characters escaped: a
change of one paragraph is a change of one line. Confidences stay out, they move without anybody meaning it.
"""

import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import takewhile
from pathlib import Path
from shlex import quote
from typing import Any
from zlib import crc32

from syndclean.document import Document
from syndclean.pipeline import clean

SUFFIXES = (".txt", ".bin")
AROUND = 24  # characters shown on either side of a change in a text

# What a reader of the file would not see, or not tell from a plain space.
_UNSEEN = re.compile(
    "[\x7f-\xa0\u00ad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\ufffc\ud800-\udfff]"
)


def golden_dumps(folder: str | os.PathLike[str], *, clean: Callable[[bytes], Document] = clean) -> list["Golden"]:
    """Every dump of a folder (``*.txt`` and ``*.bin``), in the order of their names, for ``pytest.mark.parametrize``.

    `clean` is what the dumps go through, bytes in, a document out: your own pipeline, where you have one. Raises
    `NotADirectoryError` where there is no folder, and `ValueError` where it holds no dump, or two of one name.

    ::

        @pytest.mark.parametrize("dump", golden_dumps("tests/dumps"))
        def test_golden(dump):
            dump.check()
    """
    place = Path(folder)
    if not place.is_dir():
        raise NotADirectoryError(f"{place} is no folder; give one that holds dumps ({', '.join(SUFFIXES)})")
    dumps = sorted(path for path in place.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())
    if not dumps:
        raise ValueError(f"{place} holds no dump; put files that end in {' or '.join(SUFFIXES)} there")
    first: dict[str, Path] = {}
    for path in dumps:
        if (before := first.setdefault(path.stem, path)) is not path:
            raise ValueError(f"{before.name} and {path.name} would share {path.stem}.json; rename one of them")
    return [Golden(path, clean) for path in dumps]


@dataclass(frozen=True, slots=True)
class Golden:
    """A dump and what it is to become: `path`, and ``NAME.json`` beside it."""

    path: Path
    clean: Callable[[bytes], Document] = clean

    @property
    def __name__(self) -> str:  # what pytest calls a parameter
        return self.path.stem

    def __repr__(self) -> str:
        return f"<{self.path}>"

    @property
    def beside(self) -> Path:
        """The file that holds what is expected."""
        return self.path.with_suffix(".json")

    def written(self) -> str:
        """What the dump is cleaned to now, as the file would say it."""
        return golden_json(self.path.name, self.clean(self.path.read_bytes()))

    def write(self) -> bool:
        """Write the file beside the dump; whether that changed anything."""
        now = self.written().encode()
        if self.beside.exists() and self.beside.read_bytes().replace(b"\r\n", b"\n") == now:
            return False
        self.beside.write_bytes(now)
        return True

    def differences(self) -> list[str]:
        """What is not as the file says, a readable block each; empty where all is."""
        if not self.beside.exists():
            return [f"{self.beside} is not there yet: write it with {self._command} and read it"]
        now = json.loads(self.written())
        try:
            return list(_differences(json.loads(self.beside.read_text(encoding="utf-8")), now))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            return [f"{self.beside} does not read as a golden file ({error}): write it again with {self._command}"]

    def check(self) -> None:
        """Raise `AssertionError`, with every difference, unless the dump is cleaned to what the file says."""
        __tracebackhide__ = True
        wrong = self.differences()
        if wrong:
            again = f"If this is what you meant: {self._command}"
            raise AssertionError("\n".join([f"{self.path.name} is cleaned to something else now", *wrong, again]))

    @property
    def _command(self) -> str:
        """What writes the file anew, cleaned with the same function: of that, only the command line knows the name."""
        command = f"syndclean golden {quote(str(self.path.parent))}"
        if self.clean is clean:
            return f"`{command}`"
        name = getattr(self.clean, "name", None)
        what = "" if name else ", under the name of the function that stands here as clean="
        return f"`{command} --clean {name or 'MODULE:NAME'}`{what}"


def golden_json(name: str, document: Document) -> str:
    """The golden file of a document, as text that ends in a line end.

    >>> print(golden_json("empty.txt", clean("")), end="")
    {
      "dump": "empty.txt",
      "raw": "0 characters, crc32 00000000",
      "language": null,
      "segments": [],
      "edits": [],
      "metadata": {},
      "fields": [],
      "problems": []
    }
    """
    segments = [
        {"start": s.start, "end": s.end, "kind": s.kind, "role": s.role, "language": s.language, "rule": s.rule,
         "text": s.text}
        for s in document.segments
    ]  # fmt: skip
    edits = [
        {"start": e.start, "end": e.end, "was": document.raw[e.start : e.end], "text": e.text, "rules": list(e.rules)}
        for e in document.edits
    ]
    metadata = document.metadata
    fields = [{"start": f.start, "end": f.end, "key": f.key, "value": f.value, "name": f.name} for f in metadata.fields]
    problems = [{"start": p.start, "end": p.end, "field": p.field, "message": p.message} for p in metadata.problems]
    facts = {
        key: _plain(getattr(metadata, key))
        for key in type(metadata).model_fields
        if key not in ("fields", "problems") and getattr(metadata, key) not in (None, ())
    }
    size = f"{len(document.raw)} characters, crc32 {crc32(document.raw.encode('utf-8', 'surrogatepass')):08x}"
    lines = [f'  "dump": {_json(name)}', f'  "raw": {_json(size)}', f'  "language": {_json(document.language)}']
    lines.append(_block("segments", segments))
    lines += [_block("edits", edits), _facts(facts), _block("fields", fields), _block("problems", problems)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value


def _json(value: Any) -> str:
    return _UNSEEN.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def _block(name: str, rows: list[dict[str, Any]]) -> str:
    inside = ",\n".join("    " + _json(row) for row in rows)
    return f'  "{name}": [\n{inside}\n  ]' if rows else f'  "{name}": []'


def _facts(facts: Mapping[str, Any]) -> str:
    inside = ",\n".join(f"    {_json(key)}: {_json(value)}" for key, value in facts.items())
    return f'  "metadata": {{\n{inside}\n  }}' if facts else '  "metadata": {}'


def _differences(was: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """What changed, in the order of the file."""
    if was["language"] != now["language"]:
        yield f"  the document's language was {was['language']}, is {now['language']}"
    if was["raw"] == now["raw"]:
        yield from (_of_segments(before, after) for before, after in _clusters(was["segments"], now["segments"]))
        yield from (_of_edits(before, after) for before, after in _clusters(was["edits"], now["edits"]))
    else:
        yield from _of_another_dump(was, now)
    for key in sorted(was["metadata"].keys() | now["metadata"].keys()):
        before, after = was["metadata"].get(key), now["metadata"].get(key)
        if before != after:
            yield f"  metadata.{key} was {_said(before)}, is {_said(after)}"
    for name in ("fields", "problems") if was["raw"] == now["raw"] else ():
        yield from (f"  {name} lost: {_said(row)}" for row in was[name] if row not in now[name])
        yield from (f"  {name} new:  {_said(row)}" for row in now[name] if row not in was[name])


def _of_another_dump(was: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """What changed where the offsets say nothing any more, since the dump itself is another one."""
    yield f"  the dump itself has changed: it had {was['raw']}, has {now['raw']}"
    before, after = ([_segment(s) for s in one["segments"]] for one in (was, now))
    for what, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            yield "\n".join([*(f"    - {line}" for line in before[i:j]), *(f"    + {line}" for line in after[k:m])])


Rows = list[dict[str, Any]]


def _clusters(was: Rows, now: Rows) -> Iterator[tuple[Rows, Rows]]:
    """The rows that differ, those that overlap together; both lists are in order and disjoint."""
    i = k = 0
    while i < len(was) or k < len(now):
        if i < len(was) and k < len(now) and was[i] == now[k]:
            i, k = i + 1, k + 1
            continue
        before, after, end = Rows(), Rows(), -1
        while True:
            left = was[i]["start"] if i < len(was) else None
            right = now[k]["start"] if k < len(now) else None
            if left is not None and (right is None or left <= right) and (left < end or end < 0):
                before.append(was[i])
                end, i = max(end, was[i]["end"], left + 1), i + 1
            elif right is not None and (right < end or end < 0):
                after.append(now[k])
                end, k = max(end, now[k]["end"], right + 1), k + 1
            elif left is not None and left < end:
                before.append(was[i])
                end, i = max(end, was[i]["end"]), i + 1
            else:
                break
        yield before, after


def _of_segments(before: Rows, after: Rows) -> str:
    if [(s["start"], s["end"]) for s in before] == [(s["start"], s["end"]) for s in after] and len(before) == 1:
        was, now = before[0], after[0]
        out = [f"  raw[{was['start']}:{was['end']}] {_clip(was['text'])}"]
        if (was["kind"], was["role"]) != (now["kind"], now["role"]):
            out.append(f"    was {was['kind']}/{was['role']}, is {now['kind']}/{now['role']}")
        for key in ("language", "rule"):
            if was[key] != now[key]:
                out.append(f"    {key} was {was[key]}, is {now[key]}")
        if was["text"] != now["text"]:
            out.append(f"    text: {changed(was['text'], now['text'])}")
        return "\n".join(out)
    start, end = min(s["start"] for s in before + after), max(s["end"] for s in before + after)
    counts = {0: "nothing", 1: "one segment"}
    out = [f"  raw[{start}:{end}] was {counts.get(len(before), f'{len(before)} segments')}, "
           f"is {counts.get(len(after), f'{len(after)} segments')}"]  # fmt: skip
    return "\n".join(out + [f"    - {_segment(s)}" for s in before] + [f"    + {_segment(s)}" for s in after])


def _segment(segment: dict[str, Any]) -> str:
    return f"{segment['kind']}/{segment['role']} ({segment['rule']}) {_clip(segment['text'])}"


def _of_edits(before: Rows, after: Rows) -> str:
    lines = [f"  edits at raw[{min(e['start'] for e in before + after)}]:"]
    return "\n".join(lines + [f"    - {_edit(e)}" for e in before] + [f"    + {_edit(e)}" for e in after])


def _edit(edit: dict[str, Any]) -> str:
    return f"{_json(edit['was'])} → {_json(edit['text'])} ({', '.join(edit['rules'])})"


def _said(value: Any) -> str:
    return "not stated" if value is None else _json(value)


def _clip(text: str, most: int = 72) -> str:
    shown = text if len(text) <= most else f"{text[: most - 20]} … {text[-17:]}"
    return _json(shown)


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def changed(was: str, now: str) -> str:
    """The place at which two texts differ, with a little around it.

    >>> changed("obus.Ces livraisons", "obus. Ces livraisons")
    '"obus.⟦⟧Ces livraisons" → "obus.⟦ ⟧Ces livraisons"'
    """
    start = _alike(was, now)
    tail = _alike(was[start:][::-1], now[start:][::-1])
    left = max(0, start - AROUND)

    def shown(text: str) -> str:
        end = len(text) - tail
        before, after = ("…" if left else ""), ("…" if end + AROUND < len(text) else "")
        inside = text[start:end] if end - start <= 200 else text[start : start + 190] + " … "
        return _json(f"{before}{text[left:start]}⟦{inside}⟧{text[end : end + AROUND]}{after}")

    return f"{shown(was)} → {shown(now)}"
