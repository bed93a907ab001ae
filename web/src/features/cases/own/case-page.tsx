import type { CaseFile } from '@renshu/contracts'
import { useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ChineseOnly } from '../../../ui/text/chinese-only.tsx'
import { Card } from '../../../ui/card.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { ServiceDrawing } from '../drawing/service-drawing.tsx'
import { CaseDeskProvider } from '../file/case-desk.ts'
import { Clocks } from '../file/clocks.tsx'
import { DecisionView } from '../file/decision-view.tsx'
import { Documents } from '../file/documents.tsx'
import { FactsList } from '../file/facts-list.tsx'
import { Messages } from '../file/messages.tsx'
import { PaperList } from '../file/paper-list.tsx'
import { Progress } from '../file/progress.tsx'
import { StageNow } from '../file/stage-now.tsx'
import { Steps } from '../file/steps/steps.tsx'
import { useCase } from '../file/use-case.ts'
import { useApplicant } from './applicant.ts'
import { CaseAppointments } from './case-appointments.tsx'
import { Money } from './money.tsx'

/** One's own case: where it stands, until when, what one can do now, and everything that happened. */
export function CasePage() {
  const { t } = useTranslation('cases')
  const { caseId } = useParams({ strict: false }) as { caseId: string }
  const applicant = useApplicant()
  return (
    <CaseDeskProvider value={applicant}>
      <Answer of={useCase(applicant, caseId)} title={t('own.title')}>
        {(file) => <OneCase file={file} />}
      </Answer>
    </CaseDeskProvider>
  )
}

function OneCase({ file }: { file: CaseFile }) {
  const { t } = useTranslation('cases')
  const { sent } = useSearch({ strict: false }) as { sent?: string }
  return (
    <Page title={nameIn(file.service.title)} lead={t('case.code', { code: file.code, at: instant(file.submittedAt) })}>
      {sent && (
        <div className="note good" role="status">
          <p>{t('case.received', { code: file.code })}</p>
        </div>
      )}
      <StageNow of={file} />
      <LastWord of={file} />
      <ChineseOnly />
      <div className="split">
        <div className="stack">
          <Steps of={file} title={t('steps.now')} />
          <Money of={file} />
          <Result of={file} />
          <Messages key={file.id} of={file} />
          <Fold title={t('case.given')}>
            <FactsList of={file} />
            <h3>{t('form.papers')}</h3>
            <PaperList of={file} />
          </Fold>
        </div>
        <div className="stack">
          <Clocks of={file.clocks} />
          <Documents of={file} />
          <CaseAppointments of={file} />
          <Card title={t('events.title')}>
            <Progress of={file.events} />
          </Card>
        </div>
      </div>
      <Fold title={t('case.way')}>
        <ServiceDrawing of={file.drawing} current={file.stage.id} />
      </Fold>
    </Page>
  )
}

/** Why the office did what it did last, where that waits for the applicant or ended the case. */
function LastWord({ of: { events, stage, waitsFor } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const last = events.at(-1)
  if (!last?.reason || last.mine || (!stage.end && waitsFor !== 'applicant')) return null
  const { text, words } = last.reason
  return (
    <div className={`note ${stage.end === 'refused' ? 'bad' : stage.end ? '' : 'warn'}`}>
      <p>
        <strong>{t('case.said', { step: nameIn(last.name) })}</strong> {text && nameIn(text)}
      </p>
      {words && <p>{words}</p>}
    </div>
  )
}

/** What the policy says; of a refused case, first what can be done against it. */
function Result({ of: { code, decided, review, stage } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const isRefused = stage.end === 'refused'
  const decision = decided && <DecisionView of={decided} />
  return (
    <>
      {review && isRefused && (
        <Card title={t('case.review')}>
          <p>{nameIn(review.text)}</p>
          {review.service && (
            <ButtonLink to="/services/$serviceKey" params={{ serviceKey: review.service }}>
              {t('case.askReview', { code })}
            </ButtonLink>
          )}
        </Card>
      )}
      {decision &&
        (isRefused ? (
          <Fold title={t('decision.beforeRefusal')}>{decision}</Fold>
        ) : (
          <Card title={t('decision.title')}>{decision}</Card>
        ))}
    </>
  )
}
