/** Three rows by three columns. */
export const TableIcon = () => (
  <svg
    aria-hidden="true"
    className="icon"
    width="20"
    height="20"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
  >
    <path d="M3.5 4.5h13v11h-13zM3.5 8.2h13M3.5 11.8h13M7.8 4.5v11M12.2 4.5v11" />
  </svg>
)
