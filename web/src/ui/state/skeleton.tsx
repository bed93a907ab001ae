import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const PATIENCE = 300

/** Nothing for 300 ms, then grey lines: what comes quickly does not flicker. */
export function Skeleton({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation('ui')
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  if (!shown) return null
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} aria-hidden="true" />
      ))}
    </div>
  )
}
