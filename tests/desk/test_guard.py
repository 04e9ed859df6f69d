"""Attacks: by other pages of the same browser, by names that lead here, by strangers."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.datafolder import with_rows
from generator.desk.guard import POLICY
from worlds.command import congkhai
from worlds.shell_site import tree
from worlds.small import SMALL

DRAFT = {"o.subject_name": "Phường Hoa Sen", "o.status": "draft", "viec": "nhap"}


def with_token(desk, **more: str) -> Mapping[str, str]:
    return {**DRAFT, "ma_form": desk.served.keys.form, **more}


def test_who_has_no_key_sees_nothing(desk) -> None:
    for path in (
        "/",
        "/bo/commendations",
        "/rieng/desk.css",
        "/chung/css/palette.css",
        "/khong-co",
    ):
        status, _, text = desk.asked(path, {"Host": desk.host})
        assert status == 403 and "cửa sổ lệnh" in text, path
    for wrong in ("/mo", "/mo?ma=", "/mo?ma=x", "/mo?x=" + desk.served.keys.entry):
        status, headers, _ = desk.asked(wrong, {"Host": desk.host})
        assert status == 403 and "set-cookie" not in headers, wrong
    cookie = f"{desk.served.address.cookie}={desk.served.keys.form}"
    assert desk.asked("/", {"Host": desk.host, "Cookie": cookie})[0] == 403


def test_the_printed_address_lets_one_in_and_no_script_or_other_site_has_its_cookie(desk) -> None:
    path = desk.served.url.removeprefix(f"http://{desk.host}")
    status, headers, _ = desk.asked(path, {"Host": desk.host})
    assert status == 303 and headers["location"] == "/"
    words = headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(words)
    assert desk.asked("/", {"Host": desk.host, "Cookie": words[0]})[0] == 200


@pytest.mark.parametrize(
    "name",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "0.0.0.0:{port}"],
)
def test_another_name_for_this_machine_is_refused(desk, name: str) -> None:
    host = name.format(port=desk.served.address.port)
    status, _, text = desk.asked("/", {**desk.own, "Host": host})
    assert status in (400, 421) and "Nêu gương" not in text


def test_cookies_of_other_programs_of_this_machine_do_no_harm(desk) -> None:
    others = 'a b=c; x[1]={"q": "r, s"}; =; ; "; é=1; '.encode().decode("latin-1")
    assert desk.asked("/", {**desk.own, "Cookie": others + desk.own["Cookie"]})[0] == 200
    assert desk.asked("/", {**desk.own, "Cookie": others})[0] == 403


FOREIGN = {
    "another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "another port of this machine": {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    "a page without an origin": {"Origin": "null"},
    "an older browser that says where from": {
        "Origin": "http://evil.example",
        "Sec-Fetch-Site": None,
    },
    "one that hides where from": {"Origin": None, "Sec-Fetch-Site": "cross-site"},
    "one that says nothing at all": {"Origin": None, "Sec-Fetch-Site": None},
    "a form that looks like a file": {"Content-Type": "multipart/form-data; boundary=x"},
    "a simple request": {"Content-Type": "text/plain"},
}


@pytest.mark.parametrize("whose", FOREIGN)
def test_what_another_page_sends_is_refused(desk, whose: str) -> None:
    headers = {k: v for k, v in {**desk.own, **FOREIGN[whose]}.items() if v is not None}
    assert desk.sent(with_token(desk), headers) == 403
    assert tree(desk.data) == tree(SMALL)


@pytest.mark.parametrize("token", ["", "x", "ü"])
def test_a_form_without_its_token_is_refused(desk, token: str) -> None:
    assert desk.sent({**with_token(desk), "ma_form": token}, desk.own) == 403
    assert tree(desk.data) == tree(SMALL)


def test_our_own_form_is_read(desk) -> None:
    assert desk.sent(with_token(desk), desk.own) == 422  # most of the record is missing
    older = {k: v for k, v in desk.own.items() if k != "Sec-Fetch-Site"}
    assert desk.sent(with_token(desk), older) == 422


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_no_other_kind_of_request_is_answered(desk, method: str) -> None:
    status, headers, _ = desk.asked("/bo/commendations", desk.own, method)
    assert status == 405
    assert not [name for name in headers if name.startswith("access-control")]


def test_a_part_of_another_page_gets_nothing(desk) -> None:
    part = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"}
    assert desk.asked("/bo/commendations", {**desk.own, **part})[0] == 403


@pytest.mark.parametrize("size", [2_000_000, 1_000_001])
def test_more_than_a_form_can_hold_is_not_read(desk, size: int) -> None:
    status, _, text = desk.asked("/bo/commendations", desk.own, "POST", b"x=" + b"a" * size)
    assert status == 413
    assert "Nội dung gửi lên quá dài" in text and "<h1>" in text


BODIES = [
    b"%ff=1", b"\xff", b"a&b", b"a=%zz%", b"&" * 5000, b"x=1" + b"&x=1" * 5000,
    b"goc=%5B1%5D", b"goc=%7B%22a%22%3A1%7D", b"goc=%7B", b"khoa=../../etc/passwd",
]  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
def test_a_spoiled_form_changes_nothing(desk, body: bytes) -> None:
    whole = f"ma_form={desk.served.keys.form}&viec=nhap&".encode() + body
    status, _, text = desk.asked("/bo/commendations", desk.own, "POST", whole)
    assert status in (400, 422) and "<h1>" in text
    assert tree(desk.data) == tree(SMALL)


@pytest.mark.parametrize(
    "path",
    [
        "/chung/../../../../etc/passwd", "/chung/%2e%2e/%2e%2e/mkdocs.yml", "/rieng/../form.html",
        "/rieng/..%2fform.html", "/chung//etc/passwd", "/bo/..%2fcity.yaml",
    ],
)  # fmt: skip
def test_no_path_leads_out(desk, path: str) -> None:
    status, _, text = desk.asked(path, desk.own)
    assert status == 404 and "root:" not in text and "{%" not in text


def test_every_answer_has_the_headers(desk) -> None:
    for path, headers in (("/", desk.own), ("/khong-co", desk.own), ("/", {"Host": desk.host})):
        answered = desk.asked(path, headers)[1]
        assert answered["content-security-policy"] == POLICY
        assert answered["x-content-type-options"] == "nosniff"
        assert answered["cache-control"] == "no-store"
        assert answered["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in answered
    assert "default-src 'self'" in POLICY and "frame-ancestors 'self'" in POLICY


def test_what_a_record_says_runs_nothing(desk, page) -> None:
    evil = """'"></textarea><script>window.ran=1</script><img src=x onerror=window.ran=1>"""
    file = desk.data / "commendations.csv"
    file.write_bytes(with_rows(file.read_bytes(), {2: {"reason": evil, "subject_name": evil}}, ()))
    page.goto(f"http://{desk.host}/bo/commendations?tim=%3Cscript%3Ewindow.ran%3D1%3C/script%3E")
    page.goto(f"http://{desk.host}/bo/commendations")
    page.locator("tbody a").last.click()
    assert evil in page.locator("[name='o.reason']").input_value()
    assert page.evaluate("window.ran") is None


def test_a_real_page_of_another_origin_can_neither_send_read_nor_frame(
    desk, browser: Browser
) -> None:
    """The browser was let in; a page under another name of the machine tries all that it can."""
    context = browser.new_context()
    ours = context.new_page()
    ours.goto(desk.served.url)
    assert ours.title().startswith("Bàn nhập liệu")
    other = context.new_page()
    other.route(
        "http://evil.example/**",
        lambda route: route.fulfill(
            content_type="text/html", body="<title>x</title><iframe></iframe>"
        ),
    )
    other.goto("http://evil.example/")
    token, address = desk.served.keys.form, f"http://{desk.host}"
    read = """async ([address, body]) => {
      const tries = [fetch(address + "/", {credentials: "include"}),
        fetch(address + "/bo/commendations", {method: "POST", body: new URLSearchParams(body),
          credentials: "include"})]
      return (await Promise.allSettled(tries)).map(one => one.status)
    }"""
    fields = {**DRAFT, "ma_form": token}
    assert other.evaluate(read, [address, fields]) == ["rejected", "rejected"]
    other.evaluate("address => { document.querySelector('iframe').src = address }", address + "/")
    other.wait_for_load_state("networkidle")
    frame = other.frames[-1]
    assert "Nêu gương" not in frame.content()
    assert tree(desk.data) == tree(SMALL)
    context.close()


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7"])
def test_it_is_open_to_other_machines_only_when_that_is_asked_for(host: str) -> None:
    done = congkhai("desk", "--host", host, "--no-browser", "--data", SMALL)
    assert done.status == 2
    assert "mọi địa chỉ" in done.said or "--for-others" in done.said


def test_every_run_has_keys_of_its_own(desk) -> None:
    keys = desk.served.keys
    assert len({keys.entry, keys.cookie, keys.form, type(keys)().entry}) == 4
    assert min(map(len, (keys.entry, keys.cookie, keys.form))) >= 40


def test_no_port_is_taken_twice(desk) -> None:
    done = congkhai(
        "desk", "--port", str(desk.served.address.port), "--data", SMALL, "--no-browser"
    )
    assert done.status == 2 and str(Path.cwd()) not in done.said
