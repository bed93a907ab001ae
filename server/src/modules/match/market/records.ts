import type { Talent } from '@renshu/match'
import type { Seeking } from '../../talents/index.ts'

/** Sorts before whatever an id is made of, so that the records of somebody stand together in the order of ids. */
const OF = '/'

/** The id of whoever a record is of. */
export const personIn = (recordId: string): string => recordId.split(OF, 1)[0]!

/**
 * Somebody as the engine takes him, which knows one pay a record: a record for each pay that his wishes name, with the
 * wishes of that pay, in the order in which they were said. The first has his id.
 */
export function recordsOf({ wishes, salary, ...rest }: Seeking): Talent[] {
  const byPay = new Map<string, Pick<Talent, 'wishes' | 'salary'>>()
  for (const { salary: own, ...wish } of wishes) {
    const pay = own ?? salary
    const key = `${pay?.min} ${pay?.max}`
    const known = byPay.get(key) ?? { wishes: [], ...(pay && { salary: pay }) }
    known.wishes.push(wish)
    byPay.set(key, known)
  }
  if (byPay.size === 0) return [{ ...rest, wishes: [], ...(salary && { salary }) }]
  return [...byPay.values()].map((said, at) => ({ ...rest, ...said, id: at === 0 ? rest.id : `${rest.id}${OF}${at}` }))
}
