import { type LedgerEntry, ledgerRoutes } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../app/session.ts'
import { Fold } from '../../ui/fold.tsx'
import { Form } from '../../ui/form/form.tsx'
import { LongTextField } from '../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { notify } from '../../ui/notices.tsx'
import { ledger } from './queries.ts'

/** Takes an entry back: administrators only, once, and never a reversal. */
export function Reversal({ of: entry }: { of: LedgerEntry }) {
  const { t } = useTranslation('ledger')
  const { data: me } = useMe()
  if (!me?.officer?.administrator || entry.reversesId || entry.reversedById) return null
  return (
    <Fold title={t('reversal.title')}>
      <Reverse entryId={entry.id} />
    </Fold>
  )
}

function Reverse({ entryId }: { entryId: string }) {
  const { t } = useTranslation('ledger')
  const client = useQueryClient()
  const form = useForm({
    route: ledgerRoutes.reverseEntry,
    initial: { reason: '' },
    draft: `reversal.${entryId}`,
    send: async (body) => {
      await ledger.reverseEntry({ params: { entryId }, body })
      await client.invalidateQueries({ queryKey: ['ledger'] })
      notify(t('reversal.done'))
    },
  })
  return (
    <Form form={form} action={t('reversal.go')} danger>
      <p>{t('reversal.text')}</p>
      <LongTextField name="reason" label={t('entries.reason')} hint={t('reversal.reasonHint')} />
    </Form>
  )
}
