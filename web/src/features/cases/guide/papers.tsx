import type { ServiceDetail } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { Status } from '../../../ui/status.tsx'
import { Basis } from './basis.tsx'

/** What one brings, what a promise may stand in for, and what nobody has to bring because it is on record. */
export function Papers({ of: { papers, fields } }: { of: ServiceDetail }) {
  const { t } = useTranslation('services')
  const asked = fields.filter(({ by, record }) => by === 'applicant' && record === null)
  return (
    <Card title={t('guide.papers')}>
      <div className="stack">
        {papers.length ? (
          <ul className="plain stack">
            {papers.map((paper) => (
              <li key={paper.id} className="row">
                <span>{nameIn(paper.name)}</span>
                {paper.record && <Status tone="good">{t('guide.onRecord')}</Status>}
                {paper.promise && <Status tone="quiet">{t('guide.promise')}</Status>}
                {paper.when && <Status tone="quiet">{t('guide.sometimes')}</Status>}
                <Basis of={paper.basis} />
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('guide.noPapers')}</p>
        )}
        {asked.length > 0 && (
          <>
            <h3>{t('guide.asked')}</h3>
            <ul>
              {asked.map(({ key, question }) => (
                <li key={key}>{nameIn(question)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  )
}
