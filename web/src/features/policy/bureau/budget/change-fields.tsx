import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { ChoiceFilter } from '../../../../ui/filter/filter.tsx'
import { LabelledInput } from '../../../../ui/form/fields/labelled-input.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import { readTyped } from '../../values/typed.ts'
import { type Change, newChange, type Parameter, rowsOf } from './replaced.ts'

interface ChangeFieldsProps {
  parameters: readonly Parameter[]
  changes: readonly Change[]
  /** From which day a new change holds at first. */
  from: string
  /** Some value was not readable when it was sent. */
  wrong: boolean
  onChange: (changes: readonly Change[]) => void
}

/** Values that are tried in the place of the policy's own. */
export function ChangeFields({ parameters, changes, from, wrong, onChange }: ChangeFieldsProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const open = parameters.filter(({ name }) => !changes.some(({ parameter }) => parameter === name))
  const put = (at: number, change: Change) => onChange(changes.with(at, change))
  return (
    <>
      {changes.map((change, at) => {
        const parameter = parameters.find(({ name }) => name === change.parameter)
        return (
          parameter && (
            <fieldset key={change.parameter} className="note stack">
              <legend lang="zh-CN">{change.parameter}</legend>
              <OneChange parameter={parameter} change={change} wrong={wrong} onChange={(next) => put(at, next)} />
              <div>
                <Button kind="bare" onClick={() => onChange(changes.filter((_, index) => index !== at))}>
                  {t('entitlements:budget.remove', { name: change.parameter })}
                </Button>
              </div>
            </fieldset>
          )
        )
      })}
      {open.length > 0 && (
        <ChoiceFilter
          label={t('entitlements:budget.add')}
          value=""
          onChange={(name) => {
            const parameter = open.find((each) => each.name === name)
            if (parameter) onChange([...changes, newChange(parameter, from)])
          }}
          all={t('entitlements:budget.addNone')}
          choices={open.map(({ name }) => ({ value: name, label: name, lang: 'zh-CN' }))}
        />
      )}
    </>
  )
}

interface OneChangeProps {
  parameter: Parameter
  change: Change
  wrong: boolean
  onChange: (change: Change) => void
}

function OneChange({ parameter, change, wrong, onChange }: OneChangeProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const { type } = parameter
  const unit = t(`entitlements:unit.${type}`)
  return (
    <div className="toolbar">
      <LabelledInput
        type="date"
        label={t('entitlements:budget.from')}
        value={change.from}
        onText={(from) => onChange({ ...change, from })}
      />
      {rowsOf(parameter).map(({ key, of }) => {
        const isWrong = wrong && readTyped(type, change.values[key] ?? '') === null
        return (
          <div key={key}>
            <LabelledInput
              label={`${of ?? t('parameter.value')}${unit && ` (${unit})`}`}
              inputMode="decimal"
              value={change.values[key] ?? ''}
              aria-invalid={isWrong}
              onText={(text) => onChange({ ...change, values: { ...change.values, [key]: text } })}
            />
            <Problem of={isWrong ? t('entitlements:budget.unreadable') : undefined} />
          </div>
        )
      })}
    </div>
  )
}
