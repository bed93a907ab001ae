import { type AnnualReport, ReportFigures, type ReportOfAgency, type ReportTotals } from '@renshu/contracts'
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf } from '../../../platform/pages.ts'
import { placeOf } from '../store/cursor.ts'
import type { RegistryTables } from '../tables.ts'

/** The latest of a list that a record shows. */
const MOST_SHOWN = 50

const tables = (tx: Tx) => tx.withTables<RegistryTables>()

type ReportRow = Selectable<RegistryTables['registry.annualReport']>
export type ComplaintRow = Selectable<RegistryTables['registry.complaint']>
export type TenancyRow = Selectable<RegistryTables['registry.tenancy']>

/** Keeps a report in place of an earlier one of its year. @returns its id, which is the earlier one's where there was one */
export async function keepReport(tx: Tx, { figures, ...row }: ReportRow): Promise<string> {
  const { caseId, reportedOn } = row
  const told = { caseId, reportedOn, figures: JSON.stringify(figures) }
  const kept = await tables(tx)
    .insertInto('registry.annualReport')
    .values({ ...row, ...told })
    .onConflict((conflict) => conflict.constraint('annual_report_once').doUpdateSet(told))
    .returning('id')
    .executeTakeFirstOrThrow()
  return kept.id
}

/** Reports of one agency, the latest year first. */
export const reportsOf = (tx: Tx, city: string, organisationId: string): Promise<AnnualReport[]> =>
  tables(tx)
    .selectFrom('registry.annualReport')
    .select(['id', 'year', 'reportedOn', 'caseId', 'figures'])
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .orderBy('year', 'desc')
    .limit(MOST_SHOWN)
    .execute()

/** Reports of a year, in a district where one is named. */
export interface ReportsFilter {
  city: string
  year: number
  district: string | null
}

const inYear = (tx: Tx, { city, year, district }: ReportsFilter) =>
  tables(tx)
    .selectFrom('registry.annualReport as report')
    .where('report.city', '=', city)
    .where('report.year', '=', year)
    .$if(district !== null, (query) => query.where('report.district', '=', district!))

const reportOf = ({ id, year, reportedOn, caseId, figures, organisationId, name, district }: ReportOfAgency) => ({
  id,
  year,
  reportedOn,
  caseId,
  figures,
  organisationId,
  name,
  district,
})

/** By the names of the agencies. @throws platform.badCursor */
export async function reportsPage(
  tx: Tx,
  filter: ReportsFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: ReportOfAgency[]; next: string | null; total: number }> {
  const from = placeOf(cursor, 'text')
  const rows = await inYear(tx, filter)
    .innerJoin('registry.organisation as agency', (join) =>
      join.onRef('agency.city', '=', 'report.city').onRef('agency.id', '=', 'report.organisationId'),
    )
    .select(['report.id', 'report.year', 'report.reportedOn', 'report.caseId', 'report.figures', 'report.district'])
    .select(['report.organisationId', 'agency.name', 'agency.nameKey'])
    .$if(from !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('agency.nameKey', 'report.id'), '>', tuple(from![0], from![1])),
      ),
    )
    .orderBy('agency.nameKey')
    .orderBy('report.id')
    .limit(limit + 1)
    .execute()
  const { total } = await inYear(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('total'))
    .executeTakeFirstOrThrow()
  const page = pageOf(rows, limit, Number(total), ({ nameKey, id }) => [nameKey, id])
  return { ...page, items: page.items.map(reportOf) }
}

const FIGURES = Object.keys(ReportFigures.shape) as (keyof ReportFigures)[]
const sumOf = (figure: keyof ReportFigures) =>
  sql<string | null>`sum((figures->>${sql.lit(figure)})::bigint)`.as(figure)

/** What the reports of a year add up to, and how many agencies there were to make one. */
export async function reportTotals(tx: Tx, filter: ReportsFilter): Promise<Omit<ReportTotals, 'year'>> {
  const { city, year, district } = filter
  const { reported, ...sums } = await inYear(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('reported'))
    .select(FIGURES.map(sumOf))
    .executeTakeFirstOrThrow()
  const { owing } = await tables(tx)
    .selectFrom('registry.organisation')
    .select(({ fn }) => fn.countAll<string>().as('owing'))
    .where('city', '=', city)
    .where('kind', '=', 'agency')
    .where('branchOfId', 'is', null)
    .where((row) => row.or([row('closedOn', 'is', null), row('closedOn', '>', `${year}-12-31`)]))
    .where('verifiedOn', '<=', `${year}-12-31`)
    .$if(district !== null, (query) => query.where('district', '=', district!))
    .executeTakeFirstOrThrow()
  const figures = FIGURES.map((figure) => [figure, sums[figure] === null ? null : Number(sums[figure])])
  return { owing: Number(owing), reported: Number(reported), figures: Object.fromEntries(figures) as ReportFigures }
}

export async function insertComplaint(tx: Tx, row: ComplaintRow): Promise<void> {
  await tables(tx).insertInto('registry.complaint').values(row).execute()
}

export async function endComplaint(tx: Tx, city: string, caseId: string, madeGoodOn: string): Promise<void> {
  await tables(tx)
    .updateTable('registry.complaint')
    .set({ madeGoodOn })
    .where('city', '=', city)
    .where('caseId', '=', caseId)
    .execute()
}

/** As far as the caller may see them, the latest first. */
export const complaintsOf = (
  tx: Tx,
  city: string,
  organisationId: string,
  { openOnly = false } = {},
): Promise<ComplaintRow[]> =>
  tables(tx)
    .selectFrom('registry.complaint')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .$if(openOnly, (query) => query.where('madeGoodOn', 'is', null))
    .orderBy('recordedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute()

export async function insertTenancy(tx: Tx, row: TenancyRow): Promise<void> {
  await tables(tx).insertInto('registry.tenancy').values(row).execute()
}

/** Parks into which an organisation moved, the latest first. */
export const tenanciesOf = (tx: Tx, city: string, organisationId: string): Promise<TenancyRow[]> =>
  tables(tx)
    .selectFrom('registry.tenancy')
    .selectAll()
    .where('city', '=', city)
    .where('organisationId', '=', organisationId)
    .orderBy('fromOn', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute()
