import type { ServiceState } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { office, officeDesk } from '../office/queries.ts'

const KEY = [...officeDesk.key, 'definitions']
type State = ReturnType<typeof ServiceState.parse>
type Fault = Awaited<ReturnType<typeof office.definitions>>['faults'][number]

/** Which definitions run, and which files were refused and why. */
export function DefinitionsPage() {
  const { t } = useTranslation('office')
  const { data: me } = useMe()
  const columns = useColumns()
  const query = useQuery({ queryKey: KEY, queryFn: () => office.definitions() })
  return (
    <Page
      title={t('definitions.title')}
      lead={t('definitions.lead')}
      actions={me?.officer?.administrator && <Reload />}
    >
      <Answer of={query}>
        {({ items, faults }) => (
          <>
            <Faults of={faults} />
            <DataTable caption={t('definitions.title')} columns={columns} rows={items} rowKey={({ key }) => key} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Reload() {
  const { t } = useTranslation('office')
  const client = useQueryClient()
  const { pending, error, attempt } = useAttempt()
  const reload = () =>
    attempt(async () => {
      const { changed, items, faults } = await office.reload()
      client.setQueryData(KEY, { items, faults })
      await client.invalidateQueries({ queryKey: ['services'] })
      notify(t('definitions.reloaded', { count: changed.length }))
    })
  return (
    <>
      <Button disabled={pending} onClick={() => void reload()}>
        {t('definitions.reload')}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  )
}

function Faults({ of: faults }: { of: readonly Fault[] }) {
  const { t } = useTranslation('office')
  if (!faults.length) return <p className="note good">{t('definitions.noFaults')}</p>
  return (
    <Card title={t('definitions.faults')}>
      <p>{t('definitions.faultsText')}</p>
      <ul>
        {faults.map(({ file, line, reason }) => (
          <li key={`${file} ${line} ${reason.zh}`}>
            <code>{t('definitions.at', { file, line })}</code> {nameIn(reason)}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function useColumns(): Column<State>[] {
  const { t } = useTranslation('office')
  return [
    {
      key: 'title',
      title: t('task.service'),
      cell: ({ key, title }) => (
        <Link to="/services/$serviceKey" params={{ serviceKey: key }}>
          {nameIn(title)}
        </Link>
      ),
    },
    {
      key: 'version',
      title: t('definitions.version'),
      short: true,
      cell: ({ version }) => <code>{version.slice(0, 10)}</code>,
    },
    { key: 'since', title: t('definitions.since'), short: true, cell: ({ since }) => day(since) },
    { key: 'file', title: t('definitions.file'), cell: ({ file }) => <code>{file}</code> },
    { key: 'open', title: t('definitions.open'), align: 'end', cell: ({ open }) => open },
    {
      key: 'earlier',
      title: t('definitions.earlier'),
      align: 'end',
      definition: t('definitions.earlierText'),
      cell: ({ onEarlierVersions }) => onEarlierVersions,
    },
    {
      key: 'kept',
      title: t('definitions.kept'),
      definition: t('definitions.keptText'),
      cell: ({ kept }) => kept.join(' ') || '-',
    },
  ]
}
