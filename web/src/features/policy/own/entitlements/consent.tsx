import { type Entitlement, ProblemError, type ServiceField } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Form } from '../../../../ui/form/form.tsx'
import { useFreeForm } from '../../../../ui/form/use-free-form.ts'
import { answerOf } from '../../../cases/form/answers.ts'
import { Question } from '../../../cases/form/question.tsx'
import { useAmountText } from '../../values/amount.tsx'
import type { Owner } from '../owner.ts'
import { fieldsOfService, takeUp } from './take-up.ts'

type Field = ReturnType<typeof ServiceField.parse>

interface ConsentProps {
  owner: Owner
  entitlement: Entitlement
  onTaken: () => Promise<unknown>
}

/** Keys of the questions that no record answers, as the server named them. */
const lackingIn = (error: unknown): string[] =>
  error instanceof ProblemError
    ? (error.problem.fields ?? []).flatMap(({ path }) => /^given\.(\w+)$/.exec(path)?.[1] ?? [])
    : []

/** Consenting: what is on record goes with it; only what no record knows is asked, once it turns out. */
export function Consent({ owner, entitlement: { id, service, amount }, onTaken }: ConsentProps) {
  const { t } = useTranslation(['policy', 'entitlements', 'cases', 'ui'])
  const amountText = useAmountText()
  const [asked, setAsked] = useState<readonly Field[]>([])
  const form = useFreeForm({
    initial: {},
    draft: `consent.${id}`,
    check: (values) =>
      Object.fromEntries(
        asked
          .filter(({ key, type, optional }) => !optional && answerOf(type, values[key]) === null)
          .map(({ key }) => [key, t('ui:form.required')]),
      ),
    send: async (values) => {
      const answers = Object.fromEntries(asked.map(({ key, type }) => [key, answerOf(type, values[key])]))
      try {
        await takeUp(owner, id, answers)
      } catch (error) {
        const fields = await fieldsOfService(service.key, lackingIn(error))
        const fresh = fields.filter(({ key }) => !asked.some((field) => field.key === key))
        if (!fresh.length) throw error
        return setAsked([...asked, ...fresh])
      }
      return onTaken()
    },
  })
  return (
    <Form form={form} action={t('entitlements:entitlement.consent')}>
      <p>{t('entitlements:entitlement.consentText', { service: nameIn(service.title), amount: amountText(amount) })}</p>
      {asked.length > 0 && (
        <p className="note warn" role="status">
          {t('entitlements:entitlement.asked', { count: asked.length })}
        </p>
      )}
      {asked.map((field) => (
        <Question key={field.key} of={field} />
      ))}
    </Form>
  )
}
