import type { DocumentCheck, DocumentVerdict } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'

const NOTE: Record<DocumentVerdict, string> = {
  genuine: 'note good stack',
  unsigned: 'note stack',
  changed: 'note bad stack',
  notOurs: 'note bad stack',
  broken: 'note bad stack',
  notPdf: 'note warn stack',
  unknownCode: 'note warn stack',
}

/** What the city says of a document, and which one it is; nothing about the applicant. */
export function Verdict({ of: { verdict, document } }: { of: DocumentCheck }) {
  const { t } = useTranslation(['services', 'ui'])
  return (
    <div className={NOTE[verdict]}>
      <h2>{t(`verdict.${verdict}`)}</h2>
      <p>{t(`verdictText.${verdict}`)}</p>
      {document && (
        <Facts
          of={[
            [t('verify.document'), nameIn(document.title)],
            [t('verify.service'), nameIn(document.service)],
            [t('verify.stage'), nameIn(document.stage)],
            [t('verify.movedOn'), t(document.movedOn ? 'verify.hasMoved' : 'verify.hasNotMoved')],
            ...(document.revisedOn
              ? [[t('verify.revised'), t('verify.revisedOn', { day: day(document.revisedOn) })] as const]
              : []),
            [t('verify.madeOn'), day(document.madeOn)],
            [t('verify.bureau'), nameIn(document.bureau)],
            [t('verify.number'), document.code],
            [t('verify.head'), <code key="head">{`${document.n} / ${document.head}`}</code>],
          ]}
        />
      )}
    </div>
  )
}
