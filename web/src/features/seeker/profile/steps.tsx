import { type Talent, Visibility } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { CheckField } from '../../../ui/form/fields/check-field.tsx'
import { ChecksField } from '../../../ui/form/fields/checks-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { PayField } from '../../../ui/form/fields/pay-field.tsx'
import { RadioField } from '../../../ui/form/fields/radio-field.tsx'
import { Employment } from '@renshu/contracts'
import { useWishText } from '../../work/wishes.ts'
import { HomeField, PlacesField } from './place-fields.tsx'
import { useProfileForm } from './use-profile-form.ts'
import { WishesField } from './wishes-field.tsx'

interface StepProps {
  talent: Talent | null
  onSaved: () => void
}

/** First: what work. */
export function WishStep({ talent, onSaved }: StepProps) {
  const { t } = useTranslation('seeker')
  const form = useProfileForm(talent, ['wishes'], onSaved)
  return (
    <Form form={form} action={t('profile.next')}>
      <WishesField read={talent?.wishes ?? []} />
    </Form>
  )
}

/** Second: where. */
export function PlaceStep({ talent, onSaved }: StepProps) {
  const { t } = useTranslation(['seeker', 'work'])
  const form = useProfileForm(talent, ['places', 'home', 'remote'], onSaved)
  return (
    <Form form={form} action={t('profile.next')}>
      <PlacesField places={talent?.places ?? []} />
      <HomeField />
      <CheckField name="remote" label={t('work:remote')} />
    </Form>
  )
}

/** Third: for how much, and who may see it. */
export function PayStep({ talent, onSaved }: StepProps) {
  const { t } = useTranslation(['seeker', 'work'])
  const form = useProfileForm(talent, ['salary', 'employment', 'visibility'], onSaved)
  return (
    <Form form={form} action={t('profile.finish')}>
      <PayField name="salary" label={t('profile.salary')} hint={<PayHint wishes={talent?.wishes ?? []} />} />
      <ChecksField
        name="employment"
        label={t('profile.employment')}
        hint={t('profile.employmentHint')}
        choices={Employment.options.map((value) => ({ value, label: t(`work:employment.${value}`) }))}
      />
      <RadioField name="visibility" label={t('visibility.title')} choices={useVisibilityChoices()} />
    </Form>
  )
}

/** That it is not the pay of those wishes which have their own. */
function PayHint({ wishes }: Pick<Talent, 'wishes'>) {
  const { t } = useTranslation('seeker')
  const withPay = useWishText()
  const apart = wishes.filter(({ salary }) => salary)
  return (
    <>
      {t('profile.salaryHint')}
      {apart.length > 0 && <div>{t('profile.salaryApart', { wishes: withPay(apart) })}</div>}
    </>
  )
}

export function useVisibilityChoices() {
  const { t } = useTranslation(['seeker', 'work'])
  return Visibility.options.map((value) => ({
    value,
    label: t(`work:visibility.${value}`),
    text: t(`visibility.${value}`),
  }))
}
