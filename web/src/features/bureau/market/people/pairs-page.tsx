import { type TalentCard, type TalentPair, talentsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { day, instant } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Status } from '../../../../ui/status.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useTalentFacts } from '../../../desk/hiring/talents/talent-summary.tsx'
import { talents, useMarketChanged } from '../queries.ts'

/** Profiles that may be of one person, side by side: somebody decides, never the machine. */
export function PairsPage() {
  const { t } = useTranslation('market')
  const list = usePages(['bureau', 'pairs'], (cursor) => talents.pairs({ query: { cursor, limit: 20 } }))
  return (
    <Page title={t('pairs.title')} lead={t('pairs.lead')}>
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              {rows.map((pair) => (
                <OnePair key={pair.id} pair={pair} />
              ))}
              <div className="row">
                <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
              </div>
            </>
          ) : (
            <Empty title={t('pairs.none')} />
          )
        }
      </Answer>
    </Page>
  )
}

function OnePair({ pair }: { pair: TalentPair }) {
  const { t } = useTranslation(['market', 'ui'])
  const { alike, foundAt } = pair
  return (
    <section className="card stack">
      <p>
        {t('pairs.alike', { what: alike.map((each) => t(`pairs.by.${each}`)).join(t('ui:comma')) })}{' '}
        <span className="small quiet">{instant(foundAt)}</span>
      </p>
      <Comparison pair={pair} />
      <PairDecision pair={pair} />
    </section>
  )
}

/** Line by line; where the two say different things, that is said. */
function Comparison({ pair: { one, other, own } }: { pair: TalentPair }) {
  const { t } = useTranslation(['market', 'hiring'])
  const factsOf = useTalentFacts()
  const factsWith = (which: 'one' | 'other', talent: TalentCard) => [
    [t('pairs.writtenBy'), t(own.includes(which) ? 'pairs.bySelf' : 'pairs.byAgency')] as const,
    [t('pairs.confirmedOn'), day(talent.confirmedOn)] as const,
    ...factsOf(talent),
  ]
  const others = factsWith('other', other)
  const rows = factsWith('one', one)
    .map(([name, value], at) => ({ name, one: value ?? '', other: others[at]?.[1] ?? '' }))
    .filter((row) => row.one || row.other)
  return (
    <DataTable
      caption={t('pairs.title')}
      columns={[
        { key: 'name', title: t('pairs.what'), cell: ({ name }) => name },
        { key: 'one', title: `${t('pairs.one')} ${one.name}`, cell: (row) => row.one || '-' },
        { key: 'other', title: `${t('pairs.other')} ${other.name}`, cell: (row) => row.other || '-' },
        {
          key: 'differs',
          title: t('pairs.compared'),
          short: true,
          cell: (row) =>
            row.one === row.other ? (
              <span className="quiet">{t('pairs.alikeHere')}</span>
            ) : (
              <Status tone="warn">{t('pairs.differs')}</Status>
            ),
        },
      ]}
      rows={rows}
      rowKey={({ name }) => name}
    />
  )
}

function PairDecision({ pair: { id, one, other, own } }: { pair: TalentPair }) {
  const { t } = useTranslation('market')
  const changed = useMarketChanged()
  // A person's own profile does not go into one that an agency keeps: then there is nothing to choose.
  const only = own.length === 1 ? own[0]! : null
  const form = useForm({
    route: talentsRoutes.decidePair,
    initial: { decision: '', keep: only ? { one, other }[only].id : '', reason: '' },
    required: ({ decision }) => (decision === 'same' ? ['keep'] : []),
    draft: `pair.${id}`,
    send: async ({ keep, ...body }) => {
      await talents.decidePair({
        params: { pairId: id },
        body: { ...body, keep: body.decision === 'same' ? keep : null },
      })
      notify(t('decision.done'))
      await changed()
    },
  })
  return (
    <Form form={form} action={t('decision.go')}>
      <ChoiceField
        name="decision"
        label={t('decision.decision')}
        choices={(['same', 'different'] as const).map((value) => ({ value, label: t(`pairs.${value}`) }))}
      />
      {form.values['decision'] === 'same' && only && (
        <p className="note">{t('pairs.ownOnly', { which: t(`pairs.${only}`) })}</p>
      )}
      {form.values['decision'] === 'same' && !only && (
        <ChoiceField
          name="keep"
          label={t('pairs.keep')}
          hint={t('pairs.keepHint')}
          choices={[
            { value: one.id, label: `${t('pairs.one')} ${one.name}` },
            { value: other.id, label: `${t('pairs.other')} ${other.name}` },
          ]}
        />
      )}
      <TextField name="reason" label={t('decision.reason')} maxLength={500} />
    </Form>
  )
}
