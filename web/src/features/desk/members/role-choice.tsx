import { type MemberRole, ROLES } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'

interface RoleChoiceProps {
  name: string
  role: MemberRole
  onChange: (role: MemberRole) => Promise<unknown>
}

/** The role of a member, changed at once; what the server refuses is put back and said. */
export function RoleChoice({ name, role, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('desk')
  const [error, setError] = useState<Error | null>(null)
  const change = (next: string) => {
    const chosen = ROLES.find((each) => each === next)
    setError(null)
    if (chosen) onChange(chosen).catch((thrown: Error) => setError(thrown))
  }
  return (
    <>
      <select
        className="input"
        aria-label={t('members.roleOf', { name })}
        value={role}
        onChange={(event) => change(event.target.value)}
      >
        {ROLES.map((each) => (
          <option key={each} value={each}>
            {t(`role.${each}`)}
          </option>
        ))}
      </select>
      {error && <ProblemNote error={error} />}
    </>
  )
}
