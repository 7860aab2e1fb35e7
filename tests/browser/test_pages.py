"""Pages as a browser has them: text, colours, hover and keyboard, and nothing of a dump that runs."""

import json
import re
from pathlib import Path

import pytest
from drawn import ALL, FRENCH, HOSTILE, JAPANESE

import syndclean
from syndclean.document import Document, Segment
from syndclean.view.compare import compare
from syndclean.view.raw import about
from syndclean.view.report import report
from syndclean.view.rows import Row
from syndclean.view.sheet import PALETTE
from syndclean.view.tally import tally

pytestmark = pytest.mark.filterwarnings("ignore")
SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))

# The raw text as it stands in the page: text as it is, a sign as the characters that it stands for.
RAW = """
const out = [];
const walk = node => {
  if (node.nodeType === 3) out.push(node.data);
  else if (node.dataset && node.dataset.code)
    out.push(String.fromCodePoint(parseInt(node.dataset.code, 16)).repeat(+node.dataset.times));
  else node.childNodes.forEach(walk);
};
document.querySelectorAll('#raw pre').forEach(walk);
return Array.from(out.join(''), c => c.codePointAt(0));
"""


def raw_of(browser):
    return "".join(map(chr, browser.execute_script(RAW)))


def requests(browser):
    """The addresses that the browser asked for, the page itself aside."""
    events = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    return [url for url in asked if not url.endswith(".html")]


def shown_bar(browser, css, pseudo):
    """What the bar at the foot of the window says for an element; "none" where there is no bar."""
    return browser.execute_script(
        "const e = document.querySelector(arguments[0]), s = getComputedStyle(e, arguments[1]);"
        "return s.position === 'fixed' ? e.getAttribute('aria-description') : 'none'", css, pseudo)  # fmt: skip


def rgb(colour):
    return "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))


@pytest.mark.parametrize("name", ALL)
def test_every_character_stands_once(opened, name):
    assert raw_of(opened(ALL[name].view())) == ALL[name].raw


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_samples(opened, path):
    document = syndclean.clean(path.read_bytes())
    browser = opened(document.view())
    assert raw_of(browser) == document.raw
    read = browser.execute_script("return [...document.querySelectorAll('article > *')].map(e => e.firstChild.data)")
    assert read == [s.text for s in document.segments if s.kind in ("header", "body")]
    assert requests(browser) == []
    assert browser.get_log("browser") == []


def test_nothing_of_a_hostile_dump_runs(opened):
    html = HOSTILE.view()
    for page in (html, re.sub(r'<meta http-equiv="Content[^>]*>', "", html)):  # escaping holds without the policy too
        browser = opened(page)
        assert browser.title == HOSTILE.metadata.title
        foreign = "script,img,iframe,svg,link,object,embed,style:not(head *),[onmouseover],[onerror],[href^=javascript]"
        assert browser.execute_script(f"return document.querySelectorAll('{foreign}').length") == 0
        assert browser.execute_script("return document.querySelectorAll('main pre').length") >= 1
        assert requests(browser) == []


def test_the_policy_stops_what_would_be_written_into_the_page(opened):
    html = FRENCH.view().replace(
        "</body>", "<script>document.title='owned'</script><img src='https://a.example/'></body>"
    )
    browser = opened(html)
    assert browser.title != "owned"
    assert all("violates" in entry["message"] for entry in browser.get_log("browser"))


@pytest.mark.parametrize(("scheme", "number"), [("light", 0), ("dark", 1)])
def test_colours_by_kind(opened, scheme, number):
    browser = opened(FRENCH.view())
    feature = {"name": "prefers-color-scheme", "value": scheme}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    colour = "return getComputedStyle(document.querySelector(arguments[0])).backgroundColor"
    for kind in ("header", "body", "footer", "boilerplate"):
        assert browser.execute_script(colour, f"#raw .s.{kind}") == rgb(PALETTE[kind][number])
    assert browser.execute_script(colour, "body") == rgb(PALETTE["paper"][number])
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_hover_says_what_was_decided(opened):
    from selenium.webdriver import ActionChains

    browser = opened(FRENCH.view())
    assert shown_bar(browser, "#s1", "::after") == "none"
    ActionChains(browser).move_to_element(browser.find_element("css selector", "#s1")).perform()
    assert shown_bar(browser, "#s1", "::after") == about(FRENCH.segments[1])
    ActionChains(browser).move_to_element(browser.find_element("css selector", "#s4 .e")).perform()
    assert "“Ãª” → “ê” · rule text/mojibake" in shown_bar(browser, "#s4 .e", "::before")
    assert shown_bar(browser, "#s1", "::after") == "none"


def test_the_keyboard_reaches_everything(opened):
    from selenium.webdriver import ActionChains, Keys

    browser = opened(FRENCH.view())
    seen = []
    for _ in range(80):
        ActionChains(browser).send_keys(Keys.TAB).perform()
        seen.append(browser.execute_script("const e = document.activeElement; return e.id || e.className || e.tagName"))
        if seen[-1].startswith("s") and seen[-1][1:].isdigit():
            assert shown_bar(browser, f"#{seen[-1]}", "::after") == about(FRENCH.segments[int(seen[-1][1:])])
    order = [one for one in seen if re.fullmatch(r"s\d+", one)]
    assert order[: len(FRENCH.segments)] == [f"s{i}" for i in range(len(FRENCH.segments))]
    assert seen[0] == "skip"
    assert seen.count("e") >= len(FRENCH.edits)


def test_a_value_leads_to_its_place(opened):
    browser = opened(FRENCH.view())
    browser.find_element("link text", "Publish date : 2024-06-15 18:20:00").click()
    place = browser.execute_script(
        "const t = document.querySelector(':target'), box = t.closest('.s').getBoundingClientRect();"
        "return [t.closest('.s').innerText, box.top >= 0 && box.bottom <= innerHeight]"
    )
    assert place == ["Publish date : 2024-06-15 18:20:00", True]


def test_directions_and_letterforms(opened):
    browser = opened(ALL["arabic"].view())
    side = (
        "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
        "const p = document.querySelector('#raw pre').getBoundingClientRect();"
        "return [r.left - p.left, p.right - r.right]"
    )
    left, right = browser.execute_script(side, "#s0")
    assert right < 5 < left  # Arabic begins at the right
    left, right = browser.execute_script(side, f"#s{len(ALL['arabic'].segments) - 1}")
    assert left < 5 < right  # and the English headline below it at the left
    browser = opened(JAPANESE.view())
    assert browser.execute_script("return document.querySelector('#s1').lang") == "ja"


def test_a_notebook_frame_keeps_its_links(opened):
    browser = opened(f"<!doctype html><title>book</title>{FRENCH._repr_html_()}", "book.html")
    browser.switch_to.frame(0)
    browser.find_element("partial link text", "Publish date").click()
    where = browser.execute_script(
        "return [document.querySelectorAll('.s').length, !!document.querySelector(':target')]"
    )
    browser.switch_to.default_content()
    assert where[0] >= len(FRENCH.segments)
    assert where[1]
    assert browser.title == "book"


def test_a_megabyte_opens(opened):
    line = "A hundred characters of plain news text about a harbour, its pilots, its cranes and the tide at nine."
    raw = "\n".join([line] * 9_900)
    starts = range(0, len(raw), len(line) + 1)
    segments = tuple(Segment(at, at + len(line), "body", "paragraph", line, "en") for at in starts)
    browser = opened(Document(raw=raw, segments=segments).view())
    assert raw_of(browser) == raw
    assert browser.execute_script("return document.querySelectorAll('*').length") < 60_000


def test_two_versions(opened):
    other = Document(raw=FRENCH.raw, segments=(Segment(0, len(FRENCH.raw), "body", "paragraph", FRENCH.raw),))
    browser = opened(compare(other, FRENCH, name="dump.txt"))
    assert "1 stretch changed" in browser.find_element("tag name", "header").text
    assert requests(browser) == []
    assert browser.get_log("browser") == []


def test_a_report(opened):
    rows = [Row(Path("a.jsonl"), n, json.loads(d.model_dump_json())) for n, d in enumerate(ALL.values(), 1)]
    rows.append(Row(Path("a.jsonl"), 9, {}, "input: TypeError: <script>document.title='owned'</script>"))
    browser = opened(report(tally(rows), known=("house/unused",), name="run"))
    assert browser.title == "run: what was done"
    assert browser.execute_script("return document.querySelectorAll('script').length") == 0
    assert browser.find_element("css selector", "svg rect.fill-body").size["width"] > 50
    browser.find_element("css selector", "details summary").click()
    assert requests(browser) == []
    assert browser.get_log("browser") == []
