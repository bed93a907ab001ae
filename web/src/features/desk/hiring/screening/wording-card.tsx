import type { JobDraft } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { SignalList, SignalText } from './signals.tsx'

interface WordingCardProps {
  /** The text that was looked at. */
  text: string
  draft: JobDraft
  onTake: (cleaned: string) => void
}

/** What a text says that it may not: marked in it, with why, and a clean text to take over. */
export function WordingCard({ text, draft: { signals, cleaned }, onTake }: WordingCardProps) {
  const { t } = useTranslation('hiring')
  if (!signals.length)
    return (
      <div className="note good" role="status">
        {t('wording.fine')}
      </div>
    )
  return (
    <Card title={t('wording.title')}>
      <div className="stack" role="status">
        <SignalList of={signals} />
        <h3>{t('wording.inText')}</h3>
        <SignalText text={text} field="description" signals={signals} />
        {cleaned !== text && (
          <>
            <h3>{t('wording.cleaned')}</h3>
            <p className="marked-text">{cleaned}</p>
            <div>
              <Button onClick={() => onTake(cleaned)}>{t('wording.take')}</Button>
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
