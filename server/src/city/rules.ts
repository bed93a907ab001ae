import { division, industry, isWithin } from '@renshu/codes'
import type { z } from 'zod'
import type { Findings } from './findings.ts'
import type { CalendarFile, DatedValue, DemoPlan, DistrictsFile, Parameter } from './schema.ts'
import { isWeekend } from './working-days.ts'

/** A file of the folder that is being checked. */
interface Place {
  findings: Findings
  file: string
}

const repeated = (values: readonly string[]): number[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []))

/** Each district lies in the city, none is missing or named twice. */
export function checkDistricts(
  { findings, file }: Place,
  city: string,
  districts: z.output<typeof DistrictsFile>,
  own: readonly string[],
): void {
  const codes = districts.map(({ code }) => code)
  for (const [at, code] of codes.entries())
    if (!division(code)) findings.add(file, [at, 'code'], `没有区划代码 ${code}`, `there is no division ${code}`)
    else if (!isWithin(code, city))
      findings.add(file, [at, 'code'], `${division(code)!.name}不属于本市`, `${code} does not lie in this city`)
  for (const at of repeated(codes))
    findings.add(file, [at, 'code'], `${codes[at]} 写了两次`, `${codes[at]} stands twice`)
  for (const code of own.filter((each) => !codes.includes(each)))
    findings.add(file, [], `缺少${division(code)!.name}（${code}）`, `${code} of this city is missing`)
}

const describesDay = ({ source, example }: DatedValue): boolean => Boolean(source) !== Boolean(example)

/** Each value has a source or says it is an example; no two values of a parameter hold on the same day. */
export function checkParameters({ findings, file }: Place, parameters: readonly Parameter[]): void {
  for (const [at, { values }] of parameters.entries())
    for (const [number, value] of values.entries()) {
      const path = [at, 'values', number]
      if (!describesDay(value))
        findings.add(
          file,
          path,
          '要么写依据 source，要么标为示例 "example": true',
          'give its source, or say "example": true; not both',
        )
      if (value.until && value.until < value.from)
        findings.add(file, [...path, 'until'], '止期早于起期', 'ends before it begins')
      if (values.slice(0, number).some((earlier) => overlap(earlier, value)))
        findings.add(
          file,
          [...path, 'from'],
          '与前面的取值在同一天有效',
          'holds on a day on which a value before it holds',
        )
    }
  const ids = parameters.map(({ id }) => id)
  for (const at of repeated(ids))
    findings.add(file, [at, 'id'], `参数 ${ids[at]} 写了两次`, `the parameter ${ids[at]} stands twice`)
}

const OPEN = '9999-12-31'
const overlap = (a: DatedValue, b: DatedValue): boolean => a.from <= (b.until ?? OPEN) && b.from <= (a.until ?? OPEN)

/** Everything lies in the year, days off are in order, and only weekends that are not off are worked for others. */
export function checkCalendar({ findings, file }: Place, { year, daysOff, worked }: CalendarFile): void {
  const strange = (day: string, path: PropertyKey[]) => {
    if (!day.startsWith(`${year}-`)) findings.add(file, path, `${day} 不在 ${year} 年`, `${day} is not in ${year}`)
  }
  for (const [at, { from, until }] of daysOff.entries()) {
    strange(from, ['daysOff', at, 'from'])
    strange(until, ['daysOff', at, 'until'])
    if (until < from) findings.add(file, ['daysOff', at, 'until'], '止日早于起日', 'ends before it begins')
  }
  for (const [at, day] of worked.entries()) {
    strange(day, ['worked', at])
    if (!isWeekend(day)) findings.add(file, ['worked', at], `${day} 本来就是工作日`, `${day} is a working day already`)
    if (daysOff.some(({ from, until }) => from <= day && day <= until))
      findings.add(file, ['worked', at], `${day} 已列为放假`, `${day} is listed as a day off`)
  }
}

const HUNDRED = 100

/** Shares come to a hundred; what is named exists; parks lie in the city. */
export function checkDemo({ findings, file }: Place, demo: DemoPlan, districts: readonly string[]): void {
  const { agencies, employers, parks } = demo
  const wholes = { agencies: ['districts', 'states'], employers: ['districts', 'industries', 'states'] } as const
  for (const [group, names] of Object.entries(wholes))
    for (const name of names) {
      const shares: Record<string, number> = (demo[group as 'employers'] as Record<string, unknown>)[name] as never
      const sum = Object.values(shares).reduce((total, share) => total + share, 0)
      if (sum !== HUNDRED)
        findings.add(file, [group, name], `各项合计 ${sum}，应为 100`, `the parts come to ${sum}, not 100`)
    }
  const strange = (code: string, path: PropertyKey[]) => {
    if (!districts.includes(code)) findings.add(file, path, `本市没有区市 ${code}`, `this city has no district ${code}`)
  }
  for (const code of Object.keys(agencies.districts)) strange(code, ['agencies', 'districts', code])
  for (const code of Object.keys(employers.districts)) strange(code, ['employers', 'districts', code])
  for (const letter of Object.keys(employers.industries))
    if (industry(letter)?.level !== 1)
      findings.add(
        file,
        ['employers', 'industries', letter],
        `国民经济行业分类没有门类 ${letter}`,
        `GB/T 4754 has no section ${letter}`,
      )
  checkParks({ findings, file }, parks, strange)
}

function checkParks(
  { findings, file }: Place,
  parks: DemoPlan['parks'],
  strange: (code: string, path: PropertyKey[]) => void,
): void {
  const names = parks.map(({ name }) => name.zh)
  for (const at of repeated(names))
    findings.add(file, ['parks', at, 'name'], '园区名称重复', 'two parks have this name')
  for (const [at, { district, partOf, source, example }] of parks.entries()) {
    strange(district, ['parks', at, 'district'])
    if (Boolean(source) === Boolean(example))
      findings.add(
        file,
        ['parks', at],
        '要么写依据 source，要么标为示例 "example": true',
        'give its source, or say "example": true; not both',
      )
    if (partOf !== undefined && !names.slice(0, at).includes(partOf))
      findings.add(file, ['parks', at, 'partOf'], `前面没有园区“${partOf}”`, `no park “${partOf}” stands before it`)
  }
}
