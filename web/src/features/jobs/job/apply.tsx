import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { monthlyPay } from '../../../ui/format.ts'
import { Skeleton } from '../../../ui/state/skeleton.tsx'
import type { JobPage as OnePosting } from '@renshu/contracts'
import { channelOf } from '../channel.ts'

/** What only somebody who applies or is signed in needs comes then: the first view of a posting stays light. */
const loadForm = () => import('./apply-form.tsx')
const LaterForm = lazy(async () => ({ default: (await loadForm()).ApplyForm }))
const LaterOwnBar = lazy(async () => ({ default: (await import('./own-bar.tsx')).OwnBar }))

/** After the first view, which is not to wait for it; while there is a network: who loses it still gets the form. */
const PATIENCE = 2000
function loadLater(): () => void {
  const timer = setTimeout(() => void loadForm().catch(() => {}), PATIENCE)
  return () => clearTimeout(timer)
}

const route = getRouteApi('/jobs/$jobId')

/** The one button of the page: on phones it stays at the bottom of the screen. The open dialog stands in the address. */
export function ApplyBar({ job }: { job: OnePosting }) {
  const { t } = useTranslation('jobs')
  const { data: me } = useMe()
  const { apply, from } = route.useSearch()
  const navigate = useNavigate()
  useEffect(loadLater, [])
  const show = (open: boolean) =>
    void navigate({
      to: '/jobs/$jobId',
      params: { jobId: job.id },
      search: { ...(from && { from }), ...(open && { apply: 'yes' }) },
      replace: true,
      resetScroll: false,
    })
  const bar = (
    <div className="apply-bar">
      <span className="pay">{monthlyPay(job.salary)}</span>
      <Button kind="primary" onClick={() => show(true)}>
        {t('apply.action')}
      </Button>
    </div>
  )
  return (
    <>
      {me ? (
        <Suspense fallback={bar}>
          <LaterOwnBar jobId={job.id}>{bar}</LaterOwnBar>
        </Suspense>
      ) : (
        bar
      )}
      {apply && (
        <Dialog title={t('apply.title', { title: job.title })} onClose={() => show(false)}>
          <Suspense fallback={<Skeleton />}>
            <LaterForm job={job} channel={channelOf(from)} />
          </Suspense>
        </Dialog>
      )}
    </>
  )
}
