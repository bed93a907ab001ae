import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../../ui/format.ts'
import { Skeleton } from '../../../ui/state/skeleton.tsx'
import { usePolicyShown } from './meaning.tsx'

/** Tables come when one is opened: the values of today stand with the conditions anyway. */
const ParameterTable = lazy(async () => ({ default: (await import('./parameter-table.tsx')).ParameterTable }))

/** All dated values of a policy, also those that ended or have not begun. */
export function Parameters() {
  const { t } = useTranslation('policy')
  const { parameters } = usePolicyShown()
  const [open, setOpen] = useState(false)
  const rows = parameters.flatMap(({ name, values }) => values.map((value) => ({ ...value, name })))
  if (!rows.length) return null
  return (
    <details className="card fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('page.parametersCount', { count: number(rows.length) })}</summary>
      {open && (
        <Suspense fallback={<Skeleton />}>
          <ParameterTable rows={rows} />
        </Suspense>
      )}
    </details>
  )
}
