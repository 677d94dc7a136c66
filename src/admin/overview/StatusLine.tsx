/** Above the tabs: where the report stands, in one line. */
export function StatusLine({ id }: { id: string }) {
  return <div data-report={id} />
}
