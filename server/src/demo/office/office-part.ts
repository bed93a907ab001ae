import type { OfficeFill } from '../../modules/cases/index.ts'
import { fillOffice } from '../../modules/cases/index.ts'
import { dayOf } from '../../platform/clock.ts'
import type { City } from '../../city/index.ts'
import { type DemoPart, deskOf, type Making } from '../parts.ts'
import type { DemoRole } from '../people.ts'
import { addDays } from '../town/days.ts'

/** Ids of the accounts for trying out, by role. */
export type AccountIds = Readonly<Partial<Record<DemoRole, string>>>

const MORNING = ['09:00', '11:30'] as const
const AFTERNOON = ['13:30', '17:00'] as const
const WORKDAYS = [1, 2, 3, 4, 5]
const SATURDAY = 6

/** Half a day each; on Saturday mornings after hours. */
const HOURS = [
  ...WORKDAYS.flatMap((weekday) =>
    [MORNING, AFTERNOON].map(([from, until]) => ({ weekday, from, until, afterHours: false })),
  ),
  { weekday: SATURDAY, from: MORNING[0], until: MORNING[1], afterHours: true },
]

/** Who does what, and where people are received. Each step up is somebody else's. */
function officeOf(city: City, ids: AccountIds, district: string, since: string): OfficeFill {
  const duty = (role: DemoRole, duties: OfficeFill['duties'][number]['role'][], of: string | null) => {
    const personId = ids[role]
    return personId === undefined ? [] : duties.map((each) => ({ personId, role: each, district: of, since }))
  }
  return {
    duties: [
      ...duty('counter', ['counter'], district),
      ...duty('districtOfficer', ['counter', 'reviewer'], district),
      ...duty('reviewer', ['reviewer'], null),
      ...duty('approver', ['approver'], null),
      ...duty('cashier', ['cashier'], null),
      ...duty('secondCashier', ['cashier'], null),
    ],
    counters: city.districts.map(({ code, name }) => ({
      district: code,
      name: `${name.zh}政务服务中心人社窗口（示例）`,
      address: `${name.zh}示例路1号`,
      minutes: 30,
      places: 3,
      hours: HOURS,
    })),
  }
}

/** Duties of the accounts for trying out, and a counter in each district. */
export function officePart(making: Making, city: City, ids: AccountIds, district: string): DemoPart {
  const since = addDays(dayOf(making.mark.madeAt), -60)
  return { make: async (newId) => (tx) => fillOffice(deskOf(making, tx, newId), officeOf(city, ids, district, since)) }
}
