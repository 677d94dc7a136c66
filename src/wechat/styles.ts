/**
 * How an article looks, as a style sheet: inline.ts writes it into the elements, and the class names
 * go. What can be inherited is set once on the outermost element, for every character counts.
 * Only properties of allowList.ts.
 */
export const styleSheet = `
.article { font-size: 16px; line-height: 1.75; text-indent: 2em; overflow-wrap: break-word }
.title { font-size: 20px; text-align: center; text-indent: 0 }
.heading { font-size: 18px; text-indent: 0; margin: 1em 0 .5em }
.centred { text-align: center; text-indent: 0 }
.signature { text-align: right }
.note { font-size: 15px; text-align: center; text-indent: 0 }
.lead { background-color: #f3f6fa; border-left: 4px solid #1f5fa8; padding: 8px 12px; margin: 0 0 1em }
.slide { overflow-x: auto }
.picture { margin: 1em 0; text-indent: 0 }
.picture img { width: 100% }
.grid { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; text-align: center; text-indent: 0 }
.cards { border-collapse: collapse; width: 100%; font-size: 15px; line-height: 1.5; text-align: left; text-indent: 0 }
`
