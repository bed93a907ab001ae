import type { DirectoryQuery, FileAnswer, InDistrict, Listed, RegisterQuery, StandingHistory } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { csvFile, directoryTable } from './csv.ts'
import { fail } from '../errors.ts'
import { factsBehind, standing } from '../standing/standing.ts'
import { countByDistrict, everyOrganisation, type Filter, organisationsPage, type Reach } from '../store/directory.ts'
import { organisationById, type OrganisationRow } from '../store/organisations.ts'
import { listedAll } from '../views.ts'

const reachOf = ({ city, now }: Context, listed: boolean): Reach => ({ city, on: dayOf(now()), listed })

/** An officer of a district sees its organisations only, also those that are public. */
const inOwnDistrict = <F extends Filter>({ actor }: Context, filter: F): F => {
  const own = actor.officer?.district
  if (own && filter.district && filter.district !== own) throw fail.otherDistrict()
  return { ...filter, ...(own && { district: own }) }
}

export async function listDirectory(context: Context, query: z.output<typeof DirectoryQuery>) {
  const page = await organisationsPage(context.tx, query, reachOf(context, true))
  return { ...page, items: await listedAll(context, page.items) }
}

export async function listRegister(context: Context, query: z.output<typeof RegisterQuery>) {
  const page = await organisationsPage(context.tx, inOwnDistrict(context, query), reachOf(context, false))
  const items = await listedAll(context, page.items)
  return {
    ...page,
    items: items.map((item, at) => {
      const { verifiedOn, closedOn } = page.items[at]!
      return { ...item, verifiedOn, closedOn }
    }),
  }
}

async function fileOf(context: Context, filter: Filter, listed: boolean): Promise<FileAnswer> {
  const rows: Listed[] = []
  for await (const batch of everyOrganisation(context.tx, filter, reachOf(context, listed)))
    rows.push(...(await listedAll(context, batch)))
  const { language } = context
  return csvFile(language === 'zh' ? '单位名录.csv' : 'organisations.csv', directoryTable(rows, language))
}

export const directoryFile = (context: Context, filter: Filter): Promise<FileAnswer> => fileOf(context, filter, true)
export const registerFile = (context: Context, filter: Filter): Promise<FileAnswer> =>
  fileOf(context, inOwnDistrict(context, filter), false)

/** Every district of the city with its counts, those without organisations too. */
export async function countDistricts(
  context: Context,
  filter: Filter,
): Promise<{ items: z.output<typeof InDistrict>[] }> {
  const counts = await countByDistrict(context.tx, filter, reachOf(context, true))
  const districts = context.cities.get(context.city)?.districts ?? []
  const items = districts.map(({ code, name, point }) => {
    const kinds = { employer: 0, agency: 0, school: 0, park: 0 }
    for (const { district, kind, total } of counts) if (district === code) kinds[kind] = total
    const total = Object.values(kinds).reduce((sum, each) => sum + each, 0)
    return { district: code, name: name.zh, point, total, kinds }
  })
  return { items }
}

/**
 * An organisation as the public may see it. Officers and members have their own routes.
 * @throws registry.noOrganisation
 */
export async function publicOrganisation({ tx, city }: Context, id: string): Promise<OrganisationRow> {
  const row = await organisationById(tx, city, id)
  if (!row?.verifiedOn || row.closedOn) throw fail.noOrganisation()
  return row
}

/** Why an organisation could or could not act on a day, by what was known at an instant; both are now by default. */
export async function standingHistory(
  { tx, city, now }: Context,
  organisationId: string,
  query: { on?: string | undefined; knownAt?: string | undefined },
): Promise<z.output<typeof StandingHistory>> {
  const knownAt = query.knownAt === undefined ? now() : new Date(query.knownAt)
  const on = query.on ?? dayOf(knownAt)
  const facts = (await factsBehind(tx, city, organisationId)).filter(({ recordedAt }) => recordedAt <= knownAt)
  return {
    on,
    knownAt: knownAt.toISOString(),
    standing: await standing(tx, city, organisationId, on, knownAt),
    facts: facts.map(({ recordedAt, withdrawnAt, withdrawReason, ...fact }) => {
      const isGone = withdrawnAt !== null && withdrawnAt <= knownAt
      return {
        ...fact,
        recordedAt: recordedAt.toISOString(),
        withdrawnAt: isGone ? withdrawnAt.toISOString() : null,
        withdrawReason: isGone ? withdrawReason : null,
      }
    }),
  }
}
