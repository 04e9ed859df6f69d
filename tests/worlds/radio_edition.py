"""A small edition made by hand: three broadcast weeks whose every word can be checked by eye.

Everything in it is invented. Week 40 is full; the station left the second praise out of it, so
week 41 carries that and opens with a correction; week 42 has no news.
"""

from datetime import date

from generator.datafolder.load import load_contract
from generator.edition.edition import Edition
from generator.model.abbreviations import Abbreviations
from generator.model.datasets import Collections
from generator.model.duty_records import Assignment, Broadcast
from generator.model.figures import CUT_BY, Figure, Figures
from generator.model.obligations import Obligation
from generator.model.own_yaml import own_yaml
from generator.model.public import public_commendations, public_criticisms
from generator.model.records import Commendation, Correction, Criticism, Procedure, Unit
from generator.model.reporting import ReportOf
from generator.model.settings import City
from worlds.paths import DATA

CONTRACT, _ = load_contract(DATA)
UNITS = tuple(
    Unit(unit_id=unit_id, name=name, kind=kind, confirmed=True)
    for unit_id, name, kind in (
        ("p-dong-ve", "Phường Đông Vệ", "ward"),
        ("p-lam-son", "Phường Lam Sơn", "ward"),
        ("x-quang-cat", "Xã Quảng Cát", "commune"),
        ("phong-noi-vu", "Phòng Nội vụ", "division"),
        ("phong-tai-nguyen", "Phòng Tài nguyên và Môi trường", "division"),
    )
)
PROCEDURES = tuple(
    Procedure(
        procedure_id=procedure_id,
        name=f"Thủ tục {short_name.lower()}",
        short_name=short_name,
        field="Hộ tịch",
        level="ward",
        sensitive=False,
        confirmed=True,
    )
    for procedure_id, short_name in (
        ("1.001193", "Đăng ký khai sinh"),
        ("1.000894", "Đăng ký kết hôn"),
        ("2.000815", "Chứng thực bản sao"),
    )
)
COMMENDATIONS = (
    Commendation(
        record_id="ng-2018-001",
        subject_kind="unit",
        subject_name="Bộ phận một cửa phường Đông Vệ",
        unit_id="p-dong-ve",
        form="merit_certificate",
        reason="Chín tháng liền không có hồ sơ quá hạn, tự rút ngắn thời gian giải quyết 05 TTHC",
        clause="1.1",
        decision_no="2415/QĐ-UBND",
        decision_on=date(2018, 10, 3),
        issued_by="Chủ tịch UBND thành phố",
        status="approved",
        approved_on=date(2018, 10, 4),
    ),
    Commendation(
        record_id="ng-2018-002",
        subject_kind="person",
        subject_name="Nguyễn Văn A",
        position="Công chức tư pháp - hộ tịch",
        unit_id="x-quang-cat",
        form="public_praise",
        reason="Mang kết quả đến tận nhà cho 63 người cao tuổi",
        clause="3.2",
        decision_no="118/TB-UBND",
        decision_on=date(2018, 9, 21),
        issued_by="UBND thành phố",
        status="approved",
        approved_on=date(2018, 10, 5),
    ),
    Commendation(
        record_id="ng-2018-003",
        subject_kind="person",
        subject_name="Lê Thị C",
        unit_id="phong-noi-vu",
        form="example",
        reason="Bản nháp, chưa duyệt",
        clause="3.2",
        decision_no="1/TB-UBND",
        decision_on=date(2018, 10, 1),
        issued_by="UBND thành phố",
        status="draft",
    ),
)
CRITICISMS = (
    Criticism(
        record_id="pb-2018-001",
        subject_kind="unit",
        subject_name="Phòng Tài nguyên và Môi trường",
        unit_id="phong-tai-nguyen",
        violation="Để 37 hồ sơ quá hạn trong tháng 8/2018 mà không gửi phiếu xin lỗi",
        clause="3.2",
        found_by="Đoàn kiểm tra công vụ số 1",
        found_on=date(2018, 9, 12),
        measure="criticism",
        decision_no="1186/UBND-NV",
        decision_on=date(2018, 10, 2),
        issued_by="Chủ tịch UBND thành phố",
        responsible_head="Trưởng phòng Tài nguyên và Môi trường",
        notified_on=date(2018, 9, 17),
        reply="Hai cán bộ nghỉ ốm dài ngày; đơn vị cam kết giải quyết xong trước ngày 15/10/2018",
        replied_on=date(2018, 9, 24),
        remedy_due_on=date(2018, 10, 15),
        remedied_on=date(2018, 10, 12),
        status="approved",
        approved_on=date(2018, 10, 4),
    ),
    Criticism(
        record_id="pb-2018-002",
        subject_kind="person",
        subject_name="Trần Thị B",
        position="Công chức địa chính - xây dựng",
        person_kind="civil_servant",
        unit_id="p-lam-son",
        violation="Yêu cầu người dân nộp thêm 02 loại giấy tờ ngoài quy định",
        clause="3.2",
        found_by="Đoàn kiểm tra công vụ số 2",
        found_on=date(2018, 9, 20),
        measure="reprimand",
        decision_no="97/QĐ-UBND",
        decision_on=date(2018, 9, 28),
        issued_by="Chủ tịch UBND phường Lam Sơn",
        notified_on=date(2018, 9, 24),
        remedy_due_on=date(2018, 10, 20),
        status="approved",
        approved_on=date(2018, 10, 5),
    ),
)
CORRECTIONS = (
    Correction(
        record_id="pb-2018-001",
        kind="corrected",
        reason="Tính nhầm 04 hồ sơ đã trả kết quả trước hạn",
        text="Phòng Tài nguyên và Môi trường có 33 hồ sơ quá hạn trong tháng 8/2018",
        published_on=date(2018, 10, 10),
        said="Phòng để 37 hồ sơ quá hạn trong tháng 8/2018",
    ),
)
ASSIGNMENTS = (
    Assignment(
        assignment_id="gv-01",
        clause="1.1",
        who="Phòng Nội vụ",
        task="Rà soát bộ TTHC, báo cáo phương án rút ngắn thời gian giải quyết",
        responsible="Trưởng phòng",
        process="Rà soát, báo cáo",
        result="Báo cáo",
        lead_unit="phong-noi-vu",
        due_on=date(2018, 10, 30),
    ),
)
OBLIGATIONS = (
    Obligation("assignments", "gv-01", "phong-noi-vu", date(2018, 10, 30), None, "overdue", 44),
    *(
        Obligation(
            "quarterly_reports",
            f"{unit_id}/2018-Q4",
            unit_id,
            date(2018, 12, 15),
            date(2018, 12, 14),
            "done_on_time",
            0,
            ReportOf("2018-Q4", "cong-van-643"),
        )
        for unit_id in ("p-dong-ve", "p-lam-son")
    ),
    Obligation(
        "criticisms",
        "pb-2018-002",
        "p-lam-son",
        date(2018, 10, 20),
        None,
        "overdue",
        50,
    ),
)


def figure(quarter: str, procedure_id: str | None = None, **numbers: int | float | None) -> Figure:
    """A figure row in which everything that is not given is zero or empty."""
    fields = {
        name: 0 if name.endswith("_count") else None
        for name in Figure.__dataclass_fields__
        if name not in CUT_BY
    }
    given = fields | numbers
    return Figure(None, None, procedure_id, None, quarter, **given)  # type: ignore[arg-type]


FIGURES = Figures(
    [
        figure("2018-Q2", ended_count=4871, on_time_share=0.9184, overdue_count=397),
        figure(
            "2018-Q3",
            ended_count=5205,
            on_time_share=0.93736,
            overdue_count=326,
            open_overdue_count=22,
            overdue_without_apology_count=105,
        ),
        figure("2018-Q3", "1.001193", ended_count=900, p90_days=3),
        figure("2018-Q3", "1.000894", ended_count=600, p90_days=5),
        figure("2018-Q3", "2.000815", ended_count=1500, p90_days=0),
    ],
    obligations=OBLIGATIONS,
    quarters=("2018-Q2", "2018-Q3", "2018-Q4"),
)


def city(**changes: object) -> City:
    """The shipped settings, perhaps changed."""
    raw = own_yaml(DATA / "city.yaml")
    return City.model_validate(raw | changes)


def edition(settings: City | None = None, **changes: object) -> Edition:
    """The edition as of the end of 2018, perhaps with other records."""
    settings = settings or city()
    corrections = changes.pop("corrections", CORRECTIONS)
    commendations = changes.pop("commendations", COMMENDATIONS)
    criticisms = changes.pop("criticisms", CRITICISMS)
    contests = changes.pop("contests", ())
    points = changes.pop("criticism_points", ())
    fields: dict[str, object] = {
        "city": settings,
        "contract": CONTRACT,
        "edition_id": "2018-Q4",
        "figures": FIGURES,
        "units": UNITS,
        "unit_succession": (),
        "procedures": PROCEDURES,
        "procedure_limits": (),
        "commendations": public_commendations(
            commendations,
            corrections,
            settings.as_of,  # type: ignore[arg-type]
        ),
        "criticisms": public_criticisms(
            Collections(
                criticisms=criticisms,  # type: ignore[arg-type]
                corrections=corrections,  # type: ignore[arg-type]
                contests=contests,  # type: ignore[arg-type]
                criticism_points=points,  # type: ignore[arg-type]
            ),
            settings.policy,
            settings.as_of,
        ),
        "corrections": corrections,
        "contests": contests,
        "criticism_points": points,
        "assignments": ASSIGNMENTS,
        "quarterly_reports": (),
        "inspections": (),
        "recommendations": (),
        "broadcasts": (
            Broadcast(
                bulletin_id="2018-W40",
                aired_at="2018-10-06 06:30",
                record_ids="ng-2018-001;pb-2018-001;pb-2018-002",
                dropped="praise/ng-2018-002",
            ),
            Broadcast(
                bulletin_id="2018-W41",
                aired_at="2018-10-13 06:30",
                record_ids="pb-2018-001;ng-2018-002;pb-2018-002",
            ),
        ),
        "calendar": (),
        "abbreviations": Abbreviations.model_validate(own_yaml(DATA / "abbreviations.yaml")),
    }
    return Edition(**(fields | changes))  # type: ignore[arg-type]
