import type { PolicyFiles } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Status } from '../../../ui/status.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { KEY, officers, useIsAdministrator } from './queries.ts'
import { BureauTabs } from './tabs.tsx'

const FILES = [...KEY, 'files']

/** The files the policies are read from; one with a fault is refused whole, and what was in use stays in use. */
export function FilesPage() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const query = useQuery({ queryKey: FILES, queryFn: () => officers.policyFiles() })
  const administrator = useIsAdministrator()
  return (
    <Page
      title={t('entitlements:bureau.room/files')}
      lead={t('entitlements:files.lead')}
      actions={administrator && <Reload />}
    >
      <BureauTabs />
      <Answer of={query}>
        {(files) => (
          <>
            <Faults of={files.faults} />
            <Files of={files.policies} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Reload() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const client = useQueryClient()
  const { pending, error, attempt } = useAttempt()
  const run = () =>
    attempt(async () => {
      const files = await officers.reloadPolicies()
      client.setQueryData(FILES, files)
      notify(t(files.faults.length ? 'entitlements:files.refused' : 'entitlements:files.reloaded'))
    })
  return (
    <>
      <Button disabled={pending} onClick={() => void run()}>
        {t('entitlements:files.reload')}
      </Button>
      {error && <ProblemNote error={error} />}
    </>
  )
}

function Faults({ of: faults }: { of: PolicyFiles['faults'] }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  if (!faults.length) return <p className="note good">{t('entitlements:files.noFaults')}</p>
  return (
    <section className="stack">
      <p className="note bad" role="alert">
        {t('entitlements:files.faultsText', { count: faults.length })}
      </p>
      <DataTable
        caption={t('entitlements:files.faults')}
        columns={[
          { key: 'file', title: t('entitlements:files.file'), cell: ({ file }) => <code>{file}</code> },
          { key: 'line', align: 'end', title: t('entitlements:files.line'), cell: ({ line }) => line },
          { key: 'reason', title: t('entitlements:files.reason'), cell: ({ reason }) => nameIn(reason) },
        ]}
        rows={faults}
        rowKey={({ file, line, reason }) => `${file} ${line} ${reason.zh}`}
      />
    </section>
  )
}

function Files({ of: policies }: { of: PolicyFiles['policies'] }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  return (
    <DataTable
      caption={t('entitlements:bureau.room/files')}
      columns={[
        {
          key: 'title',
          title: t('entitlements:compare.policy'),
          cell: ({ key, title }) => (
            <Link to="/policies/$key" params={{ key }}>
              {nameIn(title)}
            </Link>
          ),
        },
        { key: 'file', title: t('entitlements:files.file'), cell: ({ file }) => <code>{file}</code> },
        { key: 'hash', title: t('entitlements:files.hash'), cell: ({ hash }) => <code>{hash.slice(0, 12)}</code> },
        { key: 'from', short: true, title: t('entitlements:files.since'), cell: ({ from }) => day(from) },
        {
          key: 'state',
          title: t('library.state'),
          cell: ({ kept }) => (
            <Status tone={kept ? 'bad' : 'good'}>
              {t(kept ? 'entitlements:files.kept' : 'entitlements:files.good')}
            </Status>
          ),
        },
      ]}
      rows={policies}
      rowKey={({ key }) => key}
    />
  )
}
