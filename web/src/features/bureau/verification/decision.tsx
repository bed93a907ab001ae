import { registryRoutes, type VerificationFile } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { bureau } from '../queries.ts'

interface DecisionProps {
  verification: ReturnType<typeof VerificationFile.parse>['verification']
  mayDecide: boolean
}

/** The officer's decision; a refusal states its reason, which the organisation reads. */
export function Decision({ verification: { id, version, status, reason }, mayDecide }: DecisionProps) {
  const { t } = useTranslation(['bureau', 'registry'])
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useForm({
    route: registryRoutes.decideVerification,
    initial: { decision: '', reason: '', version },
    required: ({ decision }) => (decision === 'refused' ? ['reason'] : []),
    draft: `decision.${id}.${version}`,
    send: async (body) => {
      await bureau.decideVerification({ params: { verificationId: id }, body })
      await client.invalidateQueries()
      notify(t('decision.done'))
      await navigate({ to: '/bureau/verifications' })
    },
  })
  if (status !== 'submitted')
    return (
      <Card title={t('decision.title')}>
        <p>{t(`registry:verificationStatus.${status}`)}</p>
        {reason && <p>{reason}</p>}
      </Card>
    )
  if (!mayDecide)
    return (
      <Card title={t('decision.title')}>
        <p>{t('decision.ownCase')}</p>
      </Card>
    )
  return (
    <Card title={t('decision.title')}>
      <Form form={form} action={t('decision.go')}>
        <ChoiceField
          name="decision"
          label={t('decision.decision')}
          choices={[
            { value: 'accepted', label: t('decision.accepted') },
            { value: 'refused', label: t('decision.refused') },
          ]}
        />
        <LongTextField name="reason" label={t('decision.reason')} hint={t('decision.reasonHint')} />
      </Form>
    </Card>
  )
}
