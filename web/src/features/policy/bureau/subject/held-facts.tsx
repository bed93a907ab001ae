import { type HeldFact, officerPolicyRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { day } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { Shown, Zh } from '../../values/amount.tsx'
import { KEY, officers } from '../queries.ts'
import { RecordFact } from './record-fact.tsx'
import type { Asked } from './subject-page.tsx'

const ONCE = { staleTime: Infinity, gcTime: 0 }

/** What other authorities stated of somebody; a wrong one is withdrawn with a reason and stays in the history. */
export function HeldFacts({ asked: { subject, reason } }: { asked: Asked }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const client = useQueryClient()
  const key = [...KEY, 'held', subject]
  // One look is recorded for each page: nothing is asked again unless something was changed.
  const list = usePages(key, (cursor) => officers.lookAtHeldFacts({ body: { subject, reason, cursor } }), ONCE)
  const changed = () => client.invalidateQueries({ queryKey: key })
  const columns = useColumns(changed)
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{t('entitlements:held.title')}</h2>
        <DialogButton action={t('entitlements:held.record')}>
          {(close) => (
            <RecordFact
              subject={subject}
              onDone={async () => {
                close()
                await changed()
              }}
            />
          )}
        </DialogButton>
      </div>
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <DataTable caption={t('entitlements:held.title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </>
          ) : (
            <Empty title={t('entitlements:held.none')}>
              <p>{t('entitlements:held.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </section>
  )
}

function useColumns(changed: () => Promise<void>): Column<HeldFact>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  return [
    { key: 'record', title: t('entitlements:records.record'), cell: ({ label }) => <Zh>{label}</Zh> },
    { key: 'value', title: t('entitlements:held.value'), cell: ({ shown }) => <Shown of={shown} /> },
    { key: 'on', short: true, title: t('entitlements:held.on'), cell: ({ on }) => day(on) },
    { key: 'statedBy', title: t('entitlements:held.statedBy'), cell: ({ statedBy }) => <Zh>{statedBy}</Zh> },
    {
      key: 'state',
      title: t('library.state'),
      cell: ({ withdrawnAt, withdrawnWhy }) =>
        withdrawnAt ? (
          <>
            <Status tone="quiet">{t('entitlements:held.withdrawn')}</Status> {withdrawnWhy && <Zh>{withdrawnWhy}</Zh>}
          </>
        ) : (
          <Status tone="good">{t('entitlements:held.holds')}</Status>
        ),
    },
    {
      key: 'withdraw',
      title: t('entitlements:held.actions'),
      cell: ({ id, withdrawnAt }) =>
        withdrawnAt === null && (
          <DialogButton action={t('entitlements:held.withdraw')} kind="bare">
            {(close) => (
              <Withdraw
                factId={id}
                onDone={async () => {
                  close()
                  await changed()
                }}
              />
            )}
          </DialogButton>
        ),
    },
  ]
}

function Withdraw({ factId, onDone }: { factId: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const form = useForm({
    route: officerPolicyRoutes.withdrawHeldFact,
    initial: { reason: '' },
    send: async (body) => {
      await officers.withdrawHeldFact({ params: { factId }, body })
      notify(t('entitlements:held.withdrawn'))
      await onDone()
    },
  })
  return (
    <Form form={form} action={t('entitlements:held.withdraw')} danger>
      <p>{t('entitlements:held.withdrawText')}</p>
      <TextField name="reason" label={t('entitlements:held.reason')} maxLength={200} />
    </Form>
  )
}
