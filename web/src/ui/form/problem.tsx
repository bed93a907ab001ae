/** What is wrong with a field, said as soon as it is known. */
export const Problem = ({ of, id }: { of: string | undefined; id?: string }) =>
  of && (
    <div id={id} className="problem" role="alert">
      {of}
    </div>
  )
