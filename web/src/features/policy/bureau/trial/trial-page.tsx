import type { Tried } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { ChineseOnly } from '../../../../ui/text/chinese-only.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ChoiceFilter } from '../../../../ui/filter/filter.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { usePolicy } from '../../queries.ts'
import { useAllPolicies } from '../queries.ts'
import { BureauTabs } from '../tabs.tsx'
import { TrialForm } from './trial-form.tsx'
import { TrialResult } from './trial-result.tsx'

const route = getRouteApi('/bureau/policies/trial')

/** A policy with other values, over one made-up or real case: as it is, and as it would be. */
export function TrialPage() {
  const { t } = useTranslation(['entitlements', 'ui'])
  const { policy = '' } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/policies/trial' })
  const policies = useAllPolicies().data ?? []
  return (
    <Page title={t('bureau.room/trial')} lead={t('trial.lead')}>
      <BureauTabs />
      <ChineseOnly />
      <Card title={t('trial.new')}>
        <ChoiceFilter
          label={t('compare.policy')}
          value={policy}
          onChange={(key) => void navigate({ search: key ? { policy: key } : {}, replace: true })}
          all={t('ui:form.choose')}
          choices={policies.map(({ key, title }) => ({ value: key, label: nameIn(title) }))}
        />
      </Card>
      {policy && <Chosen key={policy} policy={policy} />}
    </Page>
  )
}

function Chosen({ policy }: { policy: string }) {
  const [tried, setTried] = useState<Tried | null>(null)
  return (
    <>
      <Answer of={usePolicy(policy)}>{(page) => <TrialForm policy={page} onTried={setTried} />}</Answer>
      {tried && <TrialResult of={tried} />}
    </>
  )
}
