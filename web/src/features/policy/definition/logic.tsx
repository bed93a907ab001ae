import type { Expression } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Zh } from '../values/amount.tsx'
import { Meaning } from './meaning.tsx'
import { type Branch, namesOf, treeOf } from './tree.ts'

/** An expression drawn as what it joins: all of, one of, not, if; at the ends what is compared, with the values. */
export function Logic({ of: { parts, written } }: { of: Expression }) {
  const tree = treeOf(parts)
  return (
    <div className="logic">
      {tree ? (
        <Part of={tree} />
      ) : (
        <p className="expression">
          <Zh>{written}</Zh>
        </p>
      )}
    </div>
  )
}

function Part({ of: part }: { of: Branch }) {
  const { t } = useTranslation('policy')
  if (part.node === 'and' || part.node === 'or')
    return <Joined title={t(part.node === 'and' ? 'logic.all' : 'logic.any')} parts={part.parts} />
  if (part.node === 'not') return <Joined title={t('logic.not')} parts={part.parts} />
  if (part.node === 'if') return <Choice of={part} />
  return <Leaf of={part} />
}

const Joined = ({ title, parts }: { title: string; parts: readonly Branch[] }) => (
  <>
    <p className="joint">{title}</p>
    <ul>
      {parts.map((part, at) => (
        <li key={at}>
          <Part of={part} />
        </li>
      ))}
    </ul>
  </>
)

/** 若 … 则 … 否则 …: each branch below its word. */
function Choice({ of: { parts } }: { of: Branch }) {
  const { t } = useTranslation('policy')
  const branch = (role: 'test' | 'yes' | 'no') => parts.find((part) => part.role === role)
  return (
    <ul>
      {(['test', 'yes', 'no'] as const).map((role) => {
        const part = branch(role)
        return (
          part && (
            <li key={role}>
              <p className="joint">{t(`logic.${role}`)}</p>
              <Part of={part} />
            </li>
          )
        )
      })}
    </ul>
  )
}

/** What is not taken apart further: as it is written, and what each name in it stands for. */
function Leaf({ of: part }: { of: Branch }) {
  const names = namesOf(part).filter((each) => each.names !== null)
  const isName = part.node === 'name' && names.length > 0
  return (
    <>
      {!isName && (
        <p className="expression">
          <Zh>{part.written}</Zh>
        </p>
      )}
      {names.length > 0 && (
        <dl className="meanings">
          {names.map((each) => (
            <Meaning key={each.text} name={each.text} kind={each.names!} />
          ))}
        </dl>
      )}
    </>
  )
}
