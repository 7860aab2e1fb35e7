"""Functions weakened in turn, for rules that find with code: each condition of the function itself, one at a time.

What the function calls is not taken apart, for there the evidence of many rules meets; the rule's cases see it anyway.
"""

import ast
import copy
import functools
import linecache
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

Function = Callable[..., Any]


def weaker_functions(function: Function) -> Iterator[tuple[str, str, str, Function]]:
    """Each weakening: what it leaves untested in words, what stood there, what stands there now, the new function.

    A function without source at hand, or with a closure, gives nothing.

    >>> def finds(text):
    ...     return text.startswith("A") and len(text) > 3
    >>> for words, was, now, weaker in weaker_functions(finds):
    ...     print(words, weaker("B"), weaker("Abcd"))
    nothing needs `text.startswith('A')` False True
    nothing needs `len(text) > 3` False True
    """
    if isinstance(function, functools.partial):
        for said, stood, stands, weaker in weaker_functions(function.func):
            yield said, stood, stands, functools.partial(weaker, *function.args, **function.keywords)
        return
    if not isinstance(function, FunctionType) or function.__code__.co_freevars:
        return
    node = _node(function)
    if node is None:
        return
    for number, (part, now, words) in enumerate(_weakenings(node)):
        changed = copy.deepcopy(node)
        twin = list(ast.walk(changed))[[id(n) for n in ast.walk(node)].index(id(part))]
        made = _made(_Swap(twin, list(_weakenings(changed))[number][1]).visit(changed), function)
        yield words, _shown(part), _shown(now), made


def _weakenings(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr, str]]:
    """A part of the function, what takes its place, and what that leaves untested."""
    for part in ast.walk(node):
        if isinstance(part, ast.BoolOp):
            for i, value in enumerate(part.values):
                kept = part.values[:i] + part.values[i + 1 :]
                now = kept[0] if len(kept) == 1 else ast.BoolOp(part.op, kept)
                words = "nothing needs" if isinstance(part.op, ast.And) else "nothing tests"
                yield part, now, f"{words} `{_shown(value)}`"
        elif isinstance(part, ast.Compare) and len(part.ops) > 1:
            sides = [part.left, *part.comparators]
            shorter = ast.Compare(sides[1], part.ops[1:], sides[2:]), ast.Compare(sides[0], part.ops[:-1], sides[1:-1])
            for side, now in zip((sides[0], sides[-1]), shorter, strict=True):
                yield part, now, f"nothing needs `{_shown(side)}` of `{_shown(part)}`"
        elif isinstance(part, ast.If | ast.IfExp):
            for always, words in ((True, "nothing fails"), (False, "nothing passes")):
                yield part.test, ast.Constant(always), f"{words} `if {_shown(part.test)}`"


def _shown(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 100 else f"{text[:70]} … {text[-24:]}"


class _Swap(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> Any:
        return self.new if node is self.old else self.generic_visit(node)


def _node(function: FunctionType) -> ast.Lambda | ast.FunctionDef | None:
    """The function's own piece of its file, None where that cannot be told."""
    code = function.__code__
    tree = _tree(code.co_filename)
    if tree is None:
        return None
    wanted = ast.Lambda if function.__name__ == "<lambda>" else ast.FunctionDef
    found = [n for n in ast.walk(tree) if isinstance(n, wanted) and _first_line(n) == code.co_firstlineno]
    if wanted is ast.Lambda:
        # Lambdas that begin on one line are told apart by the column at which the body begins.
        columns = [(line, column) for line, _, column, _ in code.co_positions() if line and column is not None]
        found = [n for n in found if _inside(n, columns)]
    return found[0] if len(found) == 1 else None


def _inside(node: Any, positions: list[tuple[int, int]]) -> bool:
    body = node.body
    first, last = (body.lineno, body.col_offset), (body.end_lineno, body.end_col_offset)
    real = [p for p in positions if p[1] or p[0] > node.lineno]
    return bool(real) and all(first <= p <= last for p in real)


def _first_line(node: Any) -> int:
    decorators = getattr(node, "decorator_list", [])
    return int(min([node.lineno, *(d.lineno for d in decorators)]))


@functools.lru_cache(maxsize=8)
def _tree(name: str) -> ast.Module | None:
    lines = linecache.getlines(name)
    return ast.parse("".join(lines)) if lines else None


def _made(node: ast.AST, function: FunctionType) -> Function:
    """The function that the changed node describes, among the names of the one it stands for."""
    if isinstance(node, ast.Lambda):
        code = compile(ast.fix_missing_locations(ast.Expression(node)), function.__code__.co_filename, "eval")
        return eval(code, function.__globals__)  # type: ignore[no-any-return]
    assert isinstance(node, ast.FunctionDef)
    node.decorator_list = []
    names = dict(function.__globals__)
    exec(compile(ast.fix_missing_locations(ast.Module([node], [])), function.__code__.co_filename, "exec"), names)
    return names[node.name]  # type: ignore[no-any-return]
