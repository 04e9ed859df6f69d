"""A ledger's line is read in the browser as by the command: to the letter, or not at all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from browser.chromium import needs_chromium
from generator.ledger.chain import LedgerBroken, parse_chain
from generator.ledger.facts import facts_schema
from worlds.forged import LEDGER
from worlds.paths import DATA

pytestmark = needs_chromium
ROWS = (DATA / "ledger.jsonl").read_text("utf-8").splitlines()
RECORD, CLOSING = ROWS[0], next(row for row in ROWS if '"event":"closed"' in row)
CHANGED = next(row for row in ROWS if '"changed"' in row)
Value = dict[str, Any]


def compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def with_(row: str, **values: object) -> str:
    return compact(json.loads(row) | values)


def without(row: str, name: str) -> str:
    return compact({key: value for key, value in json.loads(row).items() if key != name})


def closing(**facts: object) -> str:
    return with_(CLOSING, facts=json.loads(CLOSING)["facts"] | facts)


COUNTED = {"received_count": 1, "ended_count": 1, "on_time_count": 1, "judged_count": 1}
ODD = (1, None, "x", [], {}, {"x": 1}, {"2018-Q1": 1})
LINES = (
    RECORD, CHANGED, CLOSING, "", "{}", "[]", "null", "1", '"x"', "rác", "{",
    RECORD.replace(":", ": ", 1), f" {RECORD}", f"{RECORD} ", RECORD[:-1] + ",}",
    compact(dict(reversed(json.loads(RECORD).items()))),
    *(without(RECORD, name) for name in json.loads(RECORD)),
    *(with_(RECORD, **{name: 1}) for name in json.loads(RECORD)),
    *(with_(RECORD, **{name: ""}) for name in json.loads(RECORD)),
    *(without(CLOSING, name) for name in json.loads(CLOSING)),
    *(with_(RECORD, on=day) for day in (
        "2018-13-01", "2018-02-29", "2018-2-1", "20180630", "0000-01-01", "2018-06-30T00:00",
    )),
    with_(RECORD, event="burnt"), with_(RECORD, facts={}), with_(RECORD, facts=None),
    with_(RECORD, note="x"), with_(RECORD, changed={}), with_(RECORD, changed={"a": "bc"}),
    with_(RECORD, changed={"a": ["b", "c"]}), with_(RECORD, changed={"a": ["b"]}),
    with_(RECORD, changed={"a": ["b", 1]}), with_(RECORD, changed=[]),
    RECORD.replace('"event"', '"event":"expired","event"'),
    RECORD.replace("ng-2018", "ng\\u002d2018"), RECORD.replace("ng-2018", "\\n\\u2028\u2028é"),
    RECORD.replace("ng-2018", "\u2028\x7f\\\"\\\\\\n\\u0001é🥁"), RECORD.replace("ng-2018", "\\/"),
    with_(CLOSING, record="a/b"), with_(CLOSING, digest="x"), with_(CLOSING, changed={}),
    with_(CLOSING, facts={}), with_(CLOSING, facts=[]), with_(CLOSING, facts=None),
    closing(origin="a b"), closing(origin="a+b"), closing(origin=""), closing(origin=1),
    closing(version="1.0"), closing(version=1), closing(data=None), closing(data=1),
    closing(settings=None), closing(settings={"a": {"10": 1, "9": [1.5, "x : y", None, True]}}),
    closing(reason=None), closing(reason="vì"), closing(tables=None), closing(tables="x"),
    closing(tables={"a.csv": 1}), closing(tables=[]), closing(tables={"a.csv": "x"}),
    *(closing(**{name: value}) for name in facts_schema()["properties"] for value in ODD),
    closing(quarters={}), closing(quarters={"2018-Q1": COUNTED}), closing(quarters={"x": COUNTED}),
    closing(quarters={"2018-Q1": {"received_count": 1}}), closing(quarters={"2018-Q1": []}),
    closing(quarters={"2018-Q1": COUNTED | {"received_count": "1"}}),
    closing(quarters={"2018-Q1": COUNTED | {"received_count": 1.5}}),
    closing(quarters={"2018-Q1": COUNTED | {"received_count": True}}),
    closing(closed_quarters={"2018-Q1": "ab" * 32}), closing(closed_quarters={"2018-Q1": "x"}),
    closing(closed_quarters={"2018-Q5": "ab" * 32}), closing(more=[]),
    CLOSING.replace('"version"', '"version":"1.0.0","version"'),
    CLOSING.replace('"version":"', '"version": "'),
)  # fmt: skip


@pytest.fixture(scope="module")
def page(browser: Browser, site_address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{site_address}giam-sat/nhan-chung/")
    yield page
    page.close()


def is_line(row: str) -> bool:
    try:
        parse_chain(f"{row}\n".encode())
    except LedgerBroken:
        return False
    return True


def test_a_line_is_read_as_the_command_reads_it(page: Page) -> None:
    read = page.evaluate("rows => rows.map((row) => ckVerify.parseLine(row) !== null)", list(LINES))
    differ = [row for row, found in zip(LINES, read, strict=True) if found != is_line(row)]
    assert differ == []
    assert 10 < sum(read) < len(LINES) - 50


def test_every_line_of_the_ledger_is_one(page: Page, built_site: Path) -> None:
    rows = (built_site / LEDGER).read_text("utf-8").splitlines()
    assert all(page.evaluate("rows => rows.map((row) => ckVerify.parseLine(row) !== null)", rows))
