"""One page of every kind that the built site of the shipped data has."""

import re

from generator.pages.sections import AFTER, BEFORE

PAGES = {
    "home": "",
    "procedures": "thu-tuc/",
    "a procedure": "thu-tuc/1-001193/",
    "a procedure told for the whole city": "thu-tuc/2-001263/",
    "units": "don-vi/",
    "a ward": "don-vi/p-dong-tho/",
    "a unit of a later day": "don-vi/p-hac-thanh/",
    "commendations": "neu-guong/",
    "a commendation": "neu-guong/ng-2018-006/",
    "a commendation withdrawn": "neu-guong/ng-2018-004/",
    "criticisms": "phe-binh/",
    "a criticism": "phe-binh/pb-2018-007/",
    "a criticism expired": "phe-binh/pb-2018-002/",
    "a criticism withdrawn": "phe-binh/pb-2018-004/",
    "the directive's board": "cong-van-643/",
    "bulletins": "phat-thanh/",
    "a bulletin": "phat-thanh/2018-w40/",
    "a script": "phat-thanh/2018-w40/ban-tin.html",
    "a quarter's summary": "cong-van-643/quy/2018-q4/",
    "what units report": "cong-van-643/bao-cao/2018-q4/",
    "quarters' reports": "cong-van-643/bao-cao/",
    "supervision": "giam-sat/",
    "its brief": "giam-sat/tom-tat/",
    "figures to be explained": "giam-sat/can-giai-thich/",
    "the schedule": "giam-sat/lich-cong-bo/",
    "the ledger": "giam-sat/so-cong-khai/",
    "an edition": "giam-sat/ky-2018-q4/",
    "verification": "giam-sat/kiem-chung/",
    "witnessing": "giam-sat/nhan-chung/",
    "a recommendation": "giam-sat/kien-nghi/kn-2018-01/",
    "faults and grievances": "giam-sat/phan-anh/",
    "the form": "giam-sat/phan-anh/phieu/",
    "audiences": "danh-cho/",
    "quarters' summaries": "cong-van-643/quy/",
    "a chart by itself": "bieu-do/thu-tuc/1-001193/theo-quy/",
    "open data": "du-lieu/",
    "the data dictionary": "du-lieu/tu-dien/",
    "the one-stop report": "du-lieu/mot-cua/",
    "corrections": "dinh-chinh/",
    "method": "phuong-phap/",
    "guides": "huong-dan/",
    "a guide": "huong-dan/nhap-ban-ghi/",
    "not found": "404.html",
}
PAGES |= {
    section.name: section.address
    for section in (*BEFORE, *AFTER)
    if section.address not in PAGES.values()
}
"""Their addresses, by what they are; every section that a site may have is among them."""
FRAMED = {name: url for name, url in PAGES.items() if not re.search("ban-tin.html|bieu-do", url)}
"""Those within the site's frame."""


def file_of(url: str) -> str:
    """The file of a page."""
    return f"{url}index.html" if url.endswith("/") or not url else url
