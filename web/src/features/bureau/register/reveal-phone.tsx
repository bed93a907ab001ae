import { registryRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../../ui/form/use-form.ts'
import { bureau } from '../queries.ts'
import { Reveal } from '../reveal.tsx'

interface RevealPhoneProps {
  organisationId: string
  masked: string
}

/** The masked phone of an organisation, in full for a reason. */
export function RevealPhone({ organisationId, masked }: RevealPhoneProps) {
  const { t } = useTranslation('bureau')
  const [full, setFull] = useState<string | null>(null)
  const form = useForm({
    route: registryRoutes.revealPhone,
    initial: { reason: '' },
    send: async (body) => setFull((await bureau.revealPhone({ params: { organisationId }, body })).phone),
  })
  return <Reveal masked={masked} full={full} form={form} action={t('phone.show')} hint={t('phone.hint')} />
}
