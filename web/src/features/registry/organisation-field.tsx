import type { OrganisationKind } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { TextFilter } from '../../ui/filter/text-filter.tsx'
import type { FieldProps } from '../../ui/form/field.tsx'
import { useFormState } from '../../ui/form/form.tsx'
import { Problem } from '../../ui/form/problem.tsx'
import { registry } from './directory/directory.ts'
import { OrganisationName } from './organisation-name.tsx'

const MOST = 8

interface OrganisationFieldProps extends FieldProps {
  kind?: OrganisationKind | undefined
  /** An organisation that may not be chosen: the one that chooses. */
  except: string
  /** Words of choosing none; without them one has to be chosen. */
  none?: string
}

/** One organisation of the directory, found by a part of its name, its pinyin or its code. */
export function OrganisationField({ name, label, hint, kind, except, none }: OrganisationFieldProps) {
  const { t } = useTranslation('registry')
  const { values, set, problems } = useFormState()
  const [q, setQ] = useState('')
  const chosen = String(values[name] ?? '')
  return (
    <fieldset className="stack">
      <legend>{label}</legend>
      {hint && <div className="hint small quiet">{hint}</div>}
      {/* Enter asks for the list; it does not send the form around it. */}
      <div onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}>
        <TextFilter
          name={name}
          label={t('choice.search')}
          value={q}
          onChange={setQ}
          placeholder={t('directory.searchHint')}
        />
      </div>
      {q !== '' && (
        <Found name={name} q={q} kind={kind} except={except} chosen={chosen} onChoose={(id) => set(name, id)} />
      )}
      {chosen && <Chosen id={chosen} />}
      {none && (
        <label className="check">
          <input type="radio" name={name} checked={chosen === ''} onChange={() => set(name, '')} />
          {none}
        </label>
      )}
      <Problem of={problems[name]} />
    </fieldset>
  )
}

function Chosen({ id }: { id: string }) {
  const { t } = useTranslation('registry')
  return (
    <p>
      {t('choice.chosen')} <OrganisationName id={id} />
    </p>
  )
}

interface FoundProps extends Pick<OrganisationFieldProps, 'name' | 'kind' | 'except'> {
  q: string
  chosen: string
  onChoose: (id: string) => void
}

function Found({ q, kind, except, ...choice }: FoundProps) {
  const query = useQuery({
    queryKey: ['directory', 'choice', kind, q],
    queryFn: () => registry.directory({ query: { q, kind, limit: MOST + 1 } }),
  })
  return (
    <Answer of={query}>
      {({ items, total }) => (
        <Choices found={items.filter(({ id }) => id !== except).slice(0, MOST)} more={total > MOST} {...choice} />
      )}
    </Answer>
  )
}

interface ChoicesProps extends Pick<FoundProps, 'name' | 'chosen' | 'onChoose'> {
  found: readonly { id: string; name: string; creditCode: string }[]
  more: boolean
}

function Choices({ name, found, more, chosen, onChoose }: ChoicesProps) {
  const { t } = useTranslation('registry')
  if (!found.length)
    return (
      <p role="status">
        {t('directory.none')} <span className="quiet">{t('choice.noneText')}</span>
      </p>
    )
  return (
    <>
      {found.map((each) => (
        <label key={each.id} className="check">
          <input type="radio" name={name} checked={each.id === chosen} onChange={() => onChoose(each.id)} />
          <span>
            {each.name} <span className="small quiet number">{each.creditCode}</span>
          </span>
        </label>
      ))}
      {more && <p className="small quiet">{t('choice.more')}</p>}
    </>
  )
}
