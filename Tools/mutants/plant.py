#!/usr/bin/env python3
"""Gives every comparison, every && and ||, and every threshold of the core a number, behind which it
can be changed while the program runs.

usage: plant.py FOLDER     a copy of the tree; what was planted is written to FOLDER/sites.json

An operator becomes one of its own: Swift lets a program declare operators, and the site's number is
spelt in the signs of its name.
"""

import json
import pathlib
import re
import sys

PARTS = ("Segmentation", "Grouping", "Selection")
# No threshold: the numbers from 0 to 7.
RAMP = "static let ramp"
# Weights of a regression, not thresholds: together they mean something, one of them alone does not.
FITTED = "SetModel+Fitted.swift"
# Neither of what may be absent nor of pairs, which are no Comparable.
OPERATOR = re.compile(r"(?<=\s)(<=|>=|==|!=|<|>|&&|\|\|)(?=\s)(?! nil\b)(?! \([^()]*,)")
THRESHOLD = re.compile(r"^\s*((private|package|public|fileprivate) )*static let ")
NUMBER = re.compile(r"(?<!\w)(?<!\w\.)(?!0\b(?!\.))\d[\d_]*(\.\d+)?(e-?\d+)?(?!\w)")
NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "==", "&&": "||", "||": "&&"}
AT_THE_BOUNDARY = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
SIGNS = "%^~+"


def spelt(number):
    return "".join(SIGNS[number // 4**place % 4] for place in range(5))


class Planter:
    def __init__(self):
        self.sites, self.declarations = [], []

    def site(self, path, line, text, changes):
        """Its number; `changes` are what may be changed there, two at most."""
        self.sites.append({"file": path.name, "line": line, "text": text.strip(), "changes": changes})
        return len(self.sites) - 1

    def operator(self, match, path, line, text):
        sign = match[1]
        changes = [f"{sign} -> {other}" for other in (NEGATED[sign], AT_THE_BOUNDARY.get(sign)) if other]
        number = self.site(path, line, text, changes)
        name = sign[0] + spelt(number)
        if sign in ("&&", "||"):
            precedence, body = ("Conjunction" if sign == "&&" else "Disjunction"), f"joined({number}, a, b, isAnd: {str(sign == '&&').lower()})"
            rest = f"(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool {{ try {body} }}"
            self.declare(name, f"Logical{precedence}Precedence", rest)
        elif sign in ("==", "!="):
            self.declare(name, "ComparisonPrecedence", f"<T: Equatable>(a: T, b: T) -> Bool {{ equated({number}, a {sign} b) }}")
        else:
            self.declare(name, "ComparisonPrecedence", f"<T: Comparable>(a: T, b: T) -> Bool {{ compared({number}, a, b, {sign}, {AT_THE_BOUNDARY[sign]}) }}")
        return name

    def declare(self, name, precedence, rest):
        self.declarations.append(f"infix operator {name}: {precedence}\n@inline(__always) func {name} {rest}\n")

    def threshold(self, text, path, line):
        head, equals, value = text.partition("=")

        def numbered(match):
            # The bounds of a range are moved apart only: one that ends before it begins is noticed by anything.
            lower, upper = value[match.end():].startswith("..."), value[:match.start()].endswith("...")
            changes = ["doubled"] * (not lower) + ["halved"] * (not upper)
            number = self.site(path, line, text, [f"{match[0]} {change}" for change in changes])
            return f"changed({number}, {match[0]}, halvedFirst: {str(lower).lower()})"

        return head + equals + NUMBER.sub(numbered, value)

    def plant(self, path):
        lines = path.read_text().splitlines()
        for place, text in enumerate(lines):
            code, slashes, comment = text.partition("//")
            if RAMP in code:
                continue
            if THRESHOLD.match(code) and "=" in code:
                code = self.threshold(code, path, place + 1)
            else:
                code = OPERATOR.sub(lambda match: self.operator(match, path, place + 1, text), code)
            lines[place] = code + slashes + comment
        path.write_text("\n".join(lines) + "\n")


def main():
    folder = pathlib.Path(sys.argv[1])
    core, planter = folder / "Sources" / "MotionCore", Planter()
    for part in PARTS:
        for path in sorted((core / part).glob("*.swift")):
            if path.name != FITTED:
                planter.plant(path)
    switch = (pathlib.Path(__file__).parent / "Mutants.swift").read_text()
    (core / "Model" / "Mutants.swift").write_text(switch + "\n" + "".join(planter.declarations))
    (folder / "sites.json").write_text(json.dumps(planter.sites, indent=1))


main()
