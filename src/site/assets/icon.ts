/** A sheet of paper in the red of the masthead. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#9e1b1f"/><path d="M9 6h10l5 5v15H9z" fill="#fff"/><path d="M12 14h9M12 18h9M12 22h6" stroke="#9e1b1f" stroke-width="2"/></svg>`
