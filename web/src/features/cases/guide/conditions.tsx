import { publicPolicyRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { plainClient } from '../../../app/client.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { Answer } from '../../../ui/state/answer.tsx'

const policies = plainClient({ policy: publicPolicyRoutes.policy })

/** Who gets it and how much, as the policy of the service says. */
export function Conditions({ of: key }: { of: string }) {
  const { t } = useTranslation('services')
  const query = useQuery({ queryKey: ['policy', key, 'plain'], queryFn: () => policies.policy({ params: { key } }) })
  return (
    <Card title={t('guide.conditions')}>
      <Answer of={query}>
        {({ rules, amount, to, title }) => (
          <div className="stack">
            <ul>
              {rules.map(({ id, text, clause }) => (
                <li key={id}>
                  {nameIn(text)}{' '}
                  <span className="small quiet" lang="zh-CN">
                    {clause}
                  </span>
                </li>
              ))}
            </ul>
            <Facts
              of={[
                [t('guide.amount'), amount.words],
                [t('guide.until'), to ? day(to) : t('guide.noEnd')],
              ]}
            />
            <p>
              <Link to="/policies/$key" params={{ key: key }}>
                {t('guide.calculate', { policy: nameIn(title) })}
              </Link>
            </p>
          </div>
        )}
      </Answer>
    </Card>
  )
}
