const form =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** Whose moments can be written with a year of four digits, wherever the clock that wrote them stood. */
const firstMs = Date.parse('0001-01-01T00:00:00Z')
const lastMs = Date.parse('9999-12-31T23:59:59.999Z')

/** Whether it is a moment as RFC 3339 writes it, of a day that is in the calendar. Leap seconds are none here. */
export function isDateTime(text: string): boolean {
  const [, year, month, day] = form.exec(text) ?? []
  if (year === undefined) return false
  const ms = Date.parse(text)
  return Number(day) <= daysOf(Number(year), Number(month)) && ms >= firstMs && ms <= lastMs
}

/** 0 for a month that is none; day 0 of the next month is the last one of this. */
const daysOf = (year: number, month: number) =>
  month >= 1 && month <= 12 ? new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate() : 0
