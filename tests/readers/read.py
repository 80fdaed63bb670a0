"""Opens each export with a program that reads its form, and asks it for what must be there.

    python tests/readers/read.py FOLDER

FOLDER has what the example programs wrote: claims.csv, events.csv, brat/, network.graphml, comparison.json, claims.jsonl. `.ci/run` writes it.
"""

import csv
import json
import pathlib
import sys

import jsonschema
import networkx
from bioc import brat

ROOT = pathlib.Path(__file__).parents[2]
STANCES = {"support", "oppose", "neutral"}


def csv_claims(folder):
    with open(folder / "claims.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert rows and all(row["stance"] in STANCES and None not in row for row in rows)
    article = (ROOT / "examples/articles/2024.txt").read_bytes()
    for row in rows:
        if row["document"] == "2024":
            words = article[int(row["start"]) : int(row["end"])].decode()
            assert " ".join(words.split()) == row["evidence"].lstrip("'"), row
    return len(rows)


def event_list(folder):
    """As DNA's own readers in R and Java read it: a header, semicolons, dates to the second, agreement as 1 or 0."""
    with open(folder / "events.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";", strict=True))
    head = ["statement_id", "time", "person", "organization", "concept", "agreement"]
    assert list(rows[0])[:6] == head, rows[0]
    assert [int(row["statement_id"]) for row in rows] == list(range(1, len(rows) + 1))
    assert {row["agreement"] for row in rows} == {"0", "1"}
    assert any(row["person"] for row in rows)
    return len(rows)


def standoff(folder):
    found = 0
    for path in sorted((folder / "brat").glob("*.ann")):
        with open(path.with_suffix(".txt"), encoding="utf-8", newline="") as text, open(path, encoding="utf-8") as annotations:
            document = brat.load(text, annotations)
        for entity in document.entities:
            pieces = [document.text[piece.begin : piece.end] for piece in sorted(entity.locations)]
            assert " ".join(pieces) == entity.text, entity
            found += 1
        assert document.attributes and document.notes and document.relations
    return found


def network(folder):
    graph = networkx.read_graphml(folder / "network.graphml", force_multigraph=True)
    kinds = networkx.get_node_attributes(graph, "kind")
    assert {"actor", "position"} == set(kinds.values())
    for one, other, edge in graph.edges(data=True):
        is_held = edge["relation"] in {"supports", "opposes", "neutral"}
        assert (kinds[one], kinds[other]) == ("actor", "position" if is_held else "actor")
        assert edge["weight"] >= 1
    return graph.number_of_edges()


def schemas(folder):
    def validator(name):
        schema = json.loads((ROOT / f"schema/{name}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    comparison = json.loads((folder / "comparison.json").read_text(encoding="utf-8"))
    validator("comparison").validate(comparison)
    claims = validator("claim")
    lines = (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines:
        claims.validate(json.loads(line))
    # A schema that lets everything pass shows nothing.
    broken = dict(json.loads(lines[0]), stance="perhaps")
    assert not claims.is_valid(broken)
    del comparison["claims"][0]["actor"]
    assert not validator("comparison").is_valid(comparison)
    return len(lines)


def main():
    folder = pathlib.Path(sys.argv[1])
    for reader in [csv_claims, event_list, standoff, network, schemas]:
        print(f"{reader.__name__}: {reader(folder)} read")


if __name__ == "__main__":
    main()
