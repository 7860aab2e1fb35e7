"""Weakenings of our rules that no case notices, and why each may stay: rule id, the mutant's words, the reason."""

UNTESTED: dict[str, dict[str, str]] = {}
