"""The paper that pages are drawn on: palette, style sheet, and a skeleton that lets nothing in from outside."""

import base64
import hashlib
import html
import re

# Name: (light, dark). The pairs that carry text are listed in `TEXT_ON`, and a test computes their contrast.
PALETTE = {
    "ink": ("#1b1f24", "#e6e9ee"),
    "muted": ("#525b66", "#a9b2bd"),
    "paper": ("#ffffff", "#14171c"),
    "panel": ("#f5f6f8", "#1c2027"),
    "line": ("#82898f", "#737c87"),
    "link": ("#0b57d0", "#9cc2ff"),
    "header": ("#d8e5ff", "#1d3560"),
    "body": ("#dcf2e1", "#173823"),
    "footer": ("#fde6b5", "#4a3710"),
    "boilerplate": ("#e7e2ee", "#39334a"),
    "was": ("#8f1414", "#ffb9b1"),
    "gone": ("#ffdcd8", "#521d1d"),
    "now": ("#0a5127", "#b4f5c6"),
    "come": ("#b6ecc5", "#0f5530"),
    "alarm": ("#fff0cc", "#41310c"),
    "bar": ("#2b3139", "#e6e9ee"),
    "on-bar": ("#ffffff", "#14171c"),
}

# Text of the first colour stands on the second: WCAG 2.2, success criterion 1.4.3, asks for 4.5 to 1.
TEXT_ON = (
    *(("ink", ground) for ground in ("paper", "panel", "header", "body", "footer", "boilerplate", "alarm")),
    *(("muted", ground) for ground in ("paper", "panel", "header", "body", "footer", "boilerplate")),
    *(("link", ground) for ground in ("paper", "panel", "alarm")),
    ("was", "gone"),
    ("now", "come"),
    ("on-bar", "bar"),
)

# Lines, bars and focus rings that carry meaning: success criterion 1.4.11 asks for 3 to 1.
KINDS = ("header", "body", "footer", "boilerplate")
DRAWN_ON = (("line", "paper"), ("line", "panel"), *(("link", kind) for kind in KINDS))

_STYLE = """
*,*::before,*::after{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding:3rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans",sans-serif;
 padding-bottom:4rem;overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:1px;border-radius:2px}
h1{font-size:1.35rem;line-height:1.3;margin:0}
h2{font-size:1rem;margin:0 0 .5rem}
p,ul,ol,figure{margin:.5rem 0}
code,.rule{font:.85em/1.5 ui-monospace,"Noto Sans Mono",monospace;unicode-bidi:isolate}
small,.muted{color:var(--muted);font-size:.85rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:.5rem;top:.5rem;z-index:9;background:var(--paper);padding:.5rem}
.top,section{padding:1rem 1.5rem}
.top{background:var(--panel);border-bottom:1px solid var(--line)}
.top p{margin:.35rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1rem;list-style:none;padding:0;margin:.6rem 0 0}
.alarm{background:var(--alarm);border-inline-start:6px solid var(--line)}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:start;vertical-align:top;padding:.28rem .9rem .28rem 0;border-bottom:1px solid var(--line)}
thead th{font-weight:600}
th{font-weight:500;overflow-wrap:normal}
th[scope=row]{min-width:7.5rem}
.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}
.scroll{overflow-x:auto;max-width:75rem}
.panes{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);border-top:1px solid var(--line)}
.pane{max-height:100vh;overflow:auto;padding:0 1.5rem 5rem;position:relative}
.pane+.pane{border-inline-start:1px solid var(--line)}
.pane>h2{position:sticky;top:0;background:var(--paper);padding:.8rem 0;z-index:2}
@media(max-width:900px){.panes{display:block}.pane{max-height:none}
.pane+.pane{border:0;border-top:1px solid var(--line)}}
@media print{.pane{max-height:none;overflow:visible}}
pre{margin:0;font:15px/1.95 system-ui,"Noto Sans",sans-serif;white-space:pre-wrap;text-align:start}
.rest{content-visibility:auto;contain-intrinsic-size:auto 60rem}
.s{padding:.16em .12em;border-radius:3px;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.header{background:var(--header)}.body{background:var(--body)}
.footer{background:var(--footer)}.boilerplate{background:var(--boilerplate)}
.s.header{border-bottom:3px double var(--line)}.s.footer{border-bottom:2px dashed var(--line)}
.s.boilerplate{border-bottom:2px dotted var(--line)}
.title,.heading{font-weight:650}
.s:hover,.s:focus,.s:focus-within{box-shadow:0 0 0 2px var(--link)}
.s:hover::after,.s:focus-visible::after,.s:focus-within::after,.e:hover::before,.e:focus::before{
 content:attr(aria-description);position:fixed;left:0;right:0;bottom:0;z-index:5;padding:.5rem 1.5rem;
 pointer-events:none;background:var(--bar);color:var(--on-bar);
 font:500 14px/1.45 system-ui,"Noto Sans",sans-serif;white-space:normal;
 direction:ltr;text-align:left;unicode-bidi:isolate;overflow:hidden;max-height:5.4em}
.e:hover::before,.e:focus::before{bottom:2.3rem;border-bottom:1px solid var(--on-bar)}
.s:hover::after{z-index:7}.e:hover::before{z-index:8}.e:focus::before{z-index:6}
.e{unicode-bidi:isolate;text-decoration:none;cursor:help}
.e>del{background:var(--gone);color:var(--was);text-decoration:line-through 1px}
.e>del+ins::before{content:"→";color:var(--muted);padding:0 .1em}
.e[dir=rtl]>del+ins::before{content:"←"}
ins{text-decoration:none}
ins::after{content:attr(data-after);background:var(--come);color:var(--now);border-radius:2px;padding:.05em .2em;
 unicode-bidi:isolate}
.u{font:600 .68em/1 ui-monospace,"Noto Sans Mono",monospace;color:var(--muted);unicode-bidi:isolate;cursor:help;
 border:1px solid var(--line);border-radius:3px;padding:0 .2em;margin:0 .1em;vertical-align:.1em;white-space:nowrap}
.u::before{content:attr(data-sign)}
.j{display:inline-block;width:4px;height:1.15em;margin:0 .3em;vertical-align:-.2em;background:var(--link);
 border-radius:2px;cursor:help}
.s:has(.at:target),.s:target,article :target{box-shadow:0 0 0 3px var(--link)}
.at:target::before{content:"▸";color:var(--link)}
article{font:1.06rem/1.7 Georgia,"Noto Serif",serif;max-width:42rem}
article p,article h3,article pre{margin:0 0 1rem}
article pre{font:inherit}
article h3{font-size:1.15rem;line-height:1.4}
article .title{font-size:1.6rem;line-height:1.3;font-weight:700}
article .item{padding-inline-start:1.4rem}
article .item::before{content:"•";margin-inline-start:-1rem;padding-inline-end:.6rem}
article .aside{color:var(--muted);font-style:normal;font-size:.95rem}
.to{text-decoration:none;font:.8rem system-ui,sans-serif;margin-inline-start:.35rem;opacity:0}
.to:focus,:hover>.to{opacity:1}
.chart{width:100%;max-width:46rem;height:auto;display:block}
.chart text{fill:var(--muted);font:12px system-ui,sans-serif}
.fill-header{fill:var(--header)}.fill-body{fill:var(--body)}.fill-footer{fill:var(--footer)}
.fill-boilerplate{fill:var(--boilerplate)}.fill-bar{fill:var(--link)}.stroke{stroke:var(--line)}
.sides{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem}
.sides>div{min-width:0}
.change{border-top:1px solid var(--line);padding:.7rem 0}
summary{cursor:pointer}
"""


def _variables(dark: bool) -> str:
    return "".join(f"--{name}:{both[dark]};" for name, both in PALETTE.items())


STYLE = f":root{{{_variables(False)}}}\n@media(prefers-color-scheme:dark){{:root{{{_variables(True)}}}}}{_STYLE}"
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri about:; form-action 'none'"


def escape(text: str) -> str:
    r"""Text as HTML shows it, in an element or between quotation marks; what HTML cannot carry becomes U+FFFD.

    >>> escape('<b>"\0\ud800')
    '&lt;b&gt;&quot;\ufffd\ufffd'
    """
    return html.escape(re.sub(r"[\0\r\x0b\ud800-\udfff]", "\ufffd", text))


def sheet(title: str, inside: str) -> str:
    """A whole page around `inside`, which is HTML; `title` is text.

    The page has no script, and its Content-Security-Policy (CSP level 3) lets in nothing but its own style sheet.
    """
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body>{inside}</body></html>\n"
    )


def framed(page: str) -> str:
    """The page in a frame of its own, for notebooks: its style stays inside, and the frame runs no script."""
    page = page.replace("<head>", '<head><base href="about:srcdoc">', 1)  # else a link to a place leaves the frame
    return f'<iframe sandbox="" width="100%" height="640" title="syndclean" srcdoc="{html.escape(page)}"></iframe>'


def number(count: int) -> str:
    """A number for people: a narrow no-break space between thousands (ISO 80000-1).

    >>> number(12345)
    '12\u202f345'
    """
    return f"{count:,}".replace(",", "\u202f")


def counted(count: int, one: str, many: str = "") -> str:
    """A count and what was counted.

    >>> counted(1, "edit"), counted(2, "edit")
    ('1 edit', '2 edits')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def share(part: float, whole: float) -> str:
    """A share in percent; an em dash where there is nothing to share.

    >>> share(1, 3), share(1, 0), share(1, 9999)
    ('33 %', '—', '<1 %')
    """
    if not whole:
        return "—"
    percent = 100 * part / whole
    return "<1 %" if 0 < percent < 0.5 else f"{percent:.0f} %"
