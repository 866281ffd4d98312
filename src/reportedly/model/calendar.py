"""The names of months and days of the week as English prints them; named here once, and not in the tongue of the machine."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ANY_MONTH = "|".join(MONTHS)
ANY_SHORT_MONTH = "|".join((*SHORT_MONTHS, "Sept"))
ANY_WEEKDAY = "|".join(WEEKDAYS)
SMALL_MONTHS = frozenset(month.lower() for month in MONTHS)
SMALL_SHORT_MONTHS = frozenset(month.lower() for month in (*SHORT_MONTHS, "Sept")) - SMALL_MONTHS
SMALL_WEEKDAYS = frozenset(day.lower() for day in WEEKDAYS)
