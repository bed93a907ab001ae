import type { ProfileBody } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { isRightPay, PayInputs } from '../../../ui/form/fields/pay-field.tsx'
import { useFormState } from '../../../ui/form/form.tsx'
import { monthlyPay } from '../../../ui/format.ts'

type Wish = ProfileBody['wishes'][number]

/** Pay for one wish alone, out of the way until it is wanted; of a single wish the pay of the profile is the pay. */
export function WishPays({ wishes, onChange }: { wishes: readonly Wish[]; onChange: (wish: Wish) => void }) {
  const { t } = useTranslation('seeker')
  const { problems } = useFormState()
  if (wishes.length < 2 && !wishes.some(({ salary }) => salary)) return null
  return (
    <div className="wish-pays">
      {wishes.map((wish) => {
        const { title, salary } = wish
        return (
          <details key={title}>
            <summary>
              {salary ? t('profile.payApart', { title, pay: monthlyPay(salary) }) : t('profile.sayPayApart', { title })}
            </summary>
            <PayInputs
              name="wishes"
              label={t('profile.payOfWish', { title })}
              hint={t('profile.payApartHint')}
              problem={isRightPay(salary) ? undefined : problems['wishes']}
              pay={salary}
              onChange={(pay) => onChange({ ...wish, salary: pay })}
            />
          </details>
        )
      })}
    </div>
  )
}
