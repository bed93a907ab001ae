import type { FormField } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { useShown } from '../file/use-shown.ts'

/** What nobody is asked, because it is on record: what it says, since when, and what to do when it is wrong. */
export function KnownFacts({ of: fields }: { of: readonly FormField[] }) {
  const { t } = useTranslation('cases')
  const shownOf = useShown()
  const known = fields.filter(({ state, known: record }) => state === 'known' && record)
  if (!known.length) return null
  return (
    <Card title={t('form.known')}>
      <div className="stack">
        <p className="quiet">{t('form.knownText')}</p>
        <Facts
          of={known.map(({ label, type, known: record, record: source }) => [
            nameIn(label),
            <KnownValue key="value" shown={shownOf({ ...record!, type })} on={record!.on} source={source} />,
          ])}
        />
      </div>
    </Card>
  )
}

function KnownValue({ shown, on, source }: { shown: string; on: string; source: string | null }) {
  const { t } = useTranslation('cases')
  return (
    <>
      {shown} <span className="small quiet">{t('form.recordOn', { source: sourceName(t, source), day: day(on) })}</span>
    </>
  )
}

/** `insurance.district`: who keeps it is the part before the point. */
function sourceName(t: ReturnType<typeof useTranslation<'cases'>>['t'], source: string | null): string {
  const keeper = source?.split('.')[0] ?? ''
  return t(`record.${keeper as 'insurance'}`, { defaultValue: t('record.other') })
}
