import json

import jsonschema_rs
import pytest

from briefgen import read
from briefgen.errors import InputError
from briefgen.read import schemas, yamltext
from briefgen.read.shapes.themekeys import KEYS
from briefgen.resources import assets

from .sample import FILES, write

KIND = {"briefs/small.yaml": "spec", "reports/small/sections/main.yaml": "section"}


def kind(name: str) -> str:
    return KIND.get(name) or ("data" if "/data/" in name else name.rpartition("/")[2].removesuffix(".yaml"))


BESIDE = {
    "markings.yaml": '- {label: PUBLIC}\n- {label: DIFFUSION RESTREINTE, colour: "#FFC000"}\n',
    "stakeholders.yaml": """\
sender: {name: Example Institute, email: briefs@example.org, smtp: {host: mail.example.org}}
organisations: [{id: ministry, name: Ministry, languages: [en], delivery: eml, password: {env: SECRET}}]
groups: [{id: planners, receives: [{briefs: [small], lengths: [short], formats: [pdf]}]}]
recipients: [{id: amina, name: Amina, email: a@example.org, organisation: ministry, groups: [planners], mark: true}]
""",
}
"""Files of a project that the sample can do without."""
YAML = [n for n in (*FILES, *BESIDE) if n.endswith(".yaml")]


def test_each_kind_of_file_is_in_the_sample() -> None:
    assert {kind(n) for n in YAML} | {"theme"} == set(schemas.kinds())


@pytest.mark.parametrize("name", YAML)
@pytest.mark.parametrize("filled", [False, True])
def test_the_schema_takes_what_the_reader_takes(name: str, filled: bool, tmp_path) -> None:
    project = write(tmp_path) if filled else None
    validator = jsonschema_rs.Draft202012Validator(read.schema(kind(name), project))
    value, _ = yamltext.parse({**FILES, **BESIDE}[name])
    assert [e.message for e in validator.iter_errors(value)] == []


def test_the_schema_takes_the_shipped_theme() -> None:
    value, _ = yamltext.parse((assets() / "themes" / "chancery.yaml").read_text("utf-8"))
    assert jsonschema_rs.Draft202012Validator(read.schema("theme")).is_valid(value)


@pytest.mark.parametrize("name", schemas.kinds())
def test_every_key_has_a_title_and_a_description(name: str) -> None:
    made = read.schema(name)
    jsonschema_rs.meta.validate(made)
    assert made["$schema"].endswith("2020-12/schema")
    bare = []
    for part in made["$defs"].values():
        for key, value in part.get("properties", {}).items():
            described = "description" in value or key == "kind"
            if "title" not in value or not described:
                bare.append(key)
    assert bare == []


def test_every_described_key_of_a_theme_is_one() -> None:
    known = read.schema("theme")["$defs"]
    assert {(name, key) for name, keys in KEYS.items() for key in keys} <= {
        (name, key) for name, part in known.items() for key in part.get("properties", {})
    }


def test_a_project_fills_in_the_ids(tmp_path) -> None:
    spec = read.schema("spec", write(tmp_path))["$defs"]["SpecShape"]["properties"]
    assert spec["report"]["enum"] == ["russia-taliban-takeover", "small"]
    assert "talks" in spec["replace"]["propertyNames"]["enum"]
    assert "short" in spec["pin"]["propertyNames"]["anyOf"][0]["enum"]
    assert "chancery" in spec["theme"]["enum"]
    section = json.dumps(read.schema("section", read.find(tmp_path)))
    assert all(f'"{name}"' in section for name in ("tajikistan", "s1.p1.c01", "exports", "assurances"))
    assert "x-ids" not in section


def test_a_project_fills_in_the_units_that_a_slot_may_name(tmp_path) -> None:
    entry = read.schema("spec", write(tmp_path))["$defs"]["EntryShape"]["properties"]
    line = [b.get("enum") for b in entry["bottom-line"]["anyOf"] if b.get("type") == "string"]
    assert "talks" in line[0]
    for slot in ("key-judgements", "outlook", "watch"):
        (named,) = (b for b in entry[slot]["anyOf"] if b.get("type") == "array")
        assert "talks" in named["items"]["enum"], slot


def test_another_kind_is_told(tmp_path) -> None:
    with pytest.raises(InputError, match="there is no kind of file `specs`\n    hint: did you mean `spec`"):
        read.schema("specs")
