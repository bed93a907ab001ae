import { addressOf, type LedgerEntry, ledgerRoutes } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../app/city.ts'
import { Answer } from '../../ui/state/answer.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/state/empty.tsx'
import { day } from '../../ui/format.ts'
import { Page } from '../../ui/page.tsx'
import { Status } from '../../ui/status.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { DataTable } from '../../ui/table/data-table.tsx'
import { PagedFoot } from '../../ui/table/paged-foot.tsx'
import { usePages } from '../../ui/table/use-pages.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { LedgerFilters } from './ledger-filters.tsx'
import { ledger, useKind, useQuantity, valueOf } from './queries.ts'

const route = getRouteApi('/bureau/ledger')

/** The entries behind every figure, newest first. */
export function EntriesPage() {
  const { t } = useTranslation(['ledger', 'ui'])
  const { entryId, ...filter } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/ledger' })
  const open = (next?: string) =>
    void navigate({ search: { ...filter, ...(next && { entryId: next }) }, replace: true })
  const columns = useColumns(({ id }) => open(id))
  const list = usePages(['ledger', 'entries', filter], (cursor) =>
    ledger.entries({ query: { ...filter, cursor, limit: 100 } }),
  )
  return (
    <Page title={t('entries.title')} lead={t('entries.lead')}>
      <LedgerFilters
        filter={filter}
        onChange={(search) => void navigate({ search, replace: true })}
        actions={
          <a className="button" href={addressOf(ledgerRoutes.exportEntries, { query: { ...filter } })} download>
            {t('ui:table.export')}
          </a>
        }
      />
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <DataTable
              caption={t('entries.title')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              chosen={entryId ?? null}
              foot={<PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />}
            />
          ) : (
            <Empty title={t('entries.none')}>
              <p>{t('entries.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
      {entryId && <EntryDialog key={entryId} entryId={entryId} onClose={() => open()} />}
    </Page>
  )
}

function useColumns(onOpen: (entry: LedgerEntry) => void): Column<LedgerEntry>[] {
  const { t } = useTranslation('ledger')
  const kindOf = useKind()
  const quantityOf = useQuantity()
  const districtName = useDistrictName()
  return [
    {
      key: 'kind',
      title: t('kind'),
      cell: (entry) => (
        <Button kind="bare" onClick={() => onOpen(entry)}>
          {kindOf(entry.kind).name}
        </Button>
      ),
    },
    { key: 'occurredOn', short: true, title: t('entries.occurredOn'), cell: ({ occurredOn }) => day(occurredOn) },
    { key: 'district', short: true, title: t('district'), cell: ({ district }) => districtName(district) || '-' },
    {
      key: 'count',
      title: t('entries.count'),
      align: 'end',
      cell: (entry) => quantityOf(entry.kind, valueOf(entry, kindOf(entry.kind).isMoney)),
    },
    {
      key: 'state',
      short: true,
      title: t('entries.state'),
      cell: ({ reversesId, reversedById, batch }) => (
        <>
          {reversesId && <Status tone="warn">{t('entries.reversal')}</Status>}
          {reversedById && <Status tone="bad">{t('entries.reversed')}</Status>}{' '}
          {batch === null ? (
            <Status tone="quiet">{t('entries.unsealed')}</Status>
          ) : (
            <Status tone="good">{t('entries.sealed', { batch })}</Status>
          )}
        </>
      ),
    },
    { key: 'seq', title: t('entries.seq'), align: 'end', cell: ({ seq }) => seq },
  ]
}
