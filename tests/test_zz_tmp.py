import pytest
from tests.access import test_removals as tr, openings_office, test_office
from tests.access.removals import _of_the_office
from tests.conftest import _made
REM=[*openings_office.conditions(), *_of_the_office()]
tr.MODULES=(test_office,)
tr.CASES=[c for c in tr.CASES if c.endpoint.partition(".")[0] in ("municipality","staff") and c.person in ("mona","kari")]
@pytest.mark.parametrize("r",REM,ids=str)
def test_r(r):
    assert tr.missed(r,_made())
