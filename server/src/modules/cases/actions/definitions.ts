import type { ServiceCard, ServiceDetail, ServiceFault, ServiceState } from '@renshu/contracts'
import type { Prepared } from '@renshu/cases'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { type Definition, faultsOf, serviceOf, servicesOf, takeOver } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import type { CasesPorts } from '../ports.ts'
import { tables } from '../tables.ts'
import { cardView, detailView } from '../views/service.ts'

const says = ({ service }: Prepared, words: string): boolean =>
  [service.title.zh, service.title.en, service.summary.zh, service.summary.en, service.key].some((text) =>
    text.toLowerCase().includes(words.toLowerCase()),
  )

interface Wanted {
  search?: string | undefined
  applicant?: 'person' | 'organisation' | undefined
  policy?: string | undefined
}

/** Services of the city, those that anybody may begin before those that the staff begins. */
export async function listServices(
  context: Context,
  { search, applicant, policy }: Wanted,
): Promise<{ items: ServiceCard[] }> {
  const found = [...(await servicesOf(context)).values()].filter(({ prepared }) => {
    const { service } = prepared
    const isFor = applicant === undefined || service.applicant === 'either' || service.applicant === applicant
    return isFor && (policy === undefined || service.policy?.key === policy) && (!search || says(prepared, search))
  })
  const items = found.map(({ prepared }) => cardView(prepared))
  return { items: items.toSorted((a, b) => Number(a.begins !== 'applicant') - Number(b.begins !== 'applicant')) }
}

/** @throws cases.noService */
export async function showService(context: Context, key: string): Promise<ServiceDetail> {
  const found = await serviceOf(context, key)
  if (!found) throw fail.noService()
  return detailView(found.prepared)
}

/** How many cases are open, by service and version, as far as the caller sees them. */
const openByVersion = ({ tx, city }: Context) =>
  tables(tx)
    .selectFrom('cases.case')
    .select(['service', 'version', ({ fn }) => fn.countAll<number>().as('open')])
    .where('city', '=', city)
    .where('ended', 'is', null)
    .groupBy(['service', 'version'])
    .execute()

type Open = Awaited<ReturnType<typeof openByVersion>>

function stateView(
  { runners }: CasesPorts,
  { now }: Context,
  { prepared, file, since }: Definition,
  open: Open,
): ServiceState {
  const { service, version } = prepared
  const own = open.filter((row) => row.service === service.key)
  const sum = (rows: Open) => rows.reduce((total, row) => total + row.open, 0)
  const taken = new Set(runners.map(({ kind }) => kind))
  return {
    key: service.key,
    title: service.title,
    version,
    since: dayOf(since ?? now()),
    file,
    open: sum(own),
    onEarlierVersions: sum(own.filter((row) => row.version !== version)),
    kept: [...new Set((service.outcomes ?? []).map(({ kind }) => kind))].filter((kind) => !taken.has(kind)),
  }
}

type States = { items: ServiceState[]; faults: ServiceFault[] }

export async function listDefinitions(ports: CasesPorts, context: Context): Promise<States> {
  const open = await openByVersion(context)
  const services = await servicesOf(context)
  return {
    items: [...services.values()].map((one) => stateView(ports, context, one, open)),
    faults: faultsOf(context).map(({ file, line, reason }) => ({ file, line, reason })),
  }
}

/** Reads the files again. What has a fault is named, and what ran before it runs on. */
export async function reloadDefinitions(ports: CasesPorts, context: Context): Promise<States & { changed: string[] }> {
  const changed = await context.asSystem(() => takeOver(context))
  for (const { file, line, reason } of faultsOf(context))
    context.log.warn({ file, line, reason: reason.en }, 'service refused')
  return { changed, ...(await listDefinitions(ports, context)) }
}
