/** Media types of the office files, apart from what makes these: that is loaded when it is needed. */
export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
