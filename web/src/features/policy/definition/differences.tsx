import type { PolicyDifference } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { publicPolicies } from '../queries.ts'
import { Zh } from '../values/amount.tsx'

/** What changed from one version to another. */
export function Differences({ policy, from, to }: { policy: string; from: string; to: string }) {
  const { t } = useTranslation('policy')
  const query = useQuery({
    queryKey: ['policy', policy, 'changes', from, to],
    queryFn: () => publicPolicies.policyChanges({ params: { key: policy }, query: { from, to } }),
    staleTime: Infinity,
  })
  return (
    <Answer of={query}>
      {({ changes }) =>
        changes.length ? (
          <ul className="plain stack">
            {changes.map((change) => (
              <li key={`${change.part} ${change.name}`}>
                <Difference of={change} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('version.none')}</p>
        )
      }
    </Answer>
  )
}

function Difference({ of: { part, name, clause, before, after } }: { of: PolicyDifference }) {
  const { t } = useTranslation('policy')
  const kind = before === null ? 'added' : after === null ? 'removed' : 'changed'
  return (
    <>
      <strong>{t(`version.${kind}`, { part: t(`part.${part}`) })}</strong> <Zh>{name}</Zh>{' '}
      {clause && (
        <span className="small quiet">
          <Zh>{clause}</Zh>
        </span>
      )}
      <div className="change">
        {before !== null && <del lang="zh-CN">{before}</del>}
        {after !== null && <ins lang="zh-CN">{after}</ins>}
      </div>
    </>
  )
}
