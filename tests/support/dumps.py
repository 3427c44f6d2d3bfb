"""Documents and pages as text that a person can read and compare."""

from briefgen.model import document as doc
from briefgen.model.inline import Inlines, Text


def said(text: Inlines) -> str:
    """Write inlines with their marks: *emphasis*, **strong**, [1,2] for calls, {ru: ...} for foreign words."""
    out = []
    for i in text:
        if not isinstance(i, Text):
            out.append(f"[{','.join(map(str, getattr(i, 'notes', ('?',))))}]")
            continue
        words = f"*{i.text}*" if i.emphasis else f"**{i.text}**" if i.strong else i.text
        out.append(f"{{{i.language}: {words}}}" if i.language else words)
    return "".join(out)


def document(found: doc.Document) -> str:
    """Write a document block by block."""
    out = [f"{found.brief} {found.length.name}: {found.title}", f"{found.issuer} | {found.issuer_line} | {found.as_of}"]
    for block in found.blocks:
        name = type(block).__name__
        match block:
            case doc.BottomLine(statement=one):
                out += [f"\n== {name}: {block.headline}", *_statements((one,))]
            case doc.Heading():
                out.append(f"\n== {name} {block.level} {block.number or ''}: {block.headline}")
            case doc.Prose():
                out += [f"\n-- {name} {block.section}/{block.point}: {block.headline}", *_statements(block.statements)]
            case doc.KeyJudgements() | doc.Bullets() | doc.Outlook() | doc.Watch():
                out += [f"\n== {name}", *_statements(block.statements)]
            case doc.FigureBlock(figure=figure):
                out.append(f"\n== {name} {block.number or ''}: {figure.words.headline} ({figure.words.subtitle})")
                out += [
                    f"   {said(block.source)}",
                    f"   alt: {figure.words.alt}",
                    f"   says: {figure.words.description}",
                ]
            case doc.TableBlock():
                out.append(f"\n== {name} {block.number or ''}: {block.words.headline}")
                out += ["   " + " | ".join(c.label or c.name for c in block.columns)]
                out += ["   " + " | ".join(row) for row in block.rows]
            case doc.Contents():
                out.append(f"\n== {name}")
                out += [f"   {'  ' * (p.level - 1)}{p.mark or '-'} {p.title} -> {p.target}" for p in block.parts]
                out += [f"   {block.label}: {p.mark} {p.title} -> {p.target}" for p in block.figures]
            case doc.Method():
                out.append(f"\n== {name} {block.label}: {block.headline}")
                out += [f"   {r.lead}. {r.text} | {r.short}" for r in block.remarks]
            case doc.Scale(table=table):
                out.append(f"\n== {name} {block.name}: {table.words.headline}")
                out += [f"   {' | '.join(row)}" for row in (tuple(c.label or "" for c in table.columns), *table.rows)]
                out.append(f"   {said(table.source)}")
            case doc.FigureTable(table=table):
                out.append(f"\n== {name} {block.number or ''}: {table.words.headline}")
                out += [f"   {' | '.join(row)}" for row in (tuple(c.label or "" for c in table.columns), *table.rows)]
            case doc.References():
                out.append(f"\n== {name}")
                out += [f"   {w.reference}: {said(w.text)}" for w in block.works]
            case doc.Colophon():
                out.append(f"\n== {name}\n   {said(block.text)}")
                out += [f"   {said(line)}" for line in block.imprint]
            case doc.Sources():
                out.append(f"\n== {name}")
    out.append("\nNotes")
    out += [f"{n.number}. {said(n.short)} | {said(n.full)}" for n in found.notes]
    return "\n".join(out) + "\n"


def _statements(some: tuple[doc.Statement, ...]) -> list[str]:
    return [f"   {s.unit}: {f'**{s.lead}.** ' if s.lead else ''}{said(s.text)}" for s in some]


def pages(layout: object) -> str:
    """Write pages as the boxes and lines that stand on them, with gaps and heights in points."""
    out = []
    for number, page in enumerate(layout.pages, 1):  # type: ignore[attr-defined]
        out.append(f"page {number}: {page.used:.1f} of {layout.sheet.height:.1f} pt")  # type: ignore[attr-defined]
        for s in page.slices:
            box = layout.boxes[s.box].box  # type: ignore[attr-defined]
            part = "" if s.start == 0 and s.stop == len(box.heights) else f" lines {s.start + 1}-{s.stop}"
            out.append(f"  +{s.gap:5.1f} {s.height:6.1f}  {box.id}{part}")
    return "\n".join(out) + "\n"
