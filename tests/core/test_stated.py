"""The terms that an advert states."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.core.adverts.document import read_document
from mlroles.core.adverts.language import language_of
from mlroles.core.adverts.stated import Stated, stated_in
from mlroles.core.adverts.stated_pay import pay_in


def stated(text: str) -> Stated:
    found = stated_in(read_document(text))
    for passage in found.passages.values():
        assert text[passage.start : passage.end] == passage.words
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        ("Salary: $120k–150k", 120_000, 150_000, "USD", "year"),
        ("Remote (US) · $210k–$265k + equity", 210_000, 265_000, "USD", "year"),
        ("Jahresgehalt 70.000 – 90.000 €", 70_000, 90_000, "EUR", "year"),
        ("Salary: $180-210k", 180_000, 210_000, "USD", "year"),
        ("£45,000 per annum", 45_000, 45_000, "GBP", "year"),
        ("Gehalt: € 60.000 p.a.", 60_000, 60_000, "EUR", "year"),
        ("Gehalt: 60.000 € – 75.000 € brutto", 60_000, 75_000, "EUR", "year"),
        ("Salaire : 45 000 € à 55 000 € brut par an", 45_000, 55_000, "EUR", "year"),
        ("The rate is USD 80/hour", 80, 80, "USD", "hour"),
        ("Pay: $35/hour - $65/hr", 35, 65, "USD", "hour"),
        ("Pay rate: £18.20 per hour", 18.2, 18.2, "GBP", "hour"),
        ("Day rate £350pd - £400pd", 350, 400, "GBP", "day"),
        ("base salary is between $68,000 CAD and $92,000 CAD", 68_000, 92_000, "CAD", "year"),
        ("The pay range is $150,700 -- $284,400 annually", 150_700, 284_400, "USD", "year"),
        ("a salary of up to £60,000 per annum", None, 60_000, "GBP", "year"),
        ("Salary from CHF 110'000", 110_000, None, "CHF", "year"),
        ("Compensation: $150k+ and equity", 150_000, None, "USD", "year"),
        ("Pay: $120k/year - $150/year", 120_000, 150_000, "USD", "year"),
        ("Pay: $120/year - $150k/year", 120_000, 150_000, "USD", "year"),
        ("CTC: 12-15 LPA", 1_200_000, 1_500_000, "INR", "year"),
        ("Makhani Ltd. Salary: £45,000 per annum", 45_000, 45_000, "GBP", "year"),
        ("Salary: ₹10,000.00 - ₹50,000.00 per month", 10_000, 50_000, "INR", "month"),
        ("Salary: Rs. 12,00,000 per year", 1_200_000, 1_200_000, "INR", "year"),
        ("London | £45,000- 55,000 + bonus", 45_000, 55_000, "GBP", "year"),
        ("$100,000 - $200,000", 100_000, 200_000, "USD", "year"),
        ("CHF 95'000 bis 120'000", 95_000, 120_000, "CHF", "year"),
        ("Lohn: CHF 110’000", 110_000, 110_000, "CHF", "year"),
        ("Salary: CAD $90k to $110k", 90_000, 110_000, "CAD", "year"),
    ],
)
def test_pay(text: str, low: float, high: float, currency: str, period: str) -> None:
    """Amounts are read as they are written in many countries."""
    pay = stated(f"Data engineer wanted.\n{text}").pay
    assert pay is not None
    assert (pay.low, pay.high, pay.currency, pay.period) == (low, high, currency, period)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *((f"Pay: ${amount} per hour", 5 <= amount <= 500) for amount in (4, 5, 500, 501)),
        *((f"Pay: ${amount} per day", 40 <= amount <= 4000) for amount in (39, 40, 4000, 4001)),
        *((f"Pay: ${n} per week", 150 <= n <= 20_000) for n in (149, 150, 20_000, 20_001)),
        *((f"Pay: ${n} per month", 400 <= n <= 300_000) for n in (399, 400, 300_000, 300_001)),
        *((f"Pay: ${n} per year", n >= 9000) for n in (8999, 9000)),
        ("Pay: Rs 2,00,00,000 per year", True),
        ("Pay: Rs 2,00,00,001 per year", False),
        # A range in thousands is pay by itself up to a million.
        ("$900k–1000k", True),
        ("$900k–1001k", False),
        ("Salary: $900k–1001k", True),
        # What is no pay stands within a few words.
        ("Pay: $90,000 a year as a budget", False),
        (f"Pay: $90,000 a year, {'and so ' * 7}as a budget", True),
    ],
)
def test_what_is_likely_to_be_pay(text: str, told: bool) -> None:
    """Amounts that nobody is paid for that time are no pay."""
    assert (stated(f"Data engineer wanted.\n{text}").pay is not None) == told


@pytest.mark.parametrize(
    "text",
    [
        "We raised $5M funding last year.",
        "We have a 401k plan and pay your health insurance.",
        "Our platform handles $300 million a year in payments.",
        "A remote work stipend of €50/month.",
        "An annual learning budget of $2,000 per year.",
        "A referral bonus of up to £500 for each hire.",
        "Ranked #1 of 500 in 2023, with 12,000 customers.",
        "More than $2B in annual revenue and competitive pay.",
        "Projects of $50,000 - $101,000.",
        "Projects of $5,000 - $9,000.",
        "Budgets of $500,000 - $900,000.",
    ],
)
def test_other_sums_are_no_pay(text: str) -> None:
    """Funding, budgets and the like are not what is paid."""
    assert stated(text).pay is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("3+ years of experience in data engineering", 3),
        ("At least five years' experience", 5),
        ("A degree in a related field,4+ years of experience", 4),
        ("1,200 years of experience", None),
        ("Stack: k8s. 3+ yoe", 3),
        ("2-4 years of experience with Spark", 2),
        ("Two (2) years of professional experience", 2),
        ("Minimum 8 yrs exp in Java", 8),
        ("3 or more years working with SQL", 3),
        ("Mindestens 3 Jahre Erfahrung als Entwickler", 3),
        ("Experience: 5 years", 5),
        ("6 years of experience in analytics, 2 years of experience with Tableau", 6),
        ("You have 4+ years of software engineering and know React.", 4),
        ("You analyse 10 years of historical data.", None),
        ("Our firm looks back on 50 years of history.", None),
        ("With over 10 years of experience we lead the market.", None),
        ("In the last 3 years we have doubled our work force.", None),
        ("You must be 18 years of age to work here.", None),
        ("A four-year college degree", None),
        ("Over the next five years we are building something new.", None),
    ],
)
def test_years(text: str, years: int | None) -> None:
    """The most years of experience that are asked for, and no other years."""
    assert stated(text).years == years


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("Bachelor's degree in computer science required.", True),
        ("You hold a BSc or MSc in Computer Science.", True),
        ("Requirements:\n- Master's degree in statistics", True),
        ("Bachelor's degree required, Master's preferred.", True),
        ("Abgeschlossenes Studium der Informatik", True),
        ("Bachelor's degree or equivalent experience.", False),
        ("Abgeschlossenes Studium der Informatik oder vergleichbar", True),
        ("Studium der Informatik oder vergleichbare Ausbildung", False),
        ("Bac+5, école d'ingénieur", True),
        ("BS in Computer Science, or equivalent practical experience", False),
        ("No formal degree is needed.", False),
        ("A degree is a plus.", False),
        ("Nice to have:\n- PhD in machine learning", None),
        ("PhD preferred", None),
        ("You work with a high degree of autonomy.", None),
        ("No formal degree is needed.\nA bachelor's degree is required for visas.", False),
        ("Bachelor's degree required.\nOur team members hold PhD degrees.", True),
        ("You own our master data and work as a scrum master.", None),
        ("Our team members hold PhD degrees.", None),
        ("You know Python.", None),
    ],
)
def test_degree(text: str, required: bool | None) -> None:
    """A degree is required, or experience will do, or nothing is said."""
    assert stated(text).degree_required is required


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("We are looking for a Senior Data Engineer to join us.", "senior"),
        ("Junior Data Analyst\nYou report to the lead analyst.", "junior"),
        ("As a Principal ML Engineer you set standards.", "lead"),
        ("We are looking for a Sr Data Engineer to join us.", "senior"),
        ("We are looking for an L5 Data Engineer to join us.", None),
        ("This is an entry-level position.", "junior"),
        ("Seniority level: Mid-level", "mid"),
        ("Seniority level: leadership", None),
        ("About us\nWe are looking for a senior data engineer.", None),
        ("You mentor junior engineers and have 6 years of experience.", None),
        ("You work with senior engineers.", None),
        ("You report to the Senior Data Manager.", None),
    ],
)
def test_rung(text: str, rung: str | None) -> None:
    """A rank counts where it is said of whoever is sought."""
    assert stated(text).rung == rung


def test_years_suggest_a_rung() -> None:
    """Where no rank is said, the years asked for tell one below lead."""
    rungs = [stated(f"You have {n} years of experience.").rung_by_years for n in (1, 3, 12)]
    assert rungs == ["junior", "mid", "senior"]
    assert stated("You like data.").rung_by_years is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We are looking for a data engineer to join the team.", "en"),
        ("Wir suchen eine Dateningenieurin für die Analyse und das Team.", "de"),
        ("Nous recherchons un ingénieur pour les données et la plateforme.", "fr"),
        ("Buscamos un ingeniero de datos para el equipo y los proyectos.", "es"),
        ("Wij zoeken een data engineer voor het team, met ervaring op dit gebied.", "nl"),
        ("Мы ищем инженера по данным в команду", "ru"),
        ("データエンジニアを募集しています", "ja"),
        ("Python, SQL, Docker", None),
        ("the data and you", "en"),
        ("the data and us", None),
        (18 * "a" + "я", "ru"),
        (19 * "a" + "я", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    """Small words or the script tell a language."""
    assert language_of(text) == language


@given(st.text(alphabet="19 ,.-–k$€+Mßİ\n/yearsdegr bchlo'’()", max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text makes it stumble, and what it says stands in the text."""
    stated(text)


@pytest.mark.parametrize("piece", ["1,", "$1 - ", "a", "senior ", "5 years or ", "a degree ", "$ "])
def test_time_grows_with_the_text(piece: str) -> None:
    """A long line takes a moment, whatever it repeats."""
    started = time.process_time()
    pay_in(piece * (50_000 // len(piece)))
    stated_in(read_document(piece * (25_000 // len(piece))))
    assert time.process_time() - started < 3
