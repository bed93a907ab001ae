import { useDeskName } from '../../desk/desk-name.tsx'

/** An organisation to decide for, by its name. */
export const OrganisationOption = ({ id }: { id: string }) => <option value={id}>{useDeskName(id)}</option>
