import type { ExpressionPart, PolicyPage } from '@renshu/contracts'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Shown, Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'

/** The policy whose expressions are drawn; what its names stand for is looked up there. */
export const PolicyContext = createContext<PolicyPage | null>(null)
export function usePolicyShown(): PolicyPage {
  const policy = useContext(PolicyContext)
  if (!policy) throw new Error('An expression is drawn within its policy')
  return policy
}

type Kind = NonNullable<ReturnType<typeof ExpressionPart.parse>['names']>

/** What a name in an expression stands for: the question, the value of today, the definition. */
export const Meaning = ({ name, kind }: { name: string; kind: Kind }) => (
  <div>
    <dt>
      <Zh>{name}</Zh>
    </dt>
    <dd>
      {kind === 'fact' && <FactMeaning name={name} />}
      {kind === 'parameter' && <ParameterMeaning name={name} />}
      {kind === 'definition' && <DefinitionMeaning name={name} />}
      {kind === 'today' && <TodayMeaning />}
    </dd>
  </div>
)

function FactMeaning({ name }: { name: string }) {
  const { t } = useTranslation('policy')
  const fact = usePolicyShown().facts.find((each) => each.name === name)
  if (!fact) return null
  return (
    <>
      {nameIn(fact.question)}{' '}
      <span className="quiet">{fact.record && t(`answeredBy.${fact.answeredBy ?? 'nobody'}`)}</span>
    </>
  )
}

function ParameterMeaning({ name }: { name: string }) {
  const values = usePolicyShown().parameters.find((each) => each.name === name)?.values ?? []
  const value = values.find(({ state }) => state === 'inForce') ?? values.at(-1)
  if (!value) return null
  return (
    <>
      <strong>
        <Shown of={value.shown} />
      </strong>{' '}
      {value.example && <Example />}
    </>
  )
}

function DefinitionMeaning({ name }: { name: string }) {
  const definition = usePolicyShown().definitions.find((each) => each.name === name)
  return definition ? (
    <span className="expression">
      = <Zh>{definition.is.written}</Zh>
    </span>
  ) : null
}

const TodayMeaning = () => useTranslation('policy').t('logic.today')
