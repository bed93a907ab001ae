import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { number } from '../format.ts'

interface PagedFootProps {
  shown: number
  total: number
  /** True where there are more than `total`. */
  atLeast?: boolean
  onMore: (() => void) | null
  pending: boolean
}

/** How many of how many rows are here, and the next of them. */
export function PagedFoot({ shown, total, atLeast, onMore, pending }: PagedFootProps) {
  const { t } = useTranslation('ui')
  return (
    <>
      <span className="quiet number">
        {t(atLeast ? 'table.shownOfMore' : 'table.shown', { shown: number(shown), total: number(total) })}
      </span>
      {onMore && (
        <Button disabled={pending} onClick={onMore}>
          {t('table.more')}
        </Button>
      )}
    </>
  )
}
