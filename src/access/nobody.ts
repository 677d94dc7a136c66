/** For what only the system itself writes. */
export const nobody = (): boolean => false
