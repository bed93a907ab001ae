import { useFormState } from '../form.tsx'
import { Problem } from '../problem.tsx'

/** Yes or no. */
export function CheckField({ name, label }: { name: string; label: string }) {
  const { values, set, problems } = useFormState()
  return (
    <div className="field">
      <label className="check">
        <input
          type="checkbox"
          name={name}
          checked={values[name] === true}
          onChange={(event) => set(name, event.target.checked)}
        />
        {label}
      </label>
      <Problem of={problems[name]} />
    </div>
  )
}
