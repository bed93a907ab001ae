import type { PolicyDifference, PolicyPage } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { publicPolicies } from '../queries.ts'
import { Zh } from '../values/amount.tsx'

/** The texts that were in use, the newest first, and what changed from one to the next. */
export function Versions({ of: { key, versions, version } }: { of: PolicyPage }) {
  const { t } = useTranslation('policy')
  return (
    <Card title={t('page.versions')}>
      <ol className="timeline">
        {versions.map(({ hash, from, to }, at) => (
          <li key={hash}>
            <div className="row">
              <span>
                {to ? t('version.span', { from: day(from), to: day(to) }) : t('version.now', { from: day(from) })}
              </span>
              {hash === version ? (
                <strong>{t('version.shown')}</strong>
              ) : (
                <Link to="/policies/$key" params={{ key }} search={to ? { version: hash } : {}}>
                  {t('version.open')}
                </Link>
              )}
            </div>
            <div className="small quiet">{t('version.hash', { hash: hash.slice(0, 12) })}</div>
            {versions[at + 1] && <Changes policy={key} from={versions[at + 1]!.hash} to={hash} />}
          </li>
        ))}
      </ol>
      {versions.length < 2 && <p className="quiet">{t('version.only')}</p>}
    </Card>
  )
}

function Changes({ policy, from, to }: { policy: string; from: string; to: string }) {
  const { t } = useTranslation('policy')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('version.changes')}
      </Button>
      {open && <Differences policy={policy} from={from} to={to} />}
    </>
  )
}

function Differences({ policy, from, to }: { policy: string; from: string; to: string }) {
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
