import { type CaseFact, casesRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../../ui/form/use-form.ts'
import { Reveal } from '../../bureau/reveal.tsx'
import { officeDesk } from './queries.ts'

/** An account of which officers see the last digits; a cashier sees it whole for a reason, which is kept. */
export function RevealAccount({ caseId, fact: { key, shown } }: { caseId: string; fact: CaseFact }) {
  const { t } = useTranslation('office')
  const [full, setFull] = useState<string | null>(null)
  const form = useForm({
    route: casesRoutes.lookAtAccount,
    initial: { reason: '' },
    send: async ({ reason }) => setFull((await officeDesk.account?.(caseId, key, reason)) ?? null),
  })
  return <Reveal masked={shown} full={full} form={form} action={t('file.account')} hint={t('file.accountHint')} />
}
