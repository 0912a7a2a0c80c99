import { expect, test } from 'vitest'
import { scheduleWords } from './schedule-words.ts'

test.for([
  ['0 0 7 ? * MON-FRI', 'Monday to Friday at 07:00'],
  ['0 30 18 ? * 2-6', 'Monday to Friday at 18:30'],
  ['0 10 8 ? * 2', 'Monday at 08:10'],
  ['0 0 7 * * ?', 'Every day at 07:00'],
  ['0 0 7 ? * *', 'Every day at 07:00'],
  ['0 0 9 ? * SAT,SUN', 'Saturday and Sunday at 09:00'],
  ['0 0 9 ? * MON,WED,FRI', 'Monday, Wednesday and Friday at 09:00'],
  ['0 0 9 ? * SUN-TUE', 'Monday, Tuesday and Sunday at 09:00'],
  ['0 0 6 ? * FRI-SUN', 'Friday to Sunday at 06:00'],
  ['0 0,30 8,12 ? * TUE', 'Tuesday at 08:00, 08:30, 12:00 and 12:30'],
  ['0 0/20 * * * ?', 'Every day every 20 minutes from :00'],
  ['0 10/20 * * * ?', 'Every day every 20 minutes from :10'],
  ['0 15 * * * ?', 'Every day at :15 past every hour'],
  ['0 0 0/3 ? * MON', 'Monday at 00:00, 03:00, 06:00 and 5 more times'],
] as const)('%s reads "%s"', ([cronExpression, words]) => {
  expect(scheduleWords({ cronExpression, timeZone: 'Europe/Berlin' })).toBe(`${words}, Europe/Berlin`)
})

test.for([
  '0 0 7 15 * ?',
  '0 0 7 ? * 2#1',
  '0 0 7 L * ?',
  '0 0 7 ? JAN MON',
  '0 0 7 ? * MON 2027',
  '0 0 25 ? * MON',
  'tomorrow',
])('what is more than times and weekdays is shown as it stands: %s', (cronExpression) => {
  expect(scheduleWords({ cronExpression, timeZone: 'Etc/UTC' })).toBe(`${cronExpression}, Etc/UTC`)
})
