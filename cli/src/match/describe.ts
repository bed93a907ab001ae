import { educationName, fullName } from '@renshu/codes'
import { type Factor, type FactorName, type Job, type Match, reasonText, type Talent } from '@renshu/match'
import type { Language } from '../commands.ts'
import { type Messages, messagesIn } from '../messages/index.ts'

/** How records and matches are put into words, in one language. */
export type Wording = ReturnType<typeof wordingIn>

const MOST_PLACES = 3
const MUNICIPALITIES = new Set(['11', '12', '31', '50'])

export function wordingIn(language: Language) {
  const messages = messagesIn(language)
  return {
    messages,
    wishes: ({ wishes }: Talent) => wishes.map(({ title }) => title).join(messages.comma),
    jobPlace: ({ places, remote }: Job) => placesText(places, remote, messages),
    talentPlace: ({ places, home, remote }: Talent) =>
      placesText(places.length > 0 || !home ? places : [home], remote, messages),
    offer: ({ salary }: Job) => (salary ? payText(salary, messages) : messages.match.negotiable),
    monthly: (pay: string) => (/\d/.test(pay) ? messages.match.perMonth(pay) : pay),
    wishedPay: ({ salary }: Talent) => (salary ? payText(salary, messages) : ''),
    education: ({ education }: Job | Talent) => (education ? educationName(education, language) : ''),
    years: ({ years }: Job | Talent) => (years === undefined ? '' : messages.match.years(years)),
    reasons: ({ factors }: Match) =>
      factors.map(({ name, points, max, reason }) => ({
        name: messages.factor[name],
        points: `${points.toFixed(1)}/${max}`,
        reason: reasonText(reason, language),
      })),
    briefReasons: ({ factors, nearMiss }: Match) =>
      factors.map((factor) => briefReason(factor, nearMiss?.reason.key === factor.reason.key, language)),
    nearMiss: ({ nearMiss }: Match) =>
      nearMiss && {
        constraint: messages.constraint[nearMiss.constraint],
        reason: reasonText(nearMiss.reason, language),
      },
  }
}

/** What a row that shows title, pay, place and years of both sides leaves to be said. */
const ALWAYS_SAID = new Set<FactorName>(['occupation', 'skills'])
const HARDLY_LOST = 0.1

/** Name and points of a factor; its reason only where it has not been said and the row does not show it, or it costs. */
function briefReason({ name, points, max, reason }: Factor, wasSaid: boolean, language: Language): string {
  const { factor, sheet } = messagesIn(language)
  const head = `${factor[name]} ${Number(points.toFixed(1))}/${max}`
  if (/unknown$/i.test(reason.key)) return sheet.unstated(head)
  const isSaid = ALWAYS_SAID.has(name) || points < max * (1 - HARDLY_LOST)
  return isSaid && !wasSaid ? sheet.reason(head, reasonText(reason, language)) : head
}

/** 青岛市市南区 rather than 山东省青岛市市南区: on a narrow table the province says least. */
function shortPlace(code: string): string {
  const [whole, province] = [fullName(code), fullName(`${code.slice(0, 2)}0000`)]
  if (whole === province || MUNICIPALITIES.has(code.slice(0, 2)) || !whole.startsWith(province)) return whole
  return whole.slice(province.length)
}

function placesText(codes: readonly string[], remote: boolean | undefined, { comma, match }: Messages): string {
  const names = [...new Set(codes.slice(0, MOST_PLACES).map(shortPlace))]
  if (codes.length > MOST_PLACES) names.push(match.morePlaces(codes.length))
  return [...names, ...(remote ? [match.remote] : [])].join(comma)
}

/** Monthly pay in yuan: `6000–8000`, `5000 起`. */
function payText({ min, max }: { min?: number; max?: number }, { match }: Messages): string {
  const [low, high] = [min, max].map((fen) => (fen === undefined ? undefined : String(Math.round(fen / 100))))
  if (low !== undefined && high !== undefined) return low === high ? low : `${low}–${high}`
  return low === undefined ? match.payUpTo(high ?? '') : match.payFrom(low)
}
