import { officerPolicyRoutes, type SubjectRef } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Button } from '../../../../ui/button.tsx'
import { ChineseOnly } from '../../../../ui/text/chinese-only.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ChoiceFilter } from '../../../../ui/filter/filter.tsx'
import { LabelledInput } from '../../../../ui/form/fields/labelled-input.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { day } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { useComparedColumns } from '../../own/compared-columns.tsx'
import { officers } from '../queries.ts'
import { BureauTabs } from '../tabs.tsx'
import { DecideFor } from './decide-for.tsx'
import { HeldFacts } from './held-facts.tsx'

type Comparison = Awaited<ReturnType<typeof officers.officerCompare>>
/** Whom an officer asked about, and why; neither stands in the address. */
export interface Asked {
  subject: SubjectRef
  reason: string
}

/** All policies for somebody, and what other authorities stated of him; each look is recorded. */
export function SubjectPage() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const [asked, setAsked] = useState<(Asked & { compared: Comparison; at: number }) | null>(null)
  return (
    <Page title={t('entitlements:bureau.room/subject')} lead={t('entitlements:subjectPage.lead')}>
      <BureauTabs />
      <ChineseOnly />
      <SubjectForm onFound={(found, compared) => setAsked({ ...found, compared, at: (asked?.at ?? 0) + 1 })} />
      {asked && (
        <>
          <Compared key={`compared ${asked.at}`} asked={asked} of={asked.compared} />
          <HeldFacts key={asked.at} asked={asked} />
        </>
      )}
    </Page>
  )
}

function SubjectForm({ onFound }: { onFound: (asked: Asked, compared: Comparison) => void }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const [kind, setKind] = useState('organisation')
  const [code, setCode] = useState('')
  const subject: SubjectRef =
    kind === 'organisation' ? { creditCode: code.trim() } : { residentId: code.trim().toUpperCase() }
  const form = useForm({
    route: officerPolicyRoutes.officerCompare,
    initial: { reason: '' },
    given: { subject },
    send: async (body) => {
      onFound({ subject: body.subject, reason: body.reason }, await officers.officerCompare({ body }))
    },
  })
  const isOrganisation = kind === 'organisation'
  return (
    <Card title={t('entitlements:subjectPage.ask')}>
      <Form form={form} action={t('entitlements:subjectPage.look')}>
        <ChoiceFilter
          label={t('entitlements:subjectPage.kind')}
          value={kind}
          onChange={setKind}
          choices={(['organisation', 'person'] as const).map((value) => ({ value, label: t(`subject.${value}`) }))}
        />
        <div>
          <LabelledInput
            label={t(isOrganisation ? 'entitlements:subjectPage.creditCode' : 'entitlements:subjectPage.residentId')}
            value={code}
            autoComplete="off"
            maxLength={30}
            name="subject"
            aria-invalid={form.problems['subject'] !== undefined}
            onText={setCode}
          />
          <Problem of={form.problems['subject']} />
        </div>
        <TextField
          name="reason"
          label={t('entitlements:subjectPage.reason')}
          hint={t('entitlements:subjectPage.reasonText')}
          maxLength={200}
        />
      </Form>
    </Card>
  )
}

/** All policies for somebody; one of them may be gone through question by question. */
function Compared({ asked, of: { subject, policies, effective } }: { asked: Asked; of: Comparison }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const [deciding, setDeciding] = useState<string | null>(null)
  const columns = useComparedColumns()
  return (
    <section className="stack">
      <h2>{subject.name ?? t(`subject.${subject.kind}`)}</h2>
      <DataTable
        caption={t('entitlements:compare.title')}
        columns={[
          { key: 'title', title: t('entitlements:compare.policy'), cell: ({ title }) => nameIn(title) },
          ...columns,
          {
            key: 'decide',
            title: t('entitlements:held.actions'),
            cell: ({ key, title }) => (
              <Button
                kind="bare"
                aria-label={t('entitlements:subjectPage.decideOf', { name: nameIn(title) })}
                onClick={() => setDeciding(key)}
              >
                {t('entitlements:subjectPage.decide')}
              </Button>
            ),
          },
        ]}
        rows={policies}
        rowKey={({ key }) => key}
        foot={<span className="quiet">{t('entitlements:compare.day', { day: day(effective) })}</span>}
      />
      {deciding && <DecideFor key={deciding} asked={asked} policy={deciding} onClose={() => setDeciding(null)} />}
    </section>
  )
}
