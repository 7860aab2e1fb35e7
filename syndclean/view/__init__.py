"""Looking at what was done: a page for one document, two versions beside each other, a report over a run, a terminal.

Everything is drawn from segments and edits; nothing is found again by a diff. The pages are one file each, without
script and without network.
"""
