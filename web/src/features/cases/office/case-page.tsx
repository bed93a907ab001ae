import type { CaseFile } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
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
import { Progress } from '../file/progress.tsx'
import { StageNow } from '../file/stage-now.tsx'
import { Steps } from '../file/steps/steps.tsx'
import { useCase } from '../file/use-case.ts'
import { ApplicantSeen } from '../counter/applicant-seen.tsx'
import { Assignment } from './assignment.tsx'
import { ChainCheck } from './chain-check.tsx'
import { Objections } from './objections.tsx'
import { Outcomes } from './outcomes.tsx'
import { officeDesk } from './queries.ts'
import { Sheets } from './sheets/sheets.tsx'

const route = getRouteApi('/bureau/cases/$caseId')

/** A case on an officer's desk: papers beside facts, what the policy says, what can be done, the whole history. */
export function OfficerCasePage() {
  const { t } = useTranslation('office')
  const { caseId } = route.useParams()
  return (
    <CaseDeskProvider value={officeDesk}>
      <Answer of={useCase(officeDesk, caseId)} title={t('inbox.title')}>
        {(file) => <OneCase file={file} />}
      </Answer>
    </CaseDeskProvider>
  )
}

/** Papers beside the facts they prove; of a service without papers the facts beside what the policy makes of them. */
function Looked({ of: file }: { of: CaseFile }) {
  const { t } = useTranslation(['office', 'cases'])
  const hasPapers = file.papers.length > 0
  const judged = (
    <>
      {file.decided && (
        <Card title={t('cases:decision.title')}>
          <DecisionView of={file.decided} />
        </Card>
      )}
      <Outcomes of={file} />
      <Clocks of={file.clocks} />
    </>
  )
  return (
    <div className="beside">
      {hasPapers ? <Sheets of={file} /> : <div className="stack">{judged}</div>}
      <div className="stack">
        <Card title={t('file.facts')}>
          <FactsList of={file} />
        </Card>
        {hasPapers && judged}
      </div>
    </div>
  )
}

function OneCase({ file }: { file: CaseFile }) {
  const { t } = useTranslation(['office', 'cases'])
  return (
    <Page
      title={file.applicant.name}
      lead={t('file.lead', { service: nameIn(file.service.title), code: file.code, at: instant(file.submittedAt) })}
    >
      <StageNow of={file} />
      <ChineseOnly />
      <ApplicantSeen of={file.seen} />
      <Assignment of={file} />
      <Steps of={file} title={t('cases:steps.office')} />
      <Objections of={file} />
      <Looked of={file} />
      <div className="pair">
        <Card title={t('cases:events.title')}>
          <div className="stack">
            <Progress of={file.events} />
            <ChainCheck of={file} />
          </div>
        </Card>
        <div className="stack">
          <Messages key={file.id} of={file} />
          <Documents of={file} />
        </div>
      </div>
      <Fold title={t('cases:case.way')}>
        <ServiceDrawing of={file.drawing} current={file.stage.id} />
      </Fold>
    </Page>
  )
}
