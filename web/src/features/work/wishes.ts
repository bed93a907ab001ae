import type { TalentCard } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { monthlyPay } from '../../ui/format.ts'

type Wishes = TalentCard['wishes']

/** What somebody wants to do in one line, each with its pay where it has one of its own. */
export function useWishText(): (wishes: Wishes) => string {
  const { t } = useTranslation(['work', 'ui'])
  return (wishes) =>
    wishes
      .map(({ title, salary }) => (salary ? t('work:wishPay', { title, pay: monthlyPay(salary) }) : title))
      .join(t('ui:comma'))
}

/** The pay of the wishes that have none of their own; null where each has one. */
export const payOfTheRest = ({ wishes, salary }: Pick<TalentCard, 'wishes' | 'salary'>): string | null =>
  wishes.length > 0 && wishes.every((wish) => wish.salary) ? null : monthlyPay(salary)
