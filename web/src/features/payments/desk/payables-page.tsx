import { type Payable, PayableStatus, paymentsRoutes } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { type Pages, usePages } from '../../../ui/table/use-pages.ts'
import { isMonth, PolicyFilter } from '../policy-filter.tsx'
import { KEY, payments, usePaymentsChanged } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { usePayableColumns } from './payable-columns.tsx'

const route = getRouteApi('/bureau/payments/payables')

/** Payments due: filtered, opened, and put into a batch. */
export function PayablesPage() {
  const { t } = useTranslation('payments')
  const search = route.useSearch()
  const [chosen, setChosen] = useState<ReadonlyMap<string, Payable>>(new Map())
  const { policy, district, month, record } = search
  const status = PayableStatus.safeParse(search.status).data
  const list = usePages([...KEY, 'payables', search], (cursor) =>
    payments.payables({ query: { status, policy, district, month, record, cursor, limit: 100 } }),
  )
  const columns = usePayableColumns()
  const toggle = (payable: Payable) => {
    const next = new Map(chosen)
    if (!next.delete(payable.id)) next.set(payable.id, payable)
    setChosen(next)
  }
  return (
    <Page
      title={t('rooms./bureau/payments/payables')}
      lead={t('payable.lead')}
      actions={<Drafting chosen={[...chosen.values()]} policy={policy} onDone={() => setChosen(new Map())} />}
    >
      <Tabs />
      <Filters list={list} />
      <PagedTable
        of={list}
        caption={t('rooms./bureau/payments/payables')}
        columns={[...columns, useChoosing(chosen, toggle)]}
        empty={
          <Empty title={t('payable.none')}>
            <p>{t('payable.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function Filters({ list }: { list: Pages<Payable> }) {
  const { t } = useTranslation(['payments', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/payments/payables' })
  const columns = usePayableColumns()
  const change = (name: 'status' | 'policy' | 'month') => (value: string) => {
    const { [name]: _, ...others } = search
    const fits = name === 'month' ? isMonth(value) : value !== ''
    void navigate({ search: { ...others, ...(fits && { [name]: value }) }, replace: true })
  }
  return (
    <Toolbar actions={<ExportButton name={t('payable.title')} columns={columns} rows={list} />}>
      <ChoiceFilter
        label={t('payable.status')}
        value={search.status ?? ''}
        onChange={change('status')}
        choices={PayableStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        all={t('ui:table.all')}
      />
      <PolicyFilter value={search.policy ?? ''} onChange={change('policy')} />
      <TextFilter
        label={t('payable.month')}
        value={search.month ?? ''}
        onChange={change('month')}
        placeholder="2026-11"
      />
    </Toolbar>
  )
}

function useChoosing(chosen: ReadonlyMap<string, Payable>, toggle: (payable: Payable) => void): Column<Payable> {
  const { t } = useTranslation('payments')
  return {
    key: 'choose',
    title: t('payable.choose'),
    cell: (payable) =>
      payable.status === 'open' && (
        <input
          type="checkbox"
          aria-label={t('payable.chooseOne', { payee: payable.payee.name, amount: yuan(payable.amountFen) })}
          checked={chosen.has(payable.id)}
          onChange={() => toggle(payable)}
        />
      ),
  }
}

interface DraftingProps {
  chosen: readonly Payable[]
  policy: string | undefined
  onDone: () => void
}

/** A batch of what was chosen; of everything open where nothing was. */
function Drafting({ chosen, policy, onDone }: DraftingProps) {
  const { t } = useTranslation('payments')
  return (
    <DialogButton
      kind="primary"
      action={chosen.length ? t('batch.draftChosen', { count: chosen.length }) : t('batch.draftAll')}
    >
      {(close) => (
        <DraftForm
          chosen={chosen}
          policy={policy}
          onDone={() => {
            onDone()
            close()
          }}
        />
      )}
    </DialogButton>
  )
}

function DraftForm({ chosen, policy, onDone }: DraftingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const navigate = useNavigate()
  const total = chosen.reduce((sum, { amountFen }) => sum + amountFen, 0)
  const form = useForm({
    route: paymentsRoutes.draft,
    initial: { purpose: chosen[0] ? nameIn(chosen[0].title) : '' },
    given: chosen.length ? { payableIds: chosen.map(({ id }) => id) } : policy ? { policy } : {},
    send: async (body) => {
      const batch = await payments.draft({ body })
      await changed()
      onDone()
      await navigate({ to: '/bureau/payments/batches/$batchId', params: { batchId: batch.id } })
    },
  })
  return (
    <Form form={form} action={t('batch.draft')}>
      <p>{chosen.length ? t('batch.ofChosen', { count: chosen.length, total: yuan(total) }) : t('batch.ofAll')}</p>
      <TextField name="purpose" label={t('batch.purpose')} hint={t('batch.purposeHint')} maxLength={60} />
      <p className="small quiet">
        {t('batch.fourEyes')} <Link to="/bureau/payments/batches">{t('rooms./bureau/payments/batches')}</Link>
      </p>
    </Form>
  )
}
