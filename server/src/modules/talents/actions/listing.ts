import { dayOf } from '../../../platform/clock.ts'
import { type Context, type SlowHandler, withSlowStep } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import { fail } from '../errors.ts'
import { daysAfter } from '../rules.ts'
import { mostListed } from '../settings.ts'
import { countListed } from '../store/listed.ts'

interface Listed<O> {
  city: string
  organisationId: string
  talentIds: string[]
  answer: O
}

/** @throws talents.tooManyListed */
async function countNow(
  { cities, database, clock }: Services,
  { city, organisationId, talentIds }: Listed<unknown>,
): Promise<void> {
  const listedOn = dayOf(clock.now())
  const most = mostListed({ cities, city }, listedOn)
  if (most === undefined || talentIds.length === 0) return
  await database.transaction({ kind: 'system', city }, async (tx) => {
    const day = { city, id: organisationId, listedOn }
    if (!(await countListed(tx, day, talentIds, most))) throw fail.tooManyListed({ most, day: daysAfter(listedOn, 1) })
  })
}

/**
 * A handler that lists profiles to an organisation. They are counted before the answer leaves, each once a day, and past
 * the city's bound there is none: who reads lists to the end copies people without opening one of them.
 */
export const withListing = <I extends { params: { organisationId: string } }, O>(
  list: (input: I, context: Context) => Promise<O>,
  talentIdsIn: (answer: O) => string[],
): SlowHandler<I, O> =>
  withSlowStep<I, O, Listed<O>, O>({
    async look(input, context) {
      const answer = await list(input, context)
      const { organisationId } = input.params
      return { city: context.city, organisationId, talentIds: talentIdsIn(answer), answer }
    },
    async work(listed, services) {
      await countNow(services, listed)
      return listed.answer
    },
    handle: async (_, __, answer) => answer,
  })
