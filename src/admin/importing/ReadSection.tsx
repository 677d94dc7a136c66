import type { ImportedSection } from '../../importing/types.ts'

/** @returns how much text a section has; `undefined` when it has none */
export function sizeOf({ paragraphs, children }: ImportedSection): string | undefined {
  if (paragraphs.length === 0 && children.length === 0) return undefined
  const texts = [...paragraphs, ...children.flatMap((child) => child.paragraphs)]
  const words = texts.reduce((sum, text) => sum + text.length, 0)
  return children.length > 0 ? `${words} 字，${children.length} 个小节` : `${words} 字`
}

/** The text of a section as it was read. */
export function ReadSection({ section }: { section: ImportedSection }) {
  return (
    <div className="gongkai-read__text">
      <Paragraphs texts={section.paragraphs} />
      {section.children.map(({ heading, paragraphs }, index) => (
        <div key={index}>
          <h4>{heading}</h4>
          <Paragraphs texts={paragraphs} />
        </div>
      ))}
    </div>
  )
}

export const Paragraphs = ({ texts }: { texts: readonly string[] }) => (
  <>
    {texts.map((text, index) => (
      <p key={index}>{text}</p>
    ))}
  </>
)
