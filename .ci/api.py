"""The public API, a line for each item, from rustdoc's JSON: what a release promises to keep.

    .ci/api.py JSON           compares with .ci/api.txt: what is gone or has changed fails, what is new is named
    .ci/api.py JSON --write   writes .ci/api.txt; read the difference before you commit it

rustdoc's JSON changes from one toolchain to the next, so the first line of the file is its version; under another one nothing is compared, and that is said.
"""

import json
import sys
from pathlib import Path

PINNED = Path(__file__).parent / "api.txt"


class Api:
    def __init__(self, crate):
        self.index = crate["index"]
        self.lines = set()
        self.module(self.index[str(crate["root"])], "parallax")

    def item(self, id):
        return self.index.get(str(id))

    def module(self, module, path):
        for id in module["inner"]["module"]["items"]:
            self.public(self.item(id), path)

    def public(self, item, path):
        if item is None or item["visibility"] != "public":
            return
        kind, inner = next(iter(item["inner"].items()))
        if kind == "use":
            self.used(inner, path)
            return
        path = f"{path}::{item['name']}"
        if kind == "module":
            self.lines.add(f"mod {path}")
            self.module(item, path)
        elif kind == "function":
            self.lines.add(f"fn {path}{signature(inner)}")
        elif kind in ("struct", "enum", "union"):
            self.type(item, kind, inner, path)
        else:
            self.lines.add(f"{kind} {path} {shown(inner)}".rstrip())

    def used(self, use, path):
        target = self.item(use["id"])
        if target is None:
            self.lines.add(f"use {path}::{use['name']} = {use['source']}")
        elif use["is_glob"]:
            self.module(target, path)
        else:
            self.public({**target, "name": use["name"], "visibility": "public"}, path)

    def type(self, item, kind, inner, path):
        closed = ["#[non_exhaustive] " for attribute in item["attrs"] if "non_exhaustive" in json.dumps(attribute)]
        self.lines.add(f"{''.join(closed)}{kind} {path}{generics(inner['generics'])}")
        if kind == "enum":
            for id in inner["variants"]:
                variant = self.item(id)
                self.lines.add(f"variant {path}::{variant['name']}")
                self.fields(variant["inner"]["variant"]["kind"], f"{path}::{variant['name']}", True)
        else:
            self.fields(inner["kind"] if kind == "struct" else {}, path, False)
        for id in inner["impls"]:
            self.implementation(self.item(id)["inner"]["impl"], path)

    def fields(self, kind, path, all_public):
        if not isinstance(kind, dict):
            return
        body = next(iter(kind.values()), [])
        for id in body["fields"] if isinstance(body, dict) else body:
            field = self.item(id) if id is not None else None
            if field and (all_public or field["visibility"] == "public"):
                self.lines.add(f"field {path}.{field['name']}: {type_of(field['inner']['struct_field'])}")

    def implementation(self, block, path):
        if block["is_synthetic"] or block.get("blanket_impl"):
            return
        if block["trait"]:
            trait = block["trait"]
            self.lines.add(f"impl {name_of(trait)}{arguments(trait['args'])} for {path}")
            return
        for id in block["items"]:
            self.public(self.item(id), path)


def signature(function):
    sig = function["sig"]
    inputs = ", ".join(f"{name}: {type_of(type)}" for name, type in sig["inputs"])
    output = f" -> {type_of(sig['output'])}" if sig["output"] else ""
    words = "".join(f" {word}" for word in ("const", "unsafe", "async") if function["header"].get(f"is_{word}"))
    return f"{generics(function['generics'])}({inputs}){output}{words}"


def generics(generics):
    names = [param["name"] + bounds_of(param) for param in generics["params"] if not is_made_up(param)]
    wheres = [shown(where) for where in generics["where_predicates"]]
    return (f"<{', '.join(names)}>" if names else "") + (f" where {', '.join(wheres)}" if wheres else "")


def name_of(path):
    """The last part: how the rest is written depends on what a file imports."""
    return path["path"].rsplit("::", 1)[-1]


def is_made_up(param):
    kind = param["kind"]
    return isinstance(kind, dict) and kind.get("type", {}).get("is_synthetic", False)


def bounds_of(param):
    bounds = param["kind"].get("type", {}).get("bounds", []) if isinstance(param["kind"], dict) else []
    return f": {' + '.join(map(bound, bounds))}" if bounds else ""


def bound(bound):
    if "trait_bound" in bound:
        trait = bound["trait_bound"]["trait"]
        return name_of(trait) + arguments(trait["args"])
    return shown(bound)


def arguments(args):
    if not args:
        return ""
    if "parenthesized" in args:
        call = args["parenthesized"]
        output = f" -> {type_of(call['output'])}" if call["output"] else ""
        return f"({', '.join(map(type_of, call['inputs']))}){output}"
    angled = args.get("angle_bracketed")
    if angled is None:
        return shown(args)
    parts = [type_of(part["type"]) if "type" in part else shown(part) for part in angled["args"]]
    parts += [f"{one['name']} = {shown(one['binding'])}" for one in angled["constraints"]]
    return f"<{', '.join(parts)}>" if parts else ""


def type_of(type):
    kind, inner = next(iter(type.items()))
    match kind:
        case "primitive" | "generic":
            return inner
        case "resolved_path":
            return name_of(inner) + arguments(inner["args"])
        case "borrowed_ref":
            lifetime = f"{inner['lifetime']} " if inner["lifetime"] else ""
            return f"&{lifetime}{'mut ' if inner['is_mutable'] else ''}{type_of(inner['type'])}"
        case "tuple":
            return f"({', '.join(map(type_of, inner))})"
        case "slice":
            return f"[{type_of(inner)}]"
        case "array":
            return f"[{type_of(inner['type'])}; {inner['len']}]"
        case "impl_trait":
            return f"impl {' + '.join(map(bound, inner))}"
        case _:
            return f"{kind} {shown(inner)}"


def shown(value):
    """What has no form of its own: its parts, without the numbers that rustdoc gives to items."""
    if isinstance(value, dict):
        if len(value) == 1 and next(iter(value)) in ("resolved_path", "primitive", "generic", "borrowed_ref", "tuple", "slice"):
            return type_of(value)
        parts = [f"{key} {shown(part)}" for key, part in value.items() if key != "id" and part not in (None, [], {}, False)]
        return " ".join(parts)
    if isinstance(value, list):
        return ", ".join(map(shown, value))
    return str(value)


def main():
    crate = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    version = f"# rustdoc's JSON, version {crate['format_version']}"
    lines = [version, *sorted(Api(crate).lines)]
    if sys.argv[2:] == ["--write"]:
        PINNED.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return
    pinned = PINNED.read_text(encoding="utf-8").splitlines()
    if pinned[0] != version:
        print(f"skipped: the API is pinned under {pinned[0][2:]}, and this is {version[2:]}")
        return
    gone, new = (sorted(set(these) - set(those)) for these, those in ((pinned, lines), (lines, pinned)))
    for line in [f"- {line}" for line in gone] + [f"+ {line}" for line in new]:
        print(line)
    if gone:
        sys.exit("the public API has changed. If this is as it should be, `.ci/api --write` pins it, and the change log says so")


main()
