'use client'

/** In place of a field that the text's own page has an editor for. */
export const EditedInText = () => null
