/** A spacer for rows that are not rendered. */
export const Space = ({ span, height }: { span: number; height: number }) => (
  <tr aria-hidden>
    {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- it is only room, and hidden */}
    <td colSpan={span} style={{ height }} />
  </tr>
)
