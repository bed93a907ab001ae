import { accountsRoutes, type SensitiveField } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { useForm } from '../../../ui/form/use-form.ts'
import { Reveal } from '../reveal.tsx'

interface RevealFieldProps {
  personId: string
  field: SensitiveField
  masked: string
}

/** A masked field of a person, in full for a reason; the person reads who looked and why. */
export function RevealField({ personId, field, masked }: RevealFieldProps) {
  const { t } = useTranslation('bureau')
  const [full, setFull] = useState<string | null>(null)
  const form = useForm({
    route: accountsRoutes.unmaskPerson,
    initial: { reason: '' },
    given: { field },
    send: async (body) => setFull((await accounts.unmaskPerson({ params: { personId }, body })).value),
  })
  const action = t('people.show', { field: t(`people.${field}`) })
  return <Reveal masked={masked} full={full} form={form} action={action} hint={t('people.hint')} />
}
