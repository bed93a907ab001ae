import type { Decision } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Status } from '../../../ui/status.tsx'
import { Shown, useAmountText, Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'
import { shownValue } from '../values/shown.ts'
import { CHECK_TONE } from '../values/tones.ts'

type Check = Decision['conditions'][number] | Decision['limits'][number]

interface ChecksProps {
  title: string
  of: readonly Check[]
  decision: Decision
}

/** Each condition or limit: whether it holds, by which clause, from which values, and what would change it. */
export function Checks({ title, of: checks, decision }: ChecksProps) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain checked">
        {checks.map((check) => (
          <li key={check.id}>
            <OneCheck of={check} decision={decision} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function OneCheck({ of: check, decision }: { of: Check; decision: Decision }) {
  const { t } = useTranslation('policy')
  const amountText = useAmountText()
  const { text, result, reads, clause, source, example } = check
  const document = decision.documents.find(({ id }) => id === source)
  const took = 'took' in check ? check.took : null
  return (
    <>
      <div className="row">
        <Status tone={CHECK_TONE[result]}>{t(`check.${result}`)}</Status>
        <span>{nameIn(text)}</span>
      </div>
      {reads.length > 0 && (
        <p className="small number">
          {reads.map(({ name, shown }) => (
            <span key={name} className="read">
              <Zh>{name}</Zh> {shown === null ? t('check.notKnown') : <Shown of={shown} />}
            </span>
          ))}
        </p>
      )}
      {took !== null && took.value > 0 && <p className="small">{t('decision.took', { amount: amountText(took) })}</p>}
      <p className="small quiet">
        {t('clause')}
        <Zh>{clause}</Zh> {document && <Zh>{document.number ?? document.title}</Zh>} {example && <Example />}
      </p>
      {result === 'fail' && <Changes of={decision.changes.filter(({ condition }) => condition === check.id)} />}
    </>
  )
}

/** The nearest single changes by which a failing condition would hold. */
function Changes({ of: changes }: { of: Decision['changes'] }) {
  const { t } = useTranslation('policy')
  if (!changes.length) return null
  return (
    <ul className="changes">
      {changes.map(({ fact, name, shown, to, grants }) => (
        <li key={`${fact} ${String(to)}`}>
          {fact === 'today'
            ? t('change.wait', { to: shownValue(shown) })
            : t('change.fact', { name, to: shownValue(shown) })}
          {grants && ` ${t('change.grants')}`}
        </li>
      ))}
    </ul>
  )
}
