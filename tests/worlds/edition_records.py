"""Records of the small hand-made edition, in every stage that a page tells apart."""

from datetime import date

from generator.edition.bulletin import Bulletin, BulletinItem
from generator.model.duty_records import Assignment, Inspection
from generator.model.public import PublicCommendation, PublicCriticism
from generator.model.radio_settings import Announcer
from generator.model.recommendations import PublicRecommendation
from generator.model.records import Correction, Unit
from worlds.edition_figures import UNITS


def _criticism(record_id: str, **values: object) -> PublicCriticism:
    return PublicCriticism.model_validate(
        {
            "record_id": record_id,
            "subject_kind": "unit",
            "subject_name": "Phòng Quản lý đô thị",
            "unit_id": "qldt",
            "violation": "Để 37 hồ sơ quá hạn, không có phiếu xin lỗi.",
            "clause": "1.1",
            "found_by": "Đoàn kiểm tra số 1",
            "found_on": date(2018, 11, 6),
            "measure": "criticism",
            "decision_no": "88/TB-UBND",
            "decision_on": date(2018, 11, 20),
            "issued_by": "Ủy ban nhân dân thành phố",
            "responsible_head": "Trưởng phòng",
            "reply": "Hai công chức nghỉ ốm dài ngày.",
            "replied_on": date(2018, 11, 12),
            "remedy_due_on": date(2019, 1, 15),
            "status": "approved",
            "approved_by": "Chủ tịch Ủy ban nhân dân thành phố",
            "approved_on": date(2018, 11, 20),
            "standing": "in_force",
            "named_until": date(2019, 11, 20),
            "corrections": (),
        }
        | values
    )


def _commendation(record_id: str, **values: object) -> PublicCommendation:
    return PublicCommendation.model_validate(
        {
            "record_id": record_id,
            "subject_kind": "unit",
            "subject_name": "Bộ phận Một cửa phường Đông Thọ",
            "unit_id": "p-dong-tho",
            "form": "merit_certificate",
            "reason": "Cả năm không có hồ sơ quá hạn.",
            "clause": "1.1",
            "decision_no": "1204/QĐ-UBND",
            "decision_on": date(2018, 12, 18),
            "issued_by": "Chủ tịch Ủy ban nhân dân thành phố",
            "status": "approved",
            "approved_on": date(2018, 12, 19),
            "standing": "in_force",
            "named_until": None,
            "corrections": (),
        }
        | values
    )


WITHDRAWAL = Correction(
    record_id="pb-2018-003",
    kind="withdrawn",
    reason="Nhầm đơn vị.",
    text="Nội dung nêu không phải của đơn vị này.",
    published_on=date(2018, 12, 20),
)


def records() -> dict[str, object]:
    person = {
        "subject_kind": "person",
        "subject_name": "Nguyễn Văn A",
    }
    return {
        "commendations": (
            _commendation(
                "ng-2018-002",
                **person,
                position="Công chức tư pháp",
                reason="Trả kết quả tại nhà cho 63 người cao tuổi.",
            ),
            _commendation("ng-2018-001"),
        ),
        "criticisms": (
            _criticism("pb-2018-001"),
            _criticism(
                "pb-2018-002",
                remedied_on=date(2018, 12, 1),
                standing="expired",
                subject_kind="person",
                subject_name="",
                unit_id="p-dong-tho",
            ),
            _criticism(
                "pb-2018-003", standing="withdrawn", violation="", corrections=(WITHDRAWAL,)
            ),
        ),
        "corrections": (WITHDRAWAL,),
        "assignments": (
            Assignment(
                assignment_id="nv-1-1",
                clause="1.1",
                who="Công chức một cửa",
                task="Rà soát, rút ngắn thời hạn giải quyết",
                responsible="Trưởng phòng",
                process="Báo cáo Phòng Nội vụ",
                result="Giảm ít nhất 30% thời hạn",
                lead_unit="qldt",
                due_on=date(2018, 3, 20),
                done_on=date(2018, 3, 20),
            ),
        ),
        "inspections": (
            Inspection(
                inspection_id="kt-2018-01",
                team=1,
                unit_id="p-dong-tho",
                purpose="Việc niêm yết thủ tục",
                planned_on=date(2018, 6, 5),
                held_on=date(2018, 6, 5),
                conclusion_no="12/KL-ĐKT",
                conclusion_on=date(2018, 6, 12),
                conclusion="Niêm yết đủ, dễ thấy.",
            ),
        ),
        "recommendations": (
            PublicRecommendation(
                recommendation_id="kn-2018-01",
                body="Ủy ban Mặt trận Tổ quốc",
                unit_id="p-dong-tho",
                about="Ghế chờ cho người cao tuổi",
                text="Bố trí thêm ghế chờ.",
                sent_on=date(2018, 12, 10),
                due_on=date(2019, 1, 15),
                outcome="pending",
                standing="in_force",
                corrections=(),
            ),
        ),
    }


def all_units() -> tuple[Unit, ...]:
    standing = [Unit(unit_id=a, name=b, kind=c, confirmed=True) for a, b, c in UNITS]  # type: ignore[arg-type]
    hac_thanh = Unit(
        unit_id="p-hac-thanh",
        name="Phường Hạc Thành",
        kind="ward",
        valid_from=date(2025, 7, 1),
        confirmed=True,
    )
    return (*standing, hac_thanh)


def a_bulletin() -> Bulletin:
    items = (
        BulletinItem(
            "greeting", Announcer("MC1", "MC1", 200), ("Kính chào quý vị và các bạn!",), (), 4.0
        ),
        BulletinItem(
            "timing",
            Announcer("MC2", "MC2", 200),
            ("Trong quý bốn, chín mươi hai phần trăm hồ sơ được trả đúng hạn.",),
            (),
            9.0,
        ),
    )
    return Bulletin(
        "2018-W52",
        date(2018, 12, 29),
        "Đài Truyền thanh",
        "Kỷ luật, kỷ cương",
        True,
        300.0,
        items,
        (),
    )
