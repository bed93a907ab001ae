import type { PolicyPage } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { day } from '../../../ui/format.ts'

const Differences = lazy(async () => ({ default: (await import('./differences.tsx')).Differences }))

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
      {open && (
        <Suspense fallback={null}>
          <Differences policy={policy} from={from} to={to} />
        </Suspense>
      )}
    </>
  )
}
