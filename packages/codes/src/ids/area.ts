import { division, divisionsUnder } from '../divisions/index.ts'
import { lazily, readTable } from '../table.ts'

/** Prefectures that changed province: those of 重庆 before 1997 and of 海南 before 1988. */
const MOVED: Record<string, string> = {
  '5102': '500000',
  '5122': '500000',
  '5123': '500000',
  '5135': '500000',
  '4421': '460000',
  '4422': '460000',
}

/** First two digits that resident ids and residence permits use beside those of the provinces. */
const TAIWAN_PERMIT = '83'

const former = lazily(() => {
  const codes = new Set<string>()
  for (const [prefix = '', endings = ''] of readTable('former-codes.tsv'))
    for (const ending of endings.match(/../g) ?? []) codes.add(prefix + ending)
  return codes
})

/** The deepest division of today that a six-digit code of any time lies in; undefined where not even its province does. */
export const areaOf = (code: string): string | undefined => {
  if (code.startsWith(TAIWAN_PERMIT)) return '710000'
  const places = [code, MOVED[code.slice(0, 4)], `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]
  return places.find((place) => place && division(place))
}

/** Whether a district, or a city or region registered as one, has or ever had this code. */
export const isArea = (code: string): boolean => {
  const known = division(code)
  if (known?.level === 'district' || former().has(code)) return true
  if (code.startsWith(TAIWAN_PERMIT)) return code.endsWith('0000')
  return known !== undefined && divisionsUnder(code).every(({ level }) => level === 'street')
}
